# The stream in other formats and back: each by the rules of the format, over
# texts that are hard for it.

bats_require_minimum_version 1.5.0

setup()
{
	load helpers
	use_scripts
	cd "$BATS_TEST_TMPDIR"
}

# Two documents with characters of one to four bytes, marks that combine, lines
# inside paragraphs (also with CR), tabs, quotes, backslashes, signs of the
# formats.
hostile()
{
	mkdir -p 'a folder'
	{
		printf '\n\n“We 👩‍🚀 paid £2m — 50%%,” Zoe\314\210 Nova\314\201kova\314\201 said\n'
		printf 'on May 5, 2019 in New\n\tYork.  "It is \\n [a|b]; *c* x->y_z #1 %%41\\."\n'
		printf '\n- Ngozi Ekwueme said: 𝔘nits of 10 km\302\240each…\r\nand "more".\n'
		printf '\n# text = no comment, Ana Duarte said.\n\n<b>&amp;</b> {"a": "\\u0041"}\342\200\250end 😀😀 of 5 things.\n'
	} >'a folder/tom & "jerry" %41=1.txt'
	printf '_\n\nO B-PER -DOCSTART- 😀.\n\nThere Ana Duarte left Peru on May 6, 2019.\n' >plain
	annotate -- 'a folder/tom & "jerry" %41=1.txt' plain >rows
	for label in quote number entity token; do
		grep -q "^$label" rows
	done
}

need_jq()
{
	type -P jq >/dev/null || skip 'no jq'
}

# without ROWS: without .txt in names of documents and numbers of sentences,
# without the rows that are not annotated.
essence()
{
	grep -v '^\(type\|paragraph\|sentence\|token\)	' "$1" |
		awk -F '\t' -v OFS='\t' '{ sub(/\.txt$/, "", $2); $5 = "_"
			print }'
}

@test "brat: there and back, and gold for evaluate" {
	hostile
	reformat --to=brat -o out rows
	reformat --from=brat out >back
	essence rows | sed 's/\\r/ /g' >want
	essence back | same_bytes want -
	[ "$(evaluate back rows | cut -f2,6,7,9 | grep '^\*' | sort -u)" = \
		$'*\t100.00\t100.00\t100.00' ]
	# every layer
	reformat --to=brat -o all --layers="paragraph,sentence,token,number,entity,quote" rows
	reformat --from=brat all >back
	sed 's/\\r/ /g' rows | awk -F '\t' -v OFS='\t' \
		'NR > 1 { sub(/\.txt$/, "", $2) } 1' | sort >want
	sort back | same_bytes want -
	# it is a stream: in order, and filters take it
	quotes back | grep -v '^quote' | same_bytes - <(grep -v '^quote' back)
}

@test "brat: by the rules of the format" {
	hostile
	reformat --to=brat -o out rows
	[ "$(ls out)" = 'a=20folder=2Ftom=20=26=20=22jerry=22=20=2541=3D1.ann
a=20folder=2Ftom=20=26=20=22jerry=22=20=2541=3D1.txt
annotation.conf
plain.ann
plain.txt' ]
	LC_ALL=C refute grep -l "$(printf '\r')" out/*
	for ann in out/*.ann; do
		# lines end nowhere but at LF, also for Unicode's readers
		LC_ALL=C refute grep "$(printf '\302\205\|\342\200\250\|\342\200\251\|[\v\f]')" "$ann"
		cut -f1 "$ann" | sort | uniq -d >twice
		[ ! -s twice ]
		refute grep -vE \
			$'^(T[0-9]+\t[A-Za-z0-9_.%-]+ [0-9]+ [0-9]+(;[0-9]+ [0-9]+)*\t[^\t]+|#[0-9]+\tAnnotatorNotes T[0-9]+\t[^\t]+|A[0-9]+\t[a-z]+ T[0-9]+( [^ \t]+)?|R[0-9]+\t[a-z]+ Arg1:T[0-9]+ Arg2:T[0-9]+)$' "$ann"
		# a fragment is the text of its offsets
		awk -F '\t' '/^T/ && $2 !~ /;/ {
			split($2, part, " ")
			gsub(/\\/, "&&", $3)
			print "_\t" part[2] "\t" part[3] "\t" $3
		}' "$ann" >fragments
		[ -s fragments ]
		offsets_hold "${ann%.ann}.txt" fragments
	done
	grep -q $'^T[0-9]*\tquote-direct [0-9]* [0-9]*;[0-9]* [0-9]*\t' out/a*.ann ||
		grep -q ';' out/a*.ann
	for name in $(grep -h ^T out/*.ann | cut -f2 | sed -n 's/ [0-9].*//p' | sort -u); do
		sed -n '/entities/,/relations/p' out/annotation.conf |
			grep -qx "$name"
	done
}

@test "brat: what people add or change is a row" {
	mkdir in
	printf 'Ana Duarte left.\n\n"No,"  she said.\n' >in/x.txt
	cat >in/x.ann <<-'END'
	T2	quote-direct 18 23	"No,"
	T1	PER 0 10	Ana Duarte
	T3	Thing 11 15	left
	T4	SPAN-speaker 25 28	she
	R1	speaker Arg1:T2 Arg2:T4
	A1	negated T3
	A2	certain T3 a|b=c
	#1	AnnotatorNotes T2	Ana \ Duarte
	E1	ignored
	END
	reformat --from=brat in/x.ann 2>err >out
	same_bytes out - <<-'END'
	type	doc	start	end	sent	label	value	attrs	text
	paragraph	x	0	16	_	body	_	_	Ana Duarte left.
	entity	x	0	10	_	PER	_	_	Ana Duarte
	entity	x	11	15	_	Thing	_	certain=a%7Cb%3Dc|negated=1	left
	paragraph	x	18	34	_	body	_	_	"No,"  she said.
	quote	x	18	23	_	direct	Ana \\ Duarte	speaker=25-28	"No,"
	END
	grep -q '1 lines' err
	quotes out >/dev/null
	# one that crosses joins the paragraphs
	printf 'T9\tMISC 11 16;18 23\tleft. "No,"\n' >>in/x.ann
	reformat --from=brat in 2>err | grep ^paragraph | cut -f3,4 >out
	[ "$(cat out)" = $'0\t34' ]
	# offsets of another text
	printf 'T10\tMISC 0 3\tAna!\n' >>in/x.ann
	expect 1 reformat --from=brat in 2>err
	grep -q '^reformat: in/x.ann:11: the text is another' err
	rm in/x.txt
	expect 1 reformat --from=brat in 2>err
	grep -q '^reformat: in/x.txt: cannot be read' err
	rm in/x.ann
	expect 1 reformat --from=brat in 2>err
	[ "$(cat err)" = 'reformat: in: no .ann in it' ]
}

# text_of CONLLUP ID: the text of a document, made of forms and spaces.
text_of()
{
	awk -F '\t' -v id="$2" '
		function plain(s,    n, part, i, all) {
			n = split(s, part, /\\\\/)
			all = ""
			for (i = 1; i <= n; i++) {
				gsub(/\\s/, " ", part[i])
				gsub(/\\t/, "\t", part[i])
				gsub(/\\n/, "\n", part[i])
				gsub(/\\r/, "\r", part[i])
				gsub(/\\p/, "|", part[i])
				all = all (i > 1 ? "\\" : "") part[i]
			}
			return all
		}
		/^# newdoc id = / { on = $0 == "# newdoc id = " id; next }
		!on || !/^[0-9]+\t/ { next }
		{
			n = split($3, part, "|")
			after = " "
			for (i = 1; i <= n; i++) {
				value = part[i]
				sub(/^[^=]*=/, "", value)
				if (part[i] ~ /^SpacesBefore=/)
					printf "%s", plain(value)
				else if (part[i] ~ /^SpacesAfter=/)
					after = plain(value)
				else if (part[i] == "SpaceAfter=No")
					after = ""
			}
			printf "%s%s", $2, after
		}' "$1"
}

@test "conllup: the text can be made of it, rows stand at their tokens" {
	hostile
	reformat --to=conllup rows >out
	[ "$(head -n 1 out)" = \
		'# global.columns = ID FORM MISC RILL:NORM RILL:ENTITY RILL:NUMBER RILL:QUOTE' ]
	id='a%20folder/tom%20&%20"jerry"%20%2541=1.txt'
	for doc in plain 'a folder/tom & "jerry" %41=1.txt'; do
		id=$(printf '%s' "$doc" | sed 's/%/%25/g; s/ /%20/g')
		text_of out "$id" >text
		[ "$(wc -l <text)" -gt 2 ]
		awk -F '\t' -v OFS='\t' -v doc="$doc" '$2 == doc {
			print "_", $3, $4, $9 }' rows >places
		offsets_hold text places
	done
	# lines: comments, then words from 1, then an empty line; no empty field
	awk -F '\t' '
		/^$/ { if (last !~ /^[0-9]/) exit 1; n = 0; last = ""; next }
		/^#/ && NF == 1 { if (last ~ /^[0-9]/) exit 1; last = $0; next }
		NF != 7 || $1 != ++n { print; exit 1 }
		{ last = $0; for (i = 1; i <= NF; i++) if ($i == "") exit 1 }
		END { if (last != "") exit 1 }' out
	grep '^# sent_id' out | sort | uniq -d >twice
	[ ! -s twice ]
	refute grep '^# sent_id = .*[[:space:]].*[[:space:]]' out
	# what the columns hold is what the rows say
	for type in ENTITY=entity NUMBER=number QUOTE=quote; do
		col=$(awk -v t="RILL:${type%=*}" 'NR == 1 { for (i = 4; i <= NF; i++)
			if ($i == t) print i - 3 }' out)
		cut -f"$col" out | grep -v '^#' | tr ';' '\n' |
			grep -v ':cont$' | sed -n 's/^[0-9]*:\([^:]*\):\(.*\)/\1 \2/p' |
			sort >got
		grep "^${type#*=}	" rows | awk -F '\t' '{ v = $7
			gsub(/%/, "%25", v); gsub(/:/, "%3A", v)
			print $6, v }' | sort | same_bytes got -
	done
}

@test "conllup: a row that goes on, rows inside rows" {
	{
		header
		printf 'paragraph\td\t0\t9\t_\tbody\t_\t_\tA b. C d.\n'
		printf 'quote\td\t0\t7\t1\tdirect\tX: Y\t_\tA b. C \n'
		printf 'sentence\td\t0\t4\t1\tsentence\t_\t_\tA b.\n'
		printf 'quote\td\t0\t3\t1\tmixed\t_\t_\tA b\n'
		printf 'token\td\t0\t1\t1\tword\ta\t_\tA\n'
		printf 'token\td\t2\t3\t1\tword\tb\tglued=1\tb\n'
		printf 'token\td\t3\t4\t1\tpunct\t.\t_\t.\n'
		printf 'sentence\td\t5\t9\t2\tsentence\t_\t_\tC d.\n'
		printf 'token\td\t5\t6\t2\tword\tc\t_\tC\n'
		printf 'token\td\t7\t8\t2\tword\td\tglued=1\td\n'
		printf 'token\td\t8\t9\t2\tpunct\t.\t_\t.\n'
	} >few
	reformat --to=conllup --layers=quote few >out
	same_bytes out - <<-'END'
	# global.columns = ID FORM MISC RILL:NORM RILL:QUOTE
	# newdoc id = d
	# newpar id = d-p1
	# sent_id = d-s1
	# text = A b.
	1	A	_	a	1:direct:X%3A Y;2:mixed:_
	2	b	SpaceAfter=No	b	1;2
	3	.	_	.	1

	# sent_id = d-s2
	# text = C d.
	1	C	_	c	1:direct:X%3A Y:cont
	2	d	SpaceAfter=No	d	*
	3	.	SpacesAfter=\n	.	*

	END
	reformat --to=conll --layers=quote few >out 2>err
	printf '%s\n' '-DOCSTART- O' '' 'A B-direct' 'b I-direct' '. I-direct' \
		'' 'C B-direct' 'd O' '. O' '' | tr ' ' '\t' | same_bytes out -
	grep -q '1 rows left out' err
	grep -v ^token few >none
	expect 1 reformat --to=conll none 2>err
	grep -q 'd: no token rows' err
}

@test "conll: tags are those of IOB2" {
	hostile
	reformat --to=conll --layers=entity,number rows >out
	awk -F '\t' '
		NF == 0 { last[2] = last[3] = "O"; next }
		NF != 3 || $1 ~ / / { print; exit 1 }
		{ for (i = 2; i <= 3; i++) {
			if ($i ~ /^I-/ && substr($i, 3) != substr(last[i], 3))
				exit 1
			if ($i !~ /^(O|[BI]-[A-Za-z]+)$/)
				exit 1
			last[i] = $i
		} }' out
	[ "$(cut -f2 out | grep -c '^B-')" -eq "$(grep -c ^entity rows)" ]
	[ "$(grep -c -e '^-DOCSTART-	O	O$' out)" -eq 2 ]
}

@test "spacy: there and back, every byte" {
	need_jq
	hostile
	reformat --to=spacy rows >out
	reformat --from=spacy out | same_bytes rows -
	annotate --text=body --doc=id --date=published "$samples/corpus.csv" >rows
	reformat --to=spacy rows | reformat --from=spacy - | same_bytes rows -
}

@test "spacy: by the rules of Prodigy" {
	need_jq
	hostile
	reformat --to=spacy rows >out
	[ "$(wc -l <out)" -eq "$(grep -c ^paragraph rows)" ]
	jq -e '
		(.text | type == "string")
		and (.text as $text | [.tokens[], .spans[]] | all(
			0 <= .start and .start < .end
			and .end <= ($text | length)
			and (.label | type == "string")))
		and (.text as $text | [.tokens[]] | all(
			$text[.start:.end] == .text
			and .ws == ($text[.end:.end + 1] | test("^\\s"))))
		and ([.tokens[].id] == [range(.tokens | length)])
		and (.tokens as $tokens | [.spans[]] | all(
			$tokens[.token_start].start == .start
			and $tokens[.token_end].end == .end))
	' out >results
	[ "$(sort -u results)" = true ]
}

@test "spacy: what people add or change is a row" {
	need_jq
	cat >in <<-'END'
	{"text":"Ana \ud83d\ude00 left\tLima.","spans":[{"start":6,"end":10,"label":"number-money","value":"a=b|c","attrs":{"unit":"x=y|z"}},{"start":0,"end":3,"label":"PER"}],"answer":"accept","meta":{"doc":"d\t1"}}
	{"text":"No.","spans":[{"start":0,"end":2,"label":"X"}],"answer":"reject"}
	{"text":"Peru","ents":[{"start":0,"end":4,"label":"GPE"}],"spans":{"sc":[{"start":0,"end":2,"label":"ORG","kb_id":""}]},"sents":[{"start":0,"end":4}],"tokens":[{"id":0,"start":0,"end":4}]}
	END
	reformat --from=spacy in >out
	same_bytes out - <<-'END'
	type	doc	start	end	sent	label	value	attrs	text
	paragraph	d\t1	0	16	_	body	_	_	Ana 😀 left\tLima.
	entity	d\t1	0	3	_	PER	_	_	Ana
	number	d\t1	6	10	_	money	a=b|c	unit=x%3Dy%7Cz	left
	paragraph	3	0	4	_	body	_	_	Peru
	sentence	3	0	4	1	sentence	_	_	Peru
	entity	3	0	4	1	GPE	_	_	Peru
	entity	3	0	2	1	ORG	_	_	Pe
	END
	quotes out >/dev/null
	while IFS='|' read -r bad why; do
		printf '%s\n' '{"text":"a"}' "$bad" >in
		expect 1 reformat --from=spacy in >/dev/null 2>err
		[ "$(cat err)" = "reformat: line 2: $why" ] ||
			{ cat err; return 1; }
	done <<-'END'
	{|not JSON
	[]|no text
	{"text":1}|no text
	{"text":"a","spans":[{"start":0,"end":2,"label":"X"}]}|a span is outside of its text
	END
}

@test "w3c: each place is found by offsets and by what stands around it" {
	need_jq
	hostile
	reformat --to=w3c --base=http://example.org/ rows >out
	[ "$(wc -l <out)" -eq 2 ]
	[ "$(jq -r .first.items[].id out | sort | uniq -d)" = '' ]
	[ "$(jq -r .total out | awk '{ n += $1 } END { print n }')" -eq \
		"$(grep -c '^\(entity\|number\|quote\)' rows)" ]
	jq -r .first.items[0].target.source out >sources
	same_bytes sources - <<-'END'
	http://example.org/a%20folder/tom%20%26%20%22jerry%22%20%2541%3D1.txt
	http://example.org/plain
	END
	jq -e '
		(.["@context"] == "http://www.w3.org/ns/anno.jsonld")
		and .type == "AnnotationCollection"
		and .first.type == "AnnotationPage"
		and (.first.items | all(
			.type == "Annotation"
			and (.id | type == "string")
			and (.body | all(.type == "TextualBody"
				and (.value | type == "string")))
			and (.target.selector[1].type == "TextQuoteSelector")))
	' out >results
	[ "$(sort -u results)" = true ]
	reformat --to=brat -o texts rows
	for n in 1 2; do
		text=$(ls texts/*.txt | sed -n "${n}p")
		# for jq, CR as in the text of the stream
		sed -n "${n}p" out | jq -e --rawfile text "$text" '
			.first.items | all(.target.selector | .[0] as $at
				| .[1] as $quote
				| [$quote | .prefix, .exact, .suffix]
				| map(split("\r") | join(" "))
				== [$text[([$at.start - 32, 0] | max):$at.start],
					$text[$at.start:$at.end],
					($text[:-1] | .[$at.end:$at.end + 32])])'
	done
}

# An implementation of the reader's rules: sentences make the text, gaps are
# spaces, offsets count units of UTF-16.
webanno_reader='
	def units: explode | map(if . > 65535 then -1, . else . end);
	def plain: split("\\\\") | map(
		(split("\\t") | join("\t")) | (split("\\r") | join("\r"))
		| (split("\\f") | join("\f")) | (split("\\b") | join("\b"))
	) | join("\\");
	def spaces($n): [range($n) | 32];
	reduce (inputs | select(. != "")) as $line (
		{ text: [], open: [], tokens: [], last: "token" };
		if $line | startswith("#Text=") then
			.open += (if .last == "text" then [10] else [] end)
				+ ($line[6:] | plain | units)
			| .last = "text"
		elif $line | startswith("#") then .
		else ($line | split("\t")) as $field
			| ($field[1] | split("-") | map(tonumber)) as $at
			| if .last == "text" then
				if $at[0] < (.text | length) then
					error("overlap")
				else . end
				| .text += spaces($at[0] - (.text | length)) + .open
				| .open = []
			else . end
			| .last = "token"
			| .tokens += [[$at, $field]]
		end
	)
	| .text as $text
	| .tokens[]
	| select(($text[.[0][0]:.[0][1]]) != (.[1][2] | units))
	| "not there: \(.[1])"
'

@test "webanno: by the rules of the format" {
	need_jq
	hostile
	reformat --to=webanno -o out rows
	for tsv in out/*.tsv; do
		jq -Rrn "$webanno_reader" "$tsv" >bad
		same_bytes bad /dev/null
		awk -F '\t' '
			NR == 1 && $0 != "#FORMAT=WebAnno TSV 3.3" { exit 1 }
			/^#T_SP=/ { columns += split($0, part, "|") - 1 }
			/^#T_SP=/ { spans = NR }
			NR == spans + 1 || NR == spans + 2 {
				if ($0 != "" && NR < 6 && !/^#/) exit 1
			}
			/^[0-9]/ && NF != 3 + columns + 1 { print; exit 1 }
		' "$tsv"
		# two empty lines after the header
		[ "$(sed -n '/^#[FT]/d; p' "$tsv" | head -n 2 | tr -d '\n')" = '' ]
	done
	[ "$(grep -c '	\(Ana\|Duarte\)	.*PER\[' out/plain.tsv)" -eq 2 ]
}

@test "webanno: sub-tokens, stacks, values that are signs of the format" {
	{
		header
		printf 'paragraph\td\t0\t8\t_\tbody\t_\t_\tab cd \360\237\230\200e\n'
		printf 'sentence\td\t0\t8\t1\tsentence\t_\t_\tab cd \360\237\230\200e\n'
		printf 'entity\td\t0\t5\t1\tPER\t_\t_\tab cd\n'
		printf 'entity\td\t0\t2\t1\t_\t_\t_\tab\n'
		printf 'token\td\t0\t2\t1\tword\tab\t_\tab\n'
		printf 'my_type\td\t1\t4\t1\t[a|b]\tx->y_z;*\\\\\t_\tb c\n'
		printf 'token\td\t3\t5\t1\tword\tcd\t_\tcd\n'
		printf 'entity\td\t6\t7\t1\tORG\t_\t_\t\360\237\230\200\n'
		printf 'token\td\t6\t8\t1\tword\te\t_\t\360\237\230\200e\n'
	} >few
	reformat --to=webanno -o out few
	same_bytes out/d.tsv - <<-'END'
	#FORMAT=WebAnno TSV 3.3
	#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|value
	#T_SP=webanno.custom.MyType|label|value


	#Text=ab cd 😀e
	1-1	0-2	ab	PER[1]|*[2]	_	_	
	1-1.1	1-2	b	_	\[a\|b\][3]	x\->y\_z\;\*\\[3]	
	1-2	3-5	cd	PER[1]	_	_	
	1-2.1	3-4	c	_	\[a\|b\][3]	x\->y\_z\;\*\\[3]	
	1-3	6-9	😀e	_	_	_	
	1-3.1	6-8	😀	ORG	_	_	
	END
}

@test "folders are new or empty, and whole or not there" {
	printf 'Ana Duarte left.\n' >a
	annotate a >rows
	expect 2 reformat --to=brat rows 2>err
	grep -q 'needs a folder' err
	mkdir out
	reformat --to=brat -o out rows
	[ -s out/a.ann ]
	cp out/a.ann kept
	expect 1 reformat --to=brat -o out rows 2>err
	grep -q '^reformat: out: is there' err
	same_bytes out/a.ann kept
	printf 'no row\n' >>rows
	expect 1 reformat --to=webanno --output=new/er rows 2>err
	grep -q 'rows:.*not a row of the stream' err
	[ ! -e new/er ]
	[ ! -e new/er.new ]
	# two documents as one file
	sed 's/no row//; /^$/d; p; s/	a	/	a.txt	/' rows | sort -t '	' -k2,2 >two
	expect 1 reformat --to=brat -o two.out two 2>err
	grep -q 'two documents of this name' err
}

@test "a whole file or none, one line of error, also from jq" {
	need_jq
	printf 'Ana Duarte left.\n' >a
	annotate a >rows
	for to in spacy w3c conllup; do
		reformat --to=$to rows >want
		reformat --to=$to -o out.$to rows
		same_bytes want out.$to
		printf 'no row\n' | cat rows - >bad
		expect 1 reformat --to=$to -o none bad 2>err
		[ "$(wc -l <err)" -eq 1 ]
		grep -q '^reformat: bad:[0-9]*: not a row' err
		[ ! -e none ]
		reformat --to=$to </dev/null >out
		[ "$to" = conllup ] || [ ! -s out ]
		[ -e /dev/full ] || continue
		expect 1 reformat --to=$to rows 2>err >/dev/full
		[ "$(wc -l <err)" -eq 1 ]
		grep -q '^reformat: ' err
	done
}

@test "without jq there is a clear word" {
	mkdir path
	for tool in sh dirname cat awk stty; do
		ln -s "$(type -P $tool)" path/
	done
	: >rows
	PATH=$PWD/path expect 1 "$root/scripts/reformat" --to=spacy rows 2>err
	grep -q '^reformat: jq: not found' err
	PATH=$PWD/path "$root/scripts/reformat" --to=conllup rows
}

@test "usage: a format, one of them, and known" {
	for args in '' '--to=brat --from=brat' '--to=pdf' '--from=w3c' '--to' \
		'--no-such' '--tsv'; do
		expect 2 reformat $args </dev/null 2>err
		grep -q "^try 'reformat --help'" err
	done
	reformat --help | head -n 1 | grep -q '^usage: reformat '
	[ "$(reformat --help | wc -l)" -le 24 ]
	refute grep -E '.{81}' <(reformat --help)
}

@test "reformat, annotate: what cannot be made is said in their own name" {
	: >file
	for to in brat webanno; do
		echo 'Good.' | annotate |
			expect 1 reformat --to=$to -o file/folder 2>err >out
		[ ! -s out ]
		echo 'reformat: file/folder: cannot be made' | same_bytes err -
	done
	type -P parallel >/dev/null || skip 'no GNU parallel'
	echo 'Good.' | expect 1 annotate --work=file/folder 2>err
	[ "$(cut -d ' ' -f 1-2 err)" = 'annotate: file/folder:' ]
}
