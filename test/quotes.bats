# quotes: who said what.

bats_require_minimum_version 1.5.0

setup() {
	load helpers
	cases=$BATS_TEST_DIRNAME/cases
	cd "$BATS_TEST_TMPDIR" || return 1
}

# label, name and text of the quotations of standard input
quotes_of() {
	paragraphs | sentences | tokens | quotes -oH | cut -f6,7,9 |
	    tr '\t' ' '
}

@test "finds the quotations of every case" {
	failed=0
	while IFS='	' read -r name text wanted; do
		[ "$name" != case ] || continue
		found=$(printf '%s\n' "$text" | quotes_of |
		    awk 'NR > 1 { printf " / " } { printf "%s", $0 }')
		if [ "${found:-_}" != "$wanted" ]; then
			printf '%s\n  %s\n  wanted %s\n  found  %s\n' \
			    "$name" "$text" "$wanted" "$found"
			failed=$((failed + 1))
		fi
	done <"$cases/quotes.tsv"
	[ "$failed" -eq 0 ]
}

# number and what is found of each case of the classes, names and all
classes_of()
{
	awk -F '\t' 'NR == 1 { print "doc\ttext" } NR > 1 {
	    print NR - 1 "\t" $2 }' "$1" |
	    paragraphs --tsv --doc=doc --text=text | sentences | tokens |
	    numbers | entities | quotes -oH |
	    awk -F '\t' -v OFS='\t' '{ t = $6 " " $7 " " $9
		if ($2 in found)
			t = found[$2] " / " t
		found[$2] = t } END { for (i in found) print i, found[i] }'
}

@test "finds the quotations of every hard class" {
	classes_of "$cases/quote-classes.tsv" >found
	run -0 awk -F '\t' 'FILENAME == "found" { found[$1] = $2; next }
	    FNR > 1 { got = FNR - 1 in found ? found[FNR - 1] : "_"
		if (got != $3)
			print "class " $1 ": " $2 "\n  wanted " $3 \
			    "\n  found  " got }' found "$cases/quote-classes.tsv"
	[ "$output" = "" ]
}

@test "a quotation over paragraphs is one row each" {
	run -0 sh -c 'printf "%s\n" "Ana Duarte said: \"We stay." "" \
	    "\"We stay here, all of us.\"" |
	    paragraphs | sentences | tokens | quotes -oH | cut -f6-8'
	[ "${#lines[@]}" -eq 2 ]
	[[ ${lines[0]} == direct*Duarte* ]]
	[[ ${lines[1]} == direct*Duarte*part=cont* ]]
}

@test "marks left open belong to the cue of the paragraph that closes them" {
	run -0 sh -c 'printf "%s\n" "Omar Diallo said: \"No.\"" "" \
	    "\"We came with nothing." "" \
	    "\"We leave with less,\" said Ana Duarte." |
	    paragraphs | sentences | tokens | quotes -oH | cut -f7'
	[ "$output" = "$(printf "Omar Diallo\nAna Duarte\nAna Duarte")" ]
}

@test "a stray mark does not leave its paragraph" {
	run -0 sh -c 'printf "%s\n" "The 6\" pipe and a \"stray mark." "" \
	    "\"We stay,\" Ana Duarte said." |
	    paragraphs | sentences | tokens | quotes -oH | cut -f9 | tail -n 1'
	[ "$output" = '"We stay,"' ]
}

@test "a surname and a pronoun become the full name" {
	run -0 sh -c 'printf "%s\n" \
	    "Ana Duarte arrived late. \"We stay,\" Duarte said." "" \
	    "\"All of us will stay,\" she said." |
	    paragraphs | sentences | tokens | quotes -oH | cut -f7 | uniq -c |
	    sed "s/^ *//"'
	[ "$output" = "2 Ana Duarte" ]
}

@test "a person's name wins over the word it is spelt as" {
	run -0 sh -c 'echo "\"It is closed,\" said Per Berg, a teacher." |
	    paragraphs | sentences | tokens | numbers | entities |
	    quotes -oH | cut -f6,7'
	[ "$output" = "direct	Per Berg" ]
}

@test "a name at the head of a phrase keeps its capital" {
	printf '%s\n' "Miller's lawyer says he is innocent." >text
	run -0 sh -c 'paragraphs text | sentences | tokens | numbers |
	    entities | quotes -oH | cut -f7'
	[ "$output" = "Miller's lawyer" ]
}

@test "a passive has no speaker" {
	run -0 sh -c 'echo "Ana Duarte was told that the port was closed." |
	    paragraphs | quotes -oH | cut -f7'
	[ "$output" = "_" ]
}

@test "a million marks or brackets take linear time" {
	awk 'BEGIN { for (; i < 300000; i++) printf "\"a " }' >marks
	awk 'BEGIN { for (; i < 300000; i++) printf "(he said " }' >brackets
	timeout 20 sh -c 'paragraphs marks brackets | quotes -o >/dev/null'
}

@test "pieces of one quotation have a group, all have a rule and a conf" {
	run -0 sh -c 'echo "\"We stay,\" Ana Duarte said. \"We all stay.\" The \
harbour is closed, she added." | paragraphs | quotes -oH | cut -f8'
	[[ ${lines[0]} == conf=0.9?\|cue=*\|group=0\|rule=left\|speaker=* ]]
	[[ ${lines[1]} == conf=0.9?\|cue=*\|group=0\|rule=floating\|speaker=* ]]
	[[ ${lines[2]} == conf=0.??\|cue=*\|rule=left\|speaker=* ]]
}

@test "--all adds beliefs, --unattributed marks that nobody said" {
	echo 'Ana Duarte hopes that it rains. A "term" was used.' |
	    paragraphs >in.tsv
	run -0 quotes -oH in.tsv
	[ "$output" = "" ]
	run -0 sh -c 'quotes -oH --all in.tsv | cut -f6,7,9'
	[ "$output" = "indirect	Ana Duarte	it rains" ]
	run -0 sh -c 'quotes -oH --unattributed in.tsv | cut -f6,7,9'
	[ "$output" = 'term	_	"term"' ]
}

@test "--min-conf leaves rows out" {
	echo '"We stay," Ana Duarte said. Bob Lee claims the bridge is closed.' |
	    paragraphs >in.tsv
	[ "$(quotes -oH in.tsv | wc -l)" -eq 2 ]
	[ "$(quotes -oH --min-conf=0.9 in.tsv | wc -l)" -eq 1 ]
	[ "$(quotes -oH --min-conf=1 in.tsv | wc -l)" -eq 0 ]
	quotes -oH --min-conf=.9 in.tsv >short
	quotes -oH --min-conf=0.90000 in.tsv | cmp - short
	[ "$(quotes -oH --min-conf=0.98001 in.tsv | wc -l)" -eq 0 ]
	run -2 quotes --min-conf=2 in.tsv
	run -2 quotes --min-conf=. in.tsv
	run -2 quotes --min-conf=0.5x in.tsv
}

# value and text of the quotations of standard input, with names
named()
{
	paragraphs | sentences | tokens | numbers | entities |
	    quotes -oH | cut -f7
}

@test "a title gives the noun that comes back later" {
	[ "$(named <<'END'
Gov. Ana Duarte arrived on Monday. The governor said the quay was full.
END
	)" = "Ana Duarte" ]
	[ "$(named <<'END'
Sen. Omar Diallo left early. The senator said he was tired.
END
	)" = "Omar Diallo" ]
}

@test "a name behind a comma is who is meant" {
	[ "$(named <<'END'
The petitioner, retired teacher Ana Duarte, told the court that she had waited. According to her, nobody replied.
END
	)" = "$(printf 'Ana Duarte\nAna Duarte')" ]
}

@test "whose lawyer speaks is not who speaks" {
	[ "$(named <<'END'
Brannigan's attorney, Omar Diallo, said he would appeal. "We will be back," he said.
END
	)" = "$(printf 'Omar Diallo\nOmar Diallo')" ]
}

@test "the company is an organisation of that kind" {
	[ "$(named <<'END'
Workers of Microsoft met the Dock Workers Union and the Ministry of Labour on Monday. The company said the talks were frank.
END
	)" = "Microsoft" ]
}

@test "people in a place are not the place" {
	[ "$(named <<'END'
Tea growers in Kenya say they will wait.
END
	)" = "tea growers in Kenya" ]
}

@test "who acts beside marks speaks them" {
	[ "$(named <<'END'
Omar Diallo looked at the quay. "It was full once, all of it."
END
	)" = "Omar Diallo" ]
}

@test "a paragraph with a colon leads to the next" {
	run -0 sh -c 'printf "%s\n" "Ana Duarte issued a statement:" "" \
	    "\"We respect the verdict. We have changed the rules.\"" |
	    paragraphs | sentences | tokens | quotes -oH | cut -f7,8'
	[[ $output == "Ana Duarte	"*rule=colon* ]]
}

@test "in an interview the answer is no report of its own" {
	run -0 sh -c 'printf "%s\n" \
	    "DUARTE: I say the quay is full. The mayor says it is empty." |
	    paragraphs | sentences | tokens | quotes -oH | cut -f9'
	[ "$output" = "it is empty" ]
}

@test "an age is that of who was introduced with it" {
	[ "$(named <<'END'
Tess Marlow, 38, of Arvon Road, stole from Gwen Parry.

Prosecuting, Huw Rees said she had spent it all.

When asked by police, the 38-year-old claimed the widow had told her to.
END
	)" = "$(printf 'Huw Rees\nTess Marlow')" ]
	[ "$(named <<'END'
A win for 19-year-old Omar Diallo pleased Hana Novak (22). The 19-year-old sprinter said he slept badly.
END
	)" = "Omar Diallo" ]
}

@test "the former striker and the mother of two are who spoke last" {
	[ "$(named <<'END'
Burnley manager Neil Cartwright said his side had fought.

The former Scotland striker said the winner was late.
END
	)" = "$(printf 'Neil Cartwright\nNeil Cartwright')" ]
	[ "$(named <<'END'
Farmer Jo Lindsay said the mice had come.

The mother of two said she had trapped 400.
END
	)" = "$(printf 'Jo Lindsay\nJo Lindsay')" ]
}

@test "the airline is the one of the sentence before" {
	[ "$(named <<'END'
Microsoft said the storm had passed. Microsoft closed early.

Ryanair has stopped 48 flights. In a statement, the airline said it was sorry.
END
	)" = "$(printf 'Microsoft\nRyanair')" ]
}

@test "a title tells two persons of a surname apart" {
	[ "$(named <<'END'
Celia Blake and Tommy Blake wrote it. Ms. Blake said the song was late.
END
	)" = "Celia Blake" ]
}

@test "in an obituary she is whom it is about" {
	[ "$(named <<'END'
Helen Marsh, who taught half of Leeds to sing, has died aged 88.

Her daughter, Celia Brook, said she was singing to the end.

Born in Bristol, she came to Leeds at 9. "I was the only alto in the street," she told a friend in 1994.
END
	)" = "$(printf 'Celia Brook\nHelen Marsh')" ]
	[ "$(named <<'END'
Lucy Marsh, 5, died after a fall in Leeds on Monday.

Her mother, Celia Marsh, said she was a joy.

"We miss her every day," she said.
END
	)" = "$(printf 'Celia Marsh\nCelia Marsh')" ]
}

@test "marks behind a paragraph about somebody are theirs" {
	for verb in disagrees disagreed 'was less sure'; do
		[ "$(named <<END
Emil Sand said the mice were gone.

Hay farmer Jo Lindsay $verb.

"If this is not a plague, I do not know what is."
END
		)" = "$(printf 'Emil Sand\nJo Lindsay')" ]
	done
}

@test "a colon behind what somebody was called leads to the next paragraph" {
	[ "$(named <<'END'
Bishop Omar Diallo has called the ruling "dangerous":

"We face a bad ruling. Who takes it does so with no plan at all" (translated).
END
	)" = "$(printf 'Omar Diallo\nOmar Diallo')" ]
}

@test "the former mayor is who spoke before in the paragraph" {
	[ "$(named <<'END'
Labour's Omar Diallo said the vote was a sham. The former mayor said minds were made up.
END
	)" = "$(printf 'Omar Diallo\nOmar Diallo')" ]
}
