# paragraphs: raw text and tables to paragraph rows.

bats_require_minimum_version 1.5.0

setup() {
	load helpers
	cd "$BATS_TEST_TMPDIR" || return 1
	tab=$(printf '\t')
}

# start, end, label and text of the rows, with spaces between
rows() {
	paragraphs -H "$@" | cut -f3,4,6,9 | tr '\t' ' '
}

# compares standard input with what is expected
same() {
	diff -u - "$1"
}

@test "writes the header and nine columns" {
	printf 'The mayor resigned.\n' | paragraphs >out
	printf '%s\n' \
	    "type	doc	start	end	sent	label	value	attrs	text" \
	    "paragraph	-	0	19	_	body	_	_	The mayor resigned." |
	    same out
}

@test "names documents after their files" {
	printf 'One.\n' >a.txt
	printf 'Two.\n' >'b c.txt'
	paragraphs -H a.txt 'b c.txt' ./a.txt | cut -f2,9 >out
	printf '%s\n' 'a.txt	One.' 'b c.txt	Two.' './a.txt	One.' |
	    same out
}

@test "blank lines end a paragraph, blanks of any kind" {
	printf 'One.\n \t\nTwo.\n\302\240\n\nThree.\r\n\r\n\342\200\203\nFour.' |
	    rows >out
	printf '%s\n' '0 4 body One.' '8 12 body Two.' '16 22 body Three.' \
	    '28 33 body Four.' | same out
}

@test "outer blanks are no part of a paragraph" {
	printf '\n\n   \302\240 Inside here.\302\240\t \n\f\n' | rows >out
	echo '7 19 body Inside here.' | same out
}

@test "joins wrapped lines and keeps their line ends" {
	cat >in <<-'EOF'
	The ferry to Port Ellis was late again on Monday, and nobody at
	the quay could say why. A man in a yellow coat thought it was the
	wind.

	Others blamed the new timetable, which the company had printed in
	March and never
	corrected.
	EOF
	rows in >out
	cat >want <<-'EOF'
	0 135 body The ferry to Port Ellis was late again on Monday, and nobody at\nthe quay could say why. A man in a yellow coat thought it was the\nwind.
	137 229 body Others blamed the new timetable, which the company had printed in\nMarch and never\ncorrected.
	EOF
	same out <want
}

@test "keeps CRLF in offsets and text" {
	printf 'It rained in the hills all night and\r\nthe river rose by noon.\r\n\r\nThen it fell.\r\n' |
	    rows >out
	printf '%s\n' \
	    '0 61 body It rained in the hills all night and\r\nthe river rose by noon.' \
	    '65 78 body Then it fell.' | same out
}

@test "drops a byte order mark and counts from behind it" {
	printf '\357\273\277Hello there.\n' | rows >out
	echo '0 12 body Hello there.' | same out
}

@test "lists: one paragraph for each item" {
	cat >in <<-'EOF'
	The council agreed:
	• a new bridge at Low Mill
	• two buses an hour,
	  also on Sundays
	• no parking in Kiln Street

	- first
	- second

	1. Sign here
	2. Post it
	3) Wait

	(a) apples; and
	(b) pears.
	EOF
	rows in >out
	cat >want <<-'EOF'
	0 19 body The council agreed:
	20 46 item • a new bridge at Low Mill
	47 85 item • two buses an hour,\n  also on Sundays
	86 113 item • no parking in Kiln Street
	115 122 item - first
	123 131 item - second
	133 145 item 1. Sign here
	146 156 item 2. Post it
	157 164 item 3) Wait
	166 181 item (a) apples; and
	182 192 item (b) pears.
	EOF
	same out <want
}

@test "a dash or a number at the edge of wrapped text is no item" {
	cat >in <<-'EOF'
	The company, which makes pumps, valves and a little of everything
	- most of it in Ostrava - said it would close two plants by June
	12. That would leave it with nine, down from fourteen in the year
	2010. The unions were not told.
	EOF
	rows in | cut -d' ' -f1-3 >out
	echo '0 228 body' | same out
}

@test "headline, byline, dateline and section title are headings" {
	cat >in <<-'EOF'
	Third bridge over the Orla to open by spring, ministry says

	By Anna-Lena Prout and Samuel Oke Jr.

	Tuesday, 4 March 2025

	The bridge was promised for 2019.

	Related Topics

	What it costs

	“We waited too long”

	He left
	EOF
	paragraphs -H in | cut -f6,9 | tr '\t' ' ' >out
	cat >want <<-'EOF'
	heading Third bridge over the Orla to open by spring, ministry says
	heading By Anna-Lena Prout and Samuel Oke Jr.
	heading Tuesday, 4 March 2025
	body The bridge was promised for 2019.
	heading Related Topics
	heading What it costs
	heading “We waited too long”
	body He left
	EOF
	same out <want
}

@test "a headline over two lines is one heading" {
	printf 'Fire guts mill in Lower Hessle\nfor the second time\n\nNobody was hurt.\n' |
	    rows >out
	printf '%s\n' \
	    '0 50 heading Fire guts mill in Lower Hessle\nfor the second time' \
	    '52 68 body Nobody was hurt.' | same out
}

@test "labelled lines stand for themselves" {
	printf 'Pros: Quiet motor and light frame\nCons: Weak brakes, no lamp\nPrice: 1,199 euros\n' |
	    paragraphs -H | cut -f9 >out
	printf '%s\n' 'Pros: Quiet motor and light frame' \
	    'Cons: Weak brakes, no lamp' 'Price: 1,199 euros' | same out
}

@test "lines of a table of contents stand for themselves" {
	printf 'Preface ........ 3\nThe early years ...... 11\nIndex .... 240\n' |
	    paragraphs -H | cut -f9 >out
	printf '%s\n' 'Preface ........ 3' 'The early years ...... 11' \
	    'Index .... 240' | same out
}

@test "one paragraph per line without blank lines is recognised" {
	cat >in <<-'EOF'
	Harvest down by a third after the wettest June since records began, growers say
	Apple growers in the valley expect a crop a third smaller than last year's, their association said on Friday. It blamed rain in June, when bees stayed at home.
	Prices will rise.
	"We have never seen a June like it," said Petra Lohm, who has kept the books of the association since 1998 and whose family has farmed here for longer than anybody can remember.
	The ministry did not comment.
	EOF
	paragraphs -H in | cut -f9 >out
	same out <in
}

@test "one sentence per line is recognised" {
	cat >in <<-'EOF'
	The train left at nine.
	It was almost empty, since most people had gone home the day before.
	Nobody checked the tickets.
	At Varn the doors stayed shut for ten minutes.
	Then it went on.
	EOF
	paragraphs -H in | cut -f9 >out
	same out <in
}

@test "indented first lines begin paragraphs of wrapped text" {
	cat >in <<-'EOF'
	   The house stood at the end of the lane, behind two walnut trees
	that nobody had pruned for years.
	   Once a week the postman came. He never stayed, and he never said
	what he thought of the dog.
	   Then he retired.
	EOF
	rows in | cut -d' ' -f1-5 >out
	printf '%s\n' '3 100 body The house' '104 196 body Once a' \
	    '200 216 body Then he' | same out
}

@test "--wrapped and --lines force it" {
	printf 'One here.\nTwo there.\n- three\n' >in
	rows --wrapped in >out
	rows --lines in >>out
	cat >want <<-'EOF'
	0 20 body One here.\nTwo there.
	21 28 item - three
	0 9 body One here.
	10 20 body Two there.
	21 28 item - three
	EOF
	same out <want
}

@test "ill-formed UTF-8 and NUL become U+FFFD, counted in one warning" {
	# sequence, and how many U+FFFD it is (Unicode 15 section 3.9)
	while read -r count bytes; do
		printf "a${bytes}b" | paragraphs -H >out 2>err
		want=$(printf '%*s' "$count" '' | sed 's/ /\xef\xbf\xbd/g')
		[ "$(cut -f3,4,9 out)" = \
		    "0${tab}$((count + 2))${tab}a${want}b" ] || {
			echo "$bytes: $(cat out)"
			return 1
		}
		[ "$(wc -l <err)" -eq 1 ]
		[ "$(cut -d' ' -f2 err)" -eq "$count" ]
	done <<-'EOF'
	1 \000
	3 \000\000\000
	1 \200
	1 \277
	2 \200\277
	1 \377
	1 \376
	4 \376\376\377\377
	2 \300\200
	2 \301\277
	3 \340\200\200
	3 \340\237\277
	4 \360\200\200\200
	4 \360\217\277\277
	4 \364\220\200\200
	4 \365\200\200\200
	5 \370\210\200\200\200
	6 \374\204\200\200\200\200
	3 \355\240\200
	3 \355\277\277
	6 \355\240\275\355\260\200
	1 \302
	1 \337
	1 \342\202
	1 \357\277
	1 \360\237\230
	1 \360\237
	2 \302\302
	2 \342\202\342\202
	2 \360\220\360\220
	2 \342\200\342
	EOF
}

@test "--strict makes ill-formed UTF-8 an error, after what is before it" {
	printf 'Good.\n\nB\303\244d \377.\n\nNever.\n' >in
	run -1 paragraphs -Hs in 2>&1
	[ "$output" = "paragraph	in	0	5	_	body	_	_	Good.
paragraphs: in: ill-formed UTF-8 or NUL at code point 11" ]
	# the first of some that are far apart, where it is the first of all
	{
		printf '\377a.\n\n'
		yes 'It rained in the old port.' | head -n 100000
		printf '\n\377\n'
	} >in
	run -1 paragraphs -Hs in 2>&1
	[ "$output" = \
	    'paragraphs: in: ill-formed UTF-8 or NUL at code point 0' ]
}

@test "genuine U+FFFD is no error" {
	printf 'a \357\277\275 b.\n' | paragraphs -Hs 2>err | cut -f4 >out
	echo 6 | same out
	[ ! -s err ]
}

@test "output does not depend on how the input is divided" {
	printf '\357\273\277Caf\303\251 \342\202\254 5 \360\237\230\200\r\n\r\n- one\r\n- tw\342\202\n\nIt was late when the train came in and\nnobody waited. Then\0\n\302\240\nEnd' >in
	paragraphs in >want 2>err.want
	for size in 1 2 3 7; do
		dd if=in bs=$size 2>/dev/null | paragraphs >out 2>err
		sed 's/	in	/	-	/' want | same out
		sed 's/ in in)$/ in -)/' err.want | cmp err -
		i=0
		while [ $i -lt "$(wc -c <in)" ]; do
			dd if=in bs=1 skip=$i count=$size 2>/dev/null
			i=$((i + size))
		done | paragraphs >out 2>err
		sed 's/	in	/	-	/' want | same out
		sed 's/ in in)$/ in -)/' err.want | cmp err -
	done
}

@test "a finished paragraph comes out while the input is still open" {
	mkfifo pipe
	paragraphs -Hu <pipe >out 3>&- &
	exec 8>pipe
	printf 'First paragraph.\n\nSecond' >&8
	for i in $(seq 100); do
		[ ! -s out ] || break
		sleep 0.1
	done
	cut -f9 out >got
	exec 8>&-
	wait
	echo 'First paragraph.' | same got
}

@test "a paragraph beyond 1 MiB is cut at a sentence end or a space" {
	awk 'BEGIN { for (i = 0; i < 34000; i++)
		printf "Uncharacteristically interdependent. " }' >in
	paragraphs -H in | cut -f3,4 >out
	printf '%s\n' '0	1048542' '1048543	1257999' | same out
	awk 'BEGIN { for (i = 0; i < 80000; i++) printf "incomprehensible " }' |
	    paragraphs -H | cut -f3,4 >out
	printf '%s\n' '0	1048559' '1048560	1359999' | same out
	awk 'BEGIN { for (i = 0; i < 1200000; i++) printf "x" }' |
	    paragraphs -H | cut -f3,4 >out
	printf '%s\n' '0	1048576' '1048576	1200000' | same out
}

@test "csv: one document per record, quotes, commas and line ends" {
	printf 'id,published,body\r\n7,2019-07-04,"He said ""no"", then left.\r\n\r\nNobody, it seems,\ncared."\r\n8,,"Short, though."\r\n' >in
	paragraphs --csv --text=body --doc=id --date=published in >out
	cat >want <<-'EOF'
	type	doc	start	end	sent	label	value	attrs	text
	paragraph	7	0	24	_	body	_	date=2019-07-04	He said "no", then left.
	paragraph	7	28	52	_	body	_	date=2019-07-04	Nobody, it seems,\ncared.
	paragraph	8	0	14	_	body	_	_	Short, though.
	EOF
	same out <want
}

@test "tsv: escapes and no quoting" {
	printf '%s\n' 'doc	date	text' \
	    'a\\b	2020-01-02T03:04:05Z	Say "what.\n\nA\tB\\C.\r' \
	    '_	_	Plain.' >in
	paragraphs -H --tsv in >out
	cat >want <<-'EOF'
	paragraph	a\\b	0	10	_	body	_	date=2020-01-02T03:04:05Z	Say "what.
	paragraph	a\\b	12	18	_	body	_	date=2020-01-02T03:04:05Z	A\tB\\C.
	paragraph	2	0	6	_	body	_	_	Plain.
	EOF
	same out <want
}

@test "columns by number, meta columns as attributes in key order" {
	printf 'x,Topic Code,2nd,when\nHello.,a|b=c%%,,20240229 10:30\nBye.,_,y,2024-03-01\n' >in
	paragraphs -H --csv --text=1 --date=4 --meta='Topic Code,3' in |
	    cut -f2,8,9 >out
	printf '%s\n' \
	    '1	date=2024-02-29T10:30|topic_code=a%7Cb%3Dc%	Hello.' \
	    '2	date=2024-03-01|x2nd=y	Bye.' | same out
}

@test "--date dates plain files" {
	printf 'Rain.\n' | paragraphs -H --date=2019-07-04 | cut -f8,9 >out
	echo 'date=2019-07-04	Rain.' | same out
	run -2 paragraphs --date=4.7.2019 /dev/null
	[ "$output" = "paragraphs: --date: '4.7.2019' is not a date (2019-07-04)" ]
}

@test "dates that are none are errors with their line" {
	for date in 2019-02-29 2019-13-01 2019 12/31/2019 2019-07-04T25:00 \
	    2019-0704 2019-07-04T10:30+1 2019-07-04x; do
		printf 'text,date\n"a\nb",2020-02-29\nc,%s\n' "$date" >in
		run -1 --separate-stderr paragraphs -H --csv in
		[ "$output" = \
		    'paragraph	1	0	3	_	body	_	date=2020-02-29	a\nb' ]
		[ "$stderr" = \
		    "paragraphs: in:4: '$date' is not a date (2019-07-04)" ]
	done
}

@test "malformed tables are errors with their line" {
	while IFS='|' read -r format table message; do
		printf "$table" >in
		run -1 paragraphs -H "--$format" in
		[ "$output" = "paragraphs: in:$message" ] || {
			echo "$table: $output"
			return 1
		}
	done <<-'EOF'
	csv||1: no header
	csv|id,title\n1,x\n|1: no column 'text' or 'body' in the header (use --text)
	csv|body,a,body\nx,1,y\n|1: two columns 'body' in the header
	csv|id,body\n1\n|2: 1 field, but the first record has 2
	csv|id,body\n1,a,b\n|2: 3 fields, but the first record has 2
	csv|id,body\n1,"a\nb\n|2: quoted field is not closed
	csv|id,body\n1,a"b\n|2: quote inside a field, or text behind a closing quote
	csv|id,body\n1,"a" \n|2: quote inside a field, or text behind a closing quote
	tsv|text\na\\qb\n|2: unknown escape (only \t \n \r \\)
	tsv|text\tdoc\n\n|2: 1 field, but the first record has 2
	EOF
	printf 'a,b\n1,2\n' >in
	run -1 paragraphs -H --csv --text=c in
	[ "$output" = "paragraphs: in:1: no column 'c' in the header" ]
	run -1 paragraphs -H --csv --text=3 in
	[ "$output" = "paragraphs: in:1: no column '3' in the header" ]
	run -1 paragraphs -H --csv --text=a --meta=B,b in
	[ "$output" = "paragraphs: in:1: no column 'B' in the header" ]
}

@test "documents before a malformed record are written" {
	printf 'text\nOne.\n"Two\nlines."\nb"ad\nNever.\n' >in
	run -1 --separate-stderr paragraphs -H --csv in
	[ "$output" = 'paragraph	1	0	4	_	body	_	_	One.
paragraph	2	0	10	_	body	_	_	Two\nlines.' ]
	[ "$stderr" = 'paragraphs: in:5: quote inside a field, or text behind a closing quote' ]
}

@test "blank lines in a table: records of one column only" {
	printf 'text\n\nOne.\n' | paragraphs -H --csv | cut -f2,9 >out
	printf 'id,text\n\na,Two.\n\n\n' | paragraphs -H --csv | cut -f2,9 >>out
	printf '%s\n' '2	One.' 'a	Two.' | same out
}

@test "tables: byte order mark, no last line end, ill-formed bytes" {
	printf '\357\273\277text\r\nOne \377\000.' |
	    paragraphs -H --csv 2>err | cut -f9 >out
	printf 'One \357\277\275\357\277\275.\n' | same out
	[ "$(cat err)" = 'paragraphs: 2 ill-formed UTF-8 sequences or NUL became U+FFFD (the first in 1)' ]
	printf 'Bad: \377\n' >b.txt
	echo Good. | paragraphs - b.txt b.txt 2>err >/dev/null
	grep -q '^paragraphs: 2 .* (the first in b\.txt)$' err
	printf 'text\nGood.\nB\377d.\n' >in
	run -1 --separate-stderr paragraphs -Hs --csv in
	[ "$stderr" = 'paragraphs: in:3: ill-formed UTF-8 or NUL' ]
}

@test "tables do not depend on how the input is divided" {
	printf '\357\273\277id,text\r\n1,"caf\303\251 ""x""\r\n\r\n\342\202\254"\r\n2,b\r\rc\r\n' >in
	paragraphs --csv in >want
	for size in 1 2 3; do
		i=0
		while [ $i -lt "$(wc -c <in)" ]; do
			dd if=in bs=1 skip=$i count=$size 2>/dev/null
			i=$((i + size))
		done | paragraphs --csv | same want
	done
}

@test "an unreadable operand is passed over with status 1" {
	printf 'Here.\n' >in
	for table in '' --csv; do
		printf 'text\nHere.\n' >in
		run -1 paragraphs -H $table nofile . in
		[ "${lines[0]}" = 'paragraphs: nofile: No such file or directory' ]
		[ "${lines[1]}" = 'paragraphs: .: Is a directory' ]
		[ "${#lines[@]}" -ge 3 ]
	done
}

@test "wrong usage" {
	run -2 paragraphs --text=x
	[ "$output" = 'paragraphs: --text, --doc and --meta need --csv or --tsv' ]
	run -2 paragraphs --nothing
	[ "${lines[0]}" = "paragraphs: unrecognized option '--nothing'" ]
}

@test "empty input gives the header alone" {
	: | paragraphs >out
	printf 'type\tdoc\tstart\tend\tsent\tlabel\tvalue\tattrs\ttext\n' | same out
	: | paragraphs -H >out
	[ ! -s out ]
}

@test "headers and signature of a letter stand for themselves" {
	cat >in <<-'EOF'
	From: Mara Lind <mara@example.org>
	To: Joost Peel
	Subject: Bridge story

	I have changed the second paragraph as you asked. The ministry still
	says the bridge opens in spring, but the contractor told me off the
	record that it won't.

	Best regards,
	Mara Lind
	Orla Valley Courier
	www.example.org
	EOF
	rows in | cut -d' ' -f1-5 >out
	cat >want <<-'EOF'
	0 34 body From: Mara
	35 49 body To: Joost
	50 71 body Subject: Bridge
	73 231 body I have
	233 246 body Best regards,
	247 256 body Mara Lind
	257 276 body Orla Valley
	277 292 body www.example.org
	EOF
	same out <want
}

@test "quoted mail: each depth is a block of its own" {
	cat >in <<-'EOF'
	On Tuesday Maria Cortes wrote:
	> I have read the report from the council and I do
	> not agree with what it says about the harbour.
	> We should meet before the vote. Can you come on
	> Friday?
	>
	> Best, Maria
	>
	> > The plan is in the letter that I sent to the
	> > board in May
	I can come.
	EOF
	rows in | cut -d' ' -f3- >out
	cat >want <<-'EOF'
	body On Tuesday Maria Cortes wrote:
	body > I have read the report from the council and I do\n> not agree with what it says about the harbour.\n> We should meet before the vote. Can you come on\n> Friday?
	body > Best, Maria
	body > > The plan is in the letter that I sent to the\n> > board in May
	body I can come.
	EOF
	same out <want
}

@test "rules and copyright lines are no items, questions no titles" {
	cat >in <<-'EOF'
	Q: Is the bridge safe?

	A: It is

	* * *

	(c) 2020 Northfield Courier

	(C) © Northfield Courier

	(c) the third item

	Yours,

	Ana Lind
	12 Mill Lane

	The next part
	EOF
	rows in | cut -d' ' -f3- >out
	cat >want <<-'EOF'
	body Q: Is the bridge safe?
	body A: It is
	body * * *
	body (c) 2020 Northfield Courier
	heading (C) © Northfield Courier
	item (c) the third item
	body Yours,
	body Ana Lind
	body 12 Mill Lane
	heading The next part
	EOF
	same out <want
}

@test "wrapped paragraphs without blank lines between them" {
	cat >in <<-'EOF'
	Third bridge to open by spring
	By Mara Lind
	ORLA, March 4 - The third bridge over the Orla will open by spring, the
	transport ministry said on Tuesday, six years later than planned and at
	twice the cost.
	"We are sorry," said the minister, Jan Prokop.
	The contractor, Betonwerke Nord, did not answer questions. Its shares
	fell 4 percent in Frankfurt.
	EOF
	rows in | cut -d' ' -f1-5 >out
	cat >want <<-'EOF'
	0 30 heading Third bridge
	31 43 heading By Mara
	44 203 body ORLA, March
	204 250 body "We are
	251 349 body The contractor,
	EOF
	same out <want
}

@test "an address longer than a line does not widen the margin" {
	cat >in <<-'EOF'
	The report, which runs to four hundred pages, can be had from
	https://www.example.org/reports/2025/bridges/third-bridge-over-the-orla-final-version.pdf
	and at the town hall. A summary costs nothing. It is also
	available in Polish. The mayor has not read it, she said.
	EOF
	paragraphs -H in | wc -l | tr -d ' ' >out
	echo 1 | same out
}

@test "rows of a table stand for themselves and are no titles" {
	printf '%s\n' 'Team          P   W   Pts' 'Northfield   38  25    83' \
	    'Portsea      38  24    81' '' 'They won the title.' | rows >out
	printf '%s\n' '0 25 body Team          P   W   Pts' \
	    '26 51 body Northfield   38  25    83' \
	    '52 77 body Portsea      38  24    81' \
	    '79 98 body They won the title.' | same out
}

@test "short lines behind wrapped ones stand for themselves" {
	printf '%s\n' 'Thank you for the letter of last week and the photographs of' \
	    'the old harbour, which we shall print.' '' 'J. K. Moss' 'Editor' \
	    'The Harbour Post' | rows | tail -n 3 | cut -d ' ' -f3- >out
	printf '%s\n' 'heading J. K. Moss' 'heading Editor' \
	    'heading The Harbour Post' | same out
}

@test "quoted lines of mail are joined" {
	printf '%s\n' '> Here is the draft. It needs a second' \
	    '> pair of eyes before we run it.' | rows >out
	printf '%s\n' '0 71 body > Here is the draft. It needs a second\n> pair of eyes before we run it.' |
	    same out
}
