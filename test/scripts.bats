# What people do with the stream: scripts/. The reports are tested with a
# stream written here, annotate with stub filters, all with the samples.

bats_require_minimum_version 1.5.0

setup()
{
	load helpers
	use_scripts
	unset COLUMNS NO_COLOR
	cd "$BATS_TEST_TMPDIR"
	rows >stream.tsv
}

# row TYPE DOC START END SENT LABEL VALUE ATTRS TEXT...
row()
{
	local IFS=$'\t'
	printf '%s\n' "$*"
}

# Two documents: one with other letters than ASCII, quotations that cross
# their sentences and a cue in another paragraph; one of one line.
rows()
{
	row type doc start end sent label value attrs text
	row paragraph é.txt 0 11 _ heading _ date=2021-05-04 'Élan à Łódź'
	row paragraph é.txt 13 74 _ body _ date=2021-05-04 \
	    '“Čas běží. We paid £2m in 1999,” Zoë Nováková said on Friday.'
	row sentence é.txt 13 23 1 sentence _ _ '“Čas běží.'
	row quote é.txt 13 45 1 direct 'Zoë Nováková' \
	    'cue=59-63|speaker=46-58' '“Čas běží. We paid £2m in 1999,”'
	row sentence é.txt 24 74 2 sentence _ _ \
	    'We paid £2m in 1999,” Zoë Nováková said on Friday.'
	row number é.txt 32 35 2 money 2000000 unit=GBP £2m
	row token é.txt 32 33 2 symbol £ glued=1 £
	row number é.txt 39 43 2 date 1999 _ 1999
	row entity é.txt 46 58 2 PER 'Zoë Nováková' kind=person \
	    'Zoë Nováková'
	row number é.txt 67 73 2 date XXXX-WXX-5 dated=2021-04-30 Friday
	row paragraph é.txt 76 101 _ body _ _ '“We will not. Ask Zoë.” ☃'
	row quote é.txt 76 99 3 direct 'Zoë Nováková' \
	    'cue=59-63|part=cont|speaker=46-58' '“We will not. Ask Zoë.”'
	row entity é.txt 94 97 3 PER 'Zoë Nováková' _ Zoë
	row paragraph b 0 43 _ body _ _ \
	    'About $5, in late May, officials in Ulm\tsay'
	row quote b 0 21 1 indirect _ 'cue=40-43|speaker=23-32' \
	    'About $5, in late May'
	row mood b 0 5 1 x _ _ About
	row number b 6 8 1 money 5 'mod=APPROX|unit=USD' '$5'
	row number b 13 21 1 date XXXX-05 mod=END 'late May'
	row entity b 36 39 1 LOC Ulm 'iso=DE|kind=city' Ulm extra column
}

# each_awk COMMAND: its output is the same with every shell and awk there is.
each_awk()
{
	local awk sh first=
	for awk in gawk mawk original-awk 'busybox awk'; do
		type -P "${awk%% *}" >/dev/null || continue
		mkdir -p bin
		printf '#!/bin/sh\nexec %s "$@"\n' "$awk" >bin/awk
		chmod +x bin/awk
		for sh in dash 'bash --posix' 'busybox sh'; do
			type -P "${sh%% *}" >/dev/null || continue
			PATH=$PWD/bin:$PATH $sh "$root/scripts/$1" \
			    "${@:2}" >got
			first=${first:-$(cat got; echo .)}
			[ "$first" = "$(cat got; echo .)" ] || {
				echo "$1: other output with $sh and $awk"
				return 1
			}
		done
	done
	printf '%s' "${first%.}"
}

shows()
{
	diff -u - out
}

reports='who-said-what money figures timeline names html color report'

@test "who-said-what: speaker, cue and place, the cue also from elsewhere" {
	each_awk who-said-what stream.tsv >out
	shows <<-'END'
	speaker	cue	label	doc	start	end	sent	quotation
	Zoë Nováková	said	direct	é.txt	13	45	1	“Čas běží. We paid £2m in 1999,”
	Zoë Nováková	said	direct	é.txt	76	99	3	“We will not. Ask Zoë.”
	officials	say	indirect	b	0	21	1	About $5, in late May
	END
}

@test "who-said-what: cue from sentences or tokens without paragraphs" {
	grep -v ^paragraph stream.tsv >sentences.tsv
	who-said-what sentences.tsv | cut -f1,2,5 >out
	shows <<-'END'
	speaker	cue	start
	Zoë Nováková	said	13
	Zoë Nováková	said	76
	_	_	0
	END
	grep ^quote stream.tsv | who-said-what | cut -f1,2,5 >out
	shows <<-'END'
	speaker	cue	start
	Zoë Nováková	_	13
	Zoë Nováková	_	76
	_	_	0
	END
}

@test "money: amount, currency and sentence" {
	each_awk money stream.tsv >out
	shows <<-'END'
	amount	currency	mod	doc	start	end	sent	text	sentence
	2000000	GBP	_	é.txt	32	35	2	£2m	We paid £2m in 1999,” Zoë Nováková said on Friday.
	5	USD	APPROX	b	6	8	1	$5	About $5, in late May, officials in Ulm say
	END
}

@test "figures: by label, and only those asked for" {
	each_awk figures stream.tsv | cut -f1-9 >out
	shows <<-'END'
	label	value	unit	mod	doc	start	end	sent	text
	money	2000000	GBP	_	é.txt	32	35	2	£2m
	money	5	USD	APPROX	b	6	8	1	$5
	date	1999	_	_	é.txt	39	43	2	1999
	date	XXXX-WXX-5	_	_	é.txt	67	73	2	Friday
	date	XXXX-05	_	END	b	13	21	1	late May
	END
	[ "$(figures --label=money,age stream.tsv | wc -l)" -eq 3 ]
	[ "$(figures --label date stream.tsv | wc -l)" -eq 4 ]
	run -2 figures --label='money,*' stream.tsv
	[ "${lines[0]}" = 'figures: --label=*: no label of numbers' ]
}

@test "timeline: in order, resolved dates, the rest with --all" {
	each_awk timeline stream.tsv | cut -f1,2,8 >out
	shows <<-'END'
	date	mod	text
	1999	_	1999
	2021-04-30	_	Friday
	END
	timeline --all stream.tsv | cut -f1,2,8 | tail -n 1 >out
	shows <<-'END'
	XXXX-05	END	late May
	END
}

@test "timeline: every form of date has its place" {
	local n=0 date
	for date in 2019-07-04T17:30 2019-07-04TMO 2019-07-04 2019-Q3 2019-W27 \
	    2019-H2 2019-07 2019-SU 2019-FA 2019 201 20 -0044 2018/2019 \
	    T17:30 PRESENT_REF XXXX-07 2019-07-04T08:00Z; do
		n=$((n + 1))
		row number d "$((n * 20))" "$((n * 20 + 1))" 1 date "$date" _ x
	done >dates.tsv
	each_awk timeline --all dates.tsv | tail -n +2 | cut -f1 | tr '\n' ' ' \
	    >out
	[ "$(cat out)" = "-0044 20 201 2018/2019 2019 2019-SU 2019-Q3 2019-H2 \
2019-07 2019-W27 2019-07-04 2019-07-04TMO 2019-07-04T08:00Z 2019-07-04T17:30 \
2019-FA T17:30 PRESENT_REF XXXX-07 " ] || { cat out; return 1; }
}

@test "timeline: decades and centuries in words, for readers" {
	local n=0 date
	for date in -03 -0350 -035 -199 00 10 11 16 20 199 1991; do
		n=$((n + 1))
		row number d "$((n * 20))" "$((n * 20 + 1))" 1 date "$date" _ x
	done >dates.tsv
	each_awk timeline --table dates.tsv | sed '1d; s/   *d .*//; s/ *$//' |
		paste -sd, - >out
	[ "$(cat out)" = "1990s BC,4th c. BC,350s BC,350 BC,1st c.,11th c.,\
12th c.,17th c.,1990s,1991,21st c." ] || { cat out; return 1; }
}

@test "names: counted overall and by document" {
	{ cat stream.tsv; row paragraph c 0 3 _ body _ _ Ulm
	    row entity c 0 3 1 LOC Ulm _ Ulm; } >names.tsv
	each_awk names names.tsv >out
	shows <<-'END'
	name	label	kind	count	docs	forms
	Ulm	LOC	city	2	2	Ulm
	Zoë Nováková	PER	person	2	1	Zoë Nováková; Zoë
	END
	names --by-doc names.tsv >out
	shows <<-'END'
	name	label	kind	count	doc	forms
	Zoë Nováková	PER	person	2	é.txt	Zoë Nováková; Zoë
	Ulm	LOC	city	1	b	Ulm
	Ulm	LOC	_	1	c	Ulm
	END
}

@test "--table: aligned by characters, folded to the width" {
	COLUMNS=50 each_awk who-said-what --table stream.tsv >out
	shows <<-'END'
	SPEAKER       CUE   QUOTATION

	é.txt
	Zoë Nováková  said  “Čas běží. We paid £2m in
	                    1999,”
	Zoë Nováková  said  “We will not. Ask Zoë.”

	b
	officials     say   About $5, in late May
	END
}

# balanced PAGE: every element is closed in order, ids are unique, links lead
# somewhere, and no address of the outside is in it.
balanced()
{
	# the script of ours, which the policy knows
	sed '/^<script>"use strict";$/,/<\/script>$/d' "$1" >"$1.body"
	refute grep -Eq '<script|https?:|javascript:' "$1.body"
	sed '1,/<\/style>/d' "$1.body" | tr '\n' ' ' | tr '<' '\n' | awk '
		NR == 1 { next }
		{ name = $0; sub(/[ >].*/, "", name) }
		match($0, /^[^>]* id=[^ >]*/) {
			id = substr($0, 1, RLENGTH)
			sub(/.* id=/, "", id)
			if (ids[id]++)
				bad = bad " twice:" id
		}
		match($0, /href="#[^"]*/) {
			to[substr($0, RSTART + 7, RLENGTH - 7)] = 1
		}
		name ~ /^(input|br)$/ || /^[^>]*\/>/ { next }
		name ~ /^\// {
			if (open[depth--] != substr(name, 2) && depth >= 0)
				bad = bad " " $0
			next
		}
		{ open[++depth] = name }
		END {
			for (id in to)
				if (!(id in ids))
					bad = bad " nowhere:" id
			if (bad != "" || depth != -2) {	# head began before
				print bad, depth
				exit 1
			}
		}
	'
}

@test "html: spans that cross nest, ids are unique, links have a place" {
	each_awk html stream.tsv >page
	balanced page
	grep -o '<h3>Élan.*</h3>' page >out
	grep -Eo '<(span|/span)[^>]*>[^<]*' page | sed -n 1,13p >>out
	shows <<-'END'
	<h3>Élan à Łódź</h3>
	<span class=q id=d1-q1 title="Zoë Nováková">
	<span class=s data-n=1>“Čas běží.
	</span> 
	<span class=s data-n=2>We paid 
	<span class=n id=d1-n1 title="money 2000000 GBP">
	<span class=t>£
	</span>2m
	</span> in 
	<span class=n id=d1-n2 title="date 1999">1999
	</span>,”
	</span>
	</span>
	<span class=s> 
	END
	[ "$(grep -c '<section class=doc' page)" -eq 2 ]
	[ "$(grep -c '<nav' page)" -eq 1 ]
}

@test "html: the policy forbids all but the style inside" {
	html stream.tsv | tr '\n\t' '  ' |
	    grep -q "Content-Security-Policy\" content=\"default-src 'none'; *\
style-src 'unsafe-inline'"
}

@test "html, report: what was folded is on paper" {
	local tool
	for tool in html report; do
		$tool stream.tsv | sed -n '/^@media print/,/<.style>/p' >print
		grep -q 'details::details-content { content-visibility: vis' \
			print
	done
}

@test "html: -o writes the page whole or not at all" {
	html stream.tsv >page
	html -o '-a page=x.html' stream.tsv
	cmp page ./'-a page=x.html'
	html --output=y.html stream.tsv
	cmp page y.html
	run html -o y.html <<<'not a row'
	[ "$status" -eq 1 ]
	cmp page y.html
	[ ! -e y.html.new ]
	run -1 --separate-stderr html <<<'not a row'
	[ -z "$output" ]
	run -1 html -o none/page.html stream.tsv
	[ "$output" = 'html: none/page.html: cannot be written' ]
	run html -o
	[ "$status" -eq 2 ]
}

# A stream with what each part of the report shows.
corpus()
{
	local d
	header
	for d in 1 2 3; do
		row paragraph d$d 0 60 _ body _ "date=2019-0$d-11" \
		    'Zoë and <Bo> paid $5 in Ulm in 1999, Zoë said Friday. “Oh.”'
		row sentence d$d 0 60 1 sentence _ _ \
		    'Zoë and <Bo> paid $5 in Ulm in 1999, Zoë said Friday. “Oh.”'
		row entity d$d 0 3 1 PER 'Zoë Nová' _ Zoë
		row quote d$d 0 35 1 indirect 'Zoë Nová' 'cue=41-45|speaker=37-40' \
		    'Zoë and <Bo> paid $5 in Ulm in 1999'
		row entity d$d 8 12 1 ORG '<Bo>' _ '<Bo>'
		row number d$d 18 20 1 money "${d}00000" unit=USD '$5'
		row entity d$d 24 27 1 LOC Ulm kind=city Ulm
		row number d$d 31 35 1 date "199$d" _ 1999
		row entity d$d 37 40 1 PER 'Zoë Nová' _ Zoë
		row quote d$d 55 60 1 direct "$( ((d < 3)) && echo _ || echo 'the mayor')" \
		    _ '“Oh.”'
	done
}

@test "report: counts, links to the places, charts that say what they show" {
	corpus >c.tsv
	each_awk report c.tsv >page
	balanced page
	sed -n '/id=quoted/,/<\/section>/p' page | grep -o '<th scope=row>.*' |
	    sed 's/<td class=bars.*//; s/<\/td><td[^>]*>/|/g; s/<\/th><td[^>]*>/|/
	    s/<[^>]*>//g' >out
	shows <<-'END'
	Zoë Nová|3|3
	no speaker found|2|2
	the mayor|1|1
	END
	sed -n '/id=names/,/<h2/p' page | grep -o '<th scope=row>Zo.*places.*' |
	    sed 's/<svg.*//; s/^.*<td class=m>//' >out
	shows <<-'END'
	<details class=in><summary>6<span class=hide> places</span></summary><a href="#d1-e1">d1</a> <a href="#d1-e4">2</a><br><a href="#d2-e1">d2</a> <a href="#d2-e4">2</a><br><a href="#d3-e1">d3</a> <a href="#d3-e4">2</a></details></td><td class=bars>
	END
	grep -o '<li.*#d1-q1.*' page >out
	shows <<-'END'
	<li class=own>Zoë and &lt;Bo&gt; paid $5 in Ulm in 1999 <small>said, <a href="#d1-q1">d1</a>, 2019-01-11</small></li>
	END
	# smallest, median, largest
	grep -A 2 '<th scope=row>USD' page | grep -o 'd[1-3]-n1">[^<]*' >out
	shows <<-'END'
	d1-n1">100 thousand
	d2-n1">200 thousand
	d3-n1">300 thousand
	END
	grep -c '<svg role=img aria-labelledby="[a-z]*-title [a-z]*-desc"' page >out
	[ "$(cat out)" -eq 4 ]
	[ "$(grep -c '<title id=\|<desc id=' page)" -eq 8 ]
	# three months, each with two places of one name
	grep -o 'Zoë Nová, 2019-0[0-9]: [0-9]*' page >out
	shows <<-'END'
	Zoë Nová, 2019-01: 2
	Zoë Nová, 2019-02: 2
	Zoë Nová, 2019-03: 2
	END
	grep -o '<h3>199[0-9]</h3> <b>[0-9]*' page | wc -l >out
	[ "$(cat out)" -eq 3 ]
	# three pairs in each sentence
	sed -n '/id=pairs/,$p' page | grep -o '<path class=arc.*' |
	    sed 's/.*<title>//; s/<.*//' | sort >out
	LC_ALL=C sort -o out out
	shows <<-'END'
	&lt;Bo&gt;, Ulm: 3
	Zoë Nová, &lt;Bo&gt;: 3
	Zoë Nová, Ulm: 3
	END
}

@test "report: pieces of one quotation are one" {
	{ row paragraph d 0 40 _ body _ _ \
	    '"We left," Ana Lee said, "and ran." "No."'
	  row quote d 0 10 1 direct 'Ana Lee' 'cue=19-23|group=0' '"We left,"'
	  row quote d 25 35 1 direct 'Ana Lee' 'cue=19-23|group=0' '"and ran."'
	  row quote d 36 41 2 direct 'Ana Lee' 'cue=19-23' '"No."'
	} >pieces.tsv
	each_awk report pieces.tsv | grep -e '^<p class=sum>[0-9]* quot' \
	    -e '^<li>' | sed 's/<small>.*//; s/&quot;/"/g' >out
	shows <<-'END'
	<p class=sum>2 quotations of 1 speaker. A name leads to what was said.</p>
	<li>"We left," ... "and ran." 
	<li>"No." 
	END
}

@test "report: decades, centuries and years before Christ in words" {
	local n=0 date
	{ row paragraph d 0 60 _ body _ _ 'Of old.'
	  for date in -02 -0044 16 199 2019-07; do
		n=$((n + 1))
		row number d $n $n 1 date "$date" _ x
	  done
	} >old.tsv
	each_awk report old.tsv >page
	sed -n '/id=dates/,/<.section>/p' page | grep -o \
	    -e '<h3>[^<]*' -e '#d1-n[0-9]">[^<]*' | sed 's/.*>//' >out
	shows <<-'END'
	300 BC
	3rd c. BC
	44 BC
	44 BC
	1600
	17th c.
	1990
	1990s
	2019
	2019-07
	END
}

@test "report: the rest is folded, lists of places end" {
	corpus >c.tsv
	report --top=1 c.tsv >page
	balanced page
	[ "$(grep -c '</tbody></table></details>' page)" -ge 1 ]
	{ header
	    row paragraph d 0 603 _ body _ _ "$(printf 'Bo.%.0s' {1..201})"
	    for n in {0..200}; do
		row entity d $((n * 3)) $((n * 3 + 2)) _ PER Bo _ Bo
	    done; } >many.tsv
	report many.tsv >page
	balanced page
	grep -o '<br>and [0-9]* more' page >out
	shows <<-'END'
	<br>and 1 more
	END
}

@test "report: the policy lets only its own script run" {
	each_awk report stream.tsv >page
	js=$(sed -n '/^<script>/,/<\/script>$/p' page |
	    sed '1s/^<script>//; $s/<\/script>$//')
	hash=$(printf '%s' "$js" | sha256sum | cut -d ' ' -f1 |
	    sed 's/../\\x&/g')
	hash=$(printf '%b' "$hash" | base64)
	grep -q "^	script-src 'sha256-$hash'\">" page
	tr '\n\t' '  ' <page | grep -q "content=\"default-src 'none'; *\
style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; *script-src"
	[ "$(grep -c '<script' page)" -eq 1 ]
}

@test "color: colour only when asked for, each line painted for itself" {
	color stream.tsv | tail -n 2 | head -n 1 >out
	shows <<-'END'
	About $5, in late May, officials in Ulm say
	END
	each_awk color --color=always --width=20 stream.tsv >page
	grep -q $'\033\[33mběží. We paid' page || grep -q $'\033\[33m' page
	refute grep -E $'\033\\[[0-9;]*[1-9]m[^\033]*$' page
	color --color=never stream.tsv >plain
	refute grep -q $'\033' plain
	run color --color=maybe stream.tsv
	[ "$status" -eq 2 ]
	sed 's/\x1b\[[0-9;]*m//g; /^$/,$d' page >out
	printf '%s\n' 'quotation  cue' 'person  organisation' \
		'place  other name' number | same_bytes - out
}

@test "color: nothing in the text reaches the terminal" {
	row paragraph $'\033]0;d\a' 0 7 _ body _ _ $'a\033[31mb\302\2332' >evil.tsv
	each_awk color evil.tsv >out
	refute grep -q $'[\033\a]' out
	LC_ALL=C refute grep -q $'\302\233' out
}

# evil_rows: the file x=1;system("touch pwned").tsv with what would do something in
# every field, which is evil, too.
evil_rows()
{
	evil='<script>&"'\''$(touch pwned)`touch pwned`\\n%s'
	evil+=$'\033[31m\a</p>'
	n=$(printf '%b' "${evil//\\n/n}" | wc -m)
	{
		row paragraph "$evil" 0 "$n" _ body _ "lang=$evil" "$evil"
		row sentence "$evil" 0 "$n" 1 sentence _ _ "$evil"
		row quote "$evil" 0 "$n" 1 "$evil" "$evil" \
		    "cue=1-3|speaker=$evil" "$evil"
		row number "$evil" 0 9 1 money "$evil" "unit=$evil" "$evil"
		row number "$evil" 0 9 1 date "2019$evil" "mod=$evil" "$evil"
		row entity "$evil" 0 9 1 "$evil" "$evil" "kind=$evil" "$evil"
		row token "$evil" 0 "$n" 1 "$evil" "$evil" _ "$evil"
	} >'x=1;system("touch pwned").tsv'
}

@test "values are inert: shell, awk, HTML and terminal" {
	local tool
	evil_rows
	for tool in $reports; do
		each_awk "$tool" 'x=1;system("touch pwned").tsv' >out
		refute grep -q $'[\033\a]' out
	done
	for tool in html report; do
		each_awk $tool 'x=1;system("touch pwned").tsv' >out
		balanced out
	done
	[ ! -e pwned ]
}

@test "values are inert: other formats, scores, names of documents" {
	local tool
	evil_rows
	evaluate 'x=1;system("touch pwned").tsv' 'x=1;system("touch pwned").tsv' >out
	refute grep -q $'[\033\a]' out
	evaluate --errors=9 'x=1;system("touch pwned").tsv' </dev/null >out
	for tool in brat webanno conllup conll spacy w3c; do
		case $tool in
		spacy | w3c) type -P jq >/dev/null || continue ;;
		esac
		reformat --to=$tool -o "$tool" 'x=1;system("touch pwned").tsv'
		[ -e $tool ]
	done
	[ "$(ls brat webanno | grep -c '[<&\\]')" -eq 0 ]
	# no document leaves the folder
	row paragraph ../pwned 0 1 _ body _ _ x >up.tsv
	row token ../pwned 0 1 _ word x _ x >>up.tsv
	for tool in brat webanno; do
		reformat --to=$tool -o up.$tool up.tsv
		[ "$(ls up.$tool | grep -c pwned)" -gt 0 ]
		[ -z "$(find . -maxdepth 1 -name 'pwned*')" ]
	done
	# the text of documents with such names, through every filter
	mkdir -p 'a;touch pwned;'
	printf '%s\n' "$evil" >"a;touch pwned;/-x \$(touch pwned) 'y=1.txt"
	annotate 'a;touch pwned;' >out
	[ "$(cut -f2 out | grep -cF '$(touch pwned)')" -gt 3 ]
	[ ! -e pwned ]
}

@test "empty input gives a header or an empty page, and 0" {
	local tool
	for tool in $reports; do
		run "$tool" </dev/null
		[ "$status" -eq 0 ]
		head -n 1 stream.tsv | "$tool" >out
	done
	for tool in html report; do
		$tool </dev/null >page
		balanced page
	done
}

@test "unknown option 2, unreadable file 1, the rest is processed" {
	local tool
	for tool in annotate $reports; do
		run "$tool" --no-such-option
		[ "$status" -eq 2 ]
		[ "${lines[0]}" = "$tool: unknown option: --no-such-option" ]
	done
	for tool in $reports; do
		"$tool" stream.tsv >page
		run --separate-stderr "$tool" nofile . stream.tsv
		[ "$status" -eq 1 ]
		[ "$output" = "$(cat page)" ]
		[ "$stderr" = "$tool: nofile: no such file
$tool: .: is a folder" ]
		run "$tool" nofile
		[ "$status" -eq 1 ]
	done
}

@test "train-*: unknown options 2, what cannot be read 1" {
	local tool
	for tool in entities sentences tags; do
		for option in --junk -x; do
			run -2 sh "$root/scripts/train-$tool" $option nofile
			[ "${lines[0]}" != "" ]
		done
		run -1 sh "$root/scripts/train-$tool" nofile
		[ "${#lines[@]}" -eq 1 ]
		[[ ${lines[0]} == "train-$tool: nofile"* ]]
		run -0 sh "$root/scripts/train-$tool" --help
	done
}

@test "what is not a row is named with file and line" {
	local tool
	for tool in $reports; do
		printf 'type\tdoc\nplain text\n' >'a b'
		run -1 "$tool" 'a b'
		[[ "$output" == *"$tool: a b:2: not a row of the stream"* ]]
		sed 's/$/\r/' stream.tsv >crlf
		run -1 "$tool" crlf
		[[ "$output" == *"$tool: crlf:2: a carriage return at the "* ]]
		gzip -c stream.tsv >rows.gz
		run -1 "$tool" rows.gz
		[[ "$output" == *"$tool: rows.gz:1: packed (gzip -dc"* ]]
	done
}

@test "names of files: dashes, equal signs, spaces, line ends" {
	local name
	mkdir sub
	for name in -n x=y 'a b' $'c\nd' 'sub/e'; do
		cp stream.tsv "./$name"
		money -- "$name" | cmp - <(money stream.tsv)
	done
}

@test "a full disk is a failure, with every awk" {
	[ -e /dev/full ] || skip 'no /dev/full'
	local tool awk
	mkdir bin
	for awk in gawk mawk original-awk busybox; do
		type -P "$awk" >/dev/null || continue
		ln -sf "$(type -P "$awk")" bin/awk
		for tool in $reports; do
			PATH=$PWD/bin:$PATH expect 1 "$tool" stream.tsv \
				>/dev/full 2>err
			[ "$(wc -l <err)" -eq 1 ]
			grep -q "^$tool: write error" err
		done
	done
}

@test "--help fits 24 lines and its example runs" {
	local tool
	ln -s "$root/scripts" scripts
	ln -s "$root/samples" samples
	for tool in annotate $reports; do
		"$tool" --help >help
		[ "$(wc -l <help)" -le 24 ]
		[ "$(sed -n 1p help | cut -d' ' -f1,2)" = "usage: $tool" ]
		refute grep -E '.{81}' help
		tail -n 2 help | head -n 1 | grep -qx 'Example:'
		[ -x "$BUILD/bin/quotes" ] || continue
		sh -c "$(tail -n 1 help)" </dev/null >out
		[ -s out ] || [ -s treaty.html ]
	done
}

# stubs: filters that copy, and a paragraphs that shows what it was called with.
stubs()
{
	local name
	BUILD=$PWD/stubs
	mkdir -p stubs/bin
	for name in sentences tokens numbers entities quotes; do
		printf '#!/bin/sh\nexec cat\n' >"stubs/bin/$name"
	done
	printf '#!/bin/sh\nprintf "[%%s]" "$@"\necho\n' >stubs/bin/paragraphs
	chmod +x stubs/bin/*
}

# each_shell COMMAND...: annotate with every shell.
each_shell()
{
	local sh
	for sh in dash 'bash --posix' 'busybox sh'; do
		type -P "${sh%% *}" >/dev/null || continue
		$sh "$root/scripts/annotate" "$@" >out
		cmp -s out last 2>/dev/null || [ ! -e last ] || return 1
		cp out last
	done
}

@test "annotate: files and folders, with names of every kind" {
	stubs
	mkdir -p ./-d/sub empty
	touch -- ./-d/b.txt './-d/a b.txt' ./-d/no.csv $'./-d/sub/c\nd.txt'
	each_shell -- -d -x.txt -
	shows <<-'END'
	[--][-d/a b.txt][-d/b.txt]
	[--][-d/sub/c
	d.txt]
	[--][-x.txt]
	[--][-]
	END
	rm last
	each_shell
	shows <<<'[--][-]'
	run annotate empty
	[ "$status" -eq 1 ]
	[ "$output" = 'annotate: empty: no *.txt in this folder' ]
}

@test "annotate: a folder of many files" {
	stubs
	mkdir many
	(cd many && touch $(seq -f '%03g.txt' 1 250))
	each_shell many
	[ "$(tr ']' '\n' <out | grep -c 'txt$')" -eq 250 ]
}

@test "annotate: tables by their name or as told, options passed on" {
	stubs
	printf 'id,"published",body\n' >t.csv
	printf 'id\tdate\tbody\n' >t.tsv
	each_shell --doc id --text=body --meta=a,b --date=2019-07-04 t.csv x.txt \
	    t.tsv
	shows <<-'END'
	[--csv][--text=body][--doc=id][--date=published][--meta=a,b][--][t.csv]
	[--date=2019-07-04][--][x.txt]
	[--tsv][--text=body][--doc=id][--meta=a,b][--][t.tsv]
	END
	rm last
	each_shell --csv --date='day "x"'
	shows <<<'[--csv][--date=day "x"][--][-]'
	run annotate --text
	[ "$status" -eq 2 ]
	# what only a table has would be lost
	run -2 annotate --date=yesterday x.txt
	[ "${lines[0]}" = 'annotate: --date=yesterday: not a date (2019-07-04)' ]
	run -2 annotate --doc=id x.txt
	[ "${lines[0]}" = 'annotate: --doc=id: no operand is a table' ]
}

@test "annotate: the failure of any filter is its own" {
	local name
	for name in paragraphs sentences tokens numbers entities quotes; do
		stubs
		printf '#!/bin/sh\ncat >/dev/null; exit 1\n' >"stubs/bin/$name"
		run annotate </dev/null
		[ "$status" -eq 1 ]
		printf '#!/bin/sh\nkill -KILL $$\n' >"stubs/bin/$name"
		run annotate </dev/null
		[ "$status" -eq 1 ]
		[[ "$output" == *"annotate: $name: ended with status 137"* ]]
	done
	rm stubs/bin/tokens
	run annotate </dev/null
	[ "$status" -eq 1 ]
	[ "$output" = 'annotate: tokens: not found (run make first)' ]
}

@test "annotate: ends when its reader leaves" {
	stubs
	printf '#!/bin/sh\nexec yes\n' >stubs/bin/paragraphs
	run timeout 10 sh -c 'annotate </dev/null | head -n 1'
	[ "$status" -eq 0 ]
	[ "$output" = y ]
}

@test "scripts are clean for shellcheck and dash" {
	local tool
	for tool in annotate $reports; do
		if type -P dash >/dev/null; then
			dash -n "$root/scripts/$tool"
		fi
		type -P shellcheck >/dev/null || continue
		shellcheck -x "$root/scripts/$tool"
	done
}

@test "samples: every script over every sample" {
	local file tool
	for file in "$root"/samples/*.txt "$root"/samples/*.csv; do
		annotate "$file" >all.tsv
		for tool in $reports; do
			each_awk "$tool" all.tsv >out
			[ -s out ]
		done
		html all.tsv >page
		balanced page
		# a row for each quotation, its pieces joined
		[ "$(who-said-what all.tsv | wc -l)" -eq "$(awk -F '\t' '
		    $1 == "quote" && !match($8, /group=[0-9]+/) { n++ }
		    $1 == "quote" && match($8, /group=[0-9]+/) &&
		    !seen[$2, substr($8, RSTART, RLENGTH)]++ { n++ }
		    END { print n + 1 }' all.tsv)" ]
		[ "$(figures all.tsv | wc -l)" -eq \
		    "$(grep -c '^\(number\|type\)' all.tsv)" ]
		[ "$(names --tsv all.tsv | awk -F '\t' '{ n += $4 }
		    END { print n }')" -eq "$(grep -c ^entity all.tsv)" ]
	done
}

@test "samples: all at once is one after the other" {
	cd "$root/samples"
	annotate . >"$BATS_TEST_TMPDIR/folder.tsv"
	for file in ./*.txt; do
		annotate "$file"
	done | awk 'NR == 1 || !/^type\t/' |
	    cmp - "$BATS_TEST_TMPDIR/folder.tsv"
}

@test "color: through a pager as wide as the terminal, every line in colour" {
	needs_terminal
	annotate "$samples/british.txt" >british.tsv
	script -qec 'stty cols 50; color --color=always british.tsv | cat >out' \
		/dev/null </dev/null >/dev/null
	[ "$(sed "1d; s/$(printf '\033')\[[0-9;]*m//g" out |
		LC_ALL=C.UTF-8 wc -L)" -le 50 ]
	# what a line opens it closes
	awk '{ open = gsub(/\033\[[1-9][0-9;]*m/, ""); shut = gsub(/\033\[0m/, "")
	    if (open != shut) bad = 1; n += open } END { exit bad || n < 20 }' \
		out
	[ "$(color --color=always british.tsv 2>/dev/null | wc -l)" -lt \
		"$(wc -l <out)" ]
}

@test "annotate tells on a terminal how far it is in what it is given" {
	needs_terminal
	awk 'BEGIN { for (i = 0; i < 9000; i++)
	    print "Ana Duarte said no in 2019, and left the long room early.\n" }' \
		>long.txt
	annotate <long.txt >want
	script -qec 'annotate <long.txt >out' log </dev/null >/dev/null
	cmp want out
	grep -q 'annotate: [0-9]* paragraphs, about [1-9][0-9]* %' log
	script -qec 'cat long.txt | annotate >out' log </dev/null >/dev/null
	cmp want out
	grep -q 'annotate: [1-9][0-9]* paragraphs' log
	refute grep -q % log
	# what a reader shows is not written over
	script -qec 'cat long.txt | annotate | cat >out' log </dev/null >/dev/null
	refute grep -q 'paragraphs' log
}

@test "reports tell on a terminal how far they are in a large file" {
	needs_terminal
	awk '{ row[NR] = $0 } END { for (i = 0; i < 4000; i++)
	    for (k = 1; k <= NR; k++) print row[k] }' stream.tsv >big.tsv
	[ "$(wc -c <big.tsv)" -gt 4194304 ]
	names big.tsv >want
	script -qec 'names big.tsv >out' log </dev/null >/dev/null
	cmp want out
	grep -q 'names: [1-9][0-9]* %' log
	# not of a small one, nor without a terminal
	script -qec 'names stream.tsv >out' log </dev/null >/dev/null
	refute grep -q %. log
	names big.tsv 2>err | cmp - want
	[ ! -s err ]
}

@test "reformat tells how far it is when it reads much of brat and spaCy" {
	needs_terminal
	type -P jq >/dev/null || skip 'no jq'
	mkdir brat
	awk 'BEGIN { for (i = 0; i < 30; i++) {
		for (k = 0; k < 5000; k++) printf "a word or two. "
		print ""
	} }' >brat/big.txt
	printf 'T1\tWORD 2 6\tword\n' >brat/big.ann
	sed 's/.*/{"text":"&","spans":[{"start":2,"end":6,"label":"WORD"}]}/' \
		brat/big.txt >big.jsonl
	for from in brat spacy; do
		from=--from=$from
		file=brat
		[ $from = --from=brat ] || file=big.jsonl
		reformat $from $file >want 2>err
		[ ! -s err ]
		grep -q '^entity.*	word$' want
		script -qec "reformat $from $file >out" log </dev/null \
			>/dev/null
		cmp want out
		grep -q 'reformat: [1-9][0-9]* %' log
		grep -q $'\r\033\\[K' log
	done
}

@test "where standard output is closed every script says so in one line" {
	local name
	for name in annotate who-said-what money figures timeline names html \
	    color evaluate reformat report; do
		set -- stream.tsv
		case $name in
		evaluate) set -- stream.tsv stream.tsv ;;
		reformat) set -- --to=conllup stream.tsv ;;
		esac
		run bash -c '"$@" >&-' - "$name" "$@"
		[ "$status" -eq 1 ]
		[ "$output" = "$name: write error: Bad file descriptor" ]
		run bash -c '"$0" --help >&-' "$name"
		[ "$status" -eq 1 ]
		[ "$output" = "$name: write error: Bad file descriptor" ]
	done
	html --output=page stream.tsv >&-
	grep -q '</html>' page
}

@test "a table and colours are as wide as the terminal" {
	local name width
	needs_terminal
	annotate "$samples/british.txt" >british.tsv
	for name in color who-said-what; do
		for width in 70 110; do
			script -qec "stty cols $width; $name british.tsv" log \
			    </dev/null >/dev/null
			sed "/^Script /d; s/$(printf '\033')\[[0-9;]*m//g" log |
			    tr -d '\r' | LC_ALL=C.UTF-8 wc -L >widest.$width
			[ "$(cat widest.$width)" -le "$width" ]
		done
		[ "$(cat widest.110)" -gt 85 ]
	done
}
