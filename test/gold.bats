# Accuracy on the articles in test/gold does not fall, and scripts/evaluate
# counts what it says.

bats_require_minimum_version 1.5.0

setup()
{
	root=$(cd "$BATS_TEST_DIRNAME/.." && pwd)
	load helpers
	PATH=$root/scripts:$PATH
	cd "$BATS_TEST_TMPDIR"
}

# What every score must at least be.  Raise a floor when an engine gets better,
# never lower it without saying why.
floors()
{
	cat <<-'EOT'
	sentence 99.5
	entity 85
	entity3 90
	name 96
	number 98
	value 98
	direct 98
	indirect 96
	speaker 98
	cue 98
	EOT
}

@test "accuracy on the gold articles does not fall" {
	cd "$root/test/gold"
	while read -r doc date; do
		[ "$doc" != doc ] || continue
		[ "$date" != _ ] || date=
		paragraphs -H ${date:+"--date=$date"} "docs/$doc.txt"
	done <docs.tsv | sentences | tokens | numbers | entities | quotes |
	    evaluate . >"$BATS_TEST_TMPDIR/scores"
	cat "$BATS_TEST_TMPDIR/scores"
	floors | awk '
		NR == FNR { score[$1] = $2; next }
		!($1 in score) || score[$1] < $2 {
			print "below " $2 ": " $1 " " score[$1]
			low = 1
		}
		END { exit low || FNR < 10 }' "$BATS_TEST_TMPDIR/scores" -
}

@test "the rows of the gold articles lie where they say" {
	local table
	for table in sentences entities numbers quotes; do
		cut -f1 "$root/test/gold/$table.tsv" | sed 1d | sort -u |
		while read -r doc; do
			awk -F '\t' -v doc="$doc" '
			    NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i }
			    $1 == doc { printf "gold\t%s\t%s\t%s\n",
				$c["start"], $c["end"], $c["text"] }' \
			    "$root/test/gold/$table.tsv" >gold
			offsets_hold "$root/test/gold/docs/$doc.txt" gold
		done
	done
}

# One document; what was found is right but for the second entity's type, the
# end of the number, its unit; the second quotation; and the cue of the first.
@test "evaluate: counts hits, misses and what is too much" {
	mkdir gold
	printf 'doc\tstart\tend\ttext\n%s\t%s\t%s\t%s\n' a 0 5 'One. ' \
	    >gold/sentences.tsv
	printf '%s\t%s\t%s\t%s\t%s\t%s\n' doc start end text type name \
	    a 10 13 Ana PER 'Ana D' a 20 23 Bob ORG Bob a 30 34 Lima LOC Lima \
	    >gold/entities.tsv
	printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\n' \
	    doc start end text value unit dated_value \
	    a 40 46 '5 feet' 5 '[ft_i]' _ a 50 54 2025 2025 _ _ \
	    a 56 59 Mon XXXX-WXX-1 _ 2024-01-01 >gold/numbers.tsv
	printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' doc start \
	    end type speaker_start speaker_end speaker_text cue_start cue_end \
	    cue_text text attr \
	    a 60 70 direct 80 83 Ana 84 88 said '"aé we do"' _ \
	    a 90 99 indirect 80 83 Ana 84 88 said 'they came' _ \
	    a 120 129 indirect _ _ _ _ _ _ 'he did so' nested \
	    >gold/quotes.tsv
	row() {
		printf '%s\tdir/a.txt\t%s\t%s\t1\t%s\t%s\t%s\t%s\n' "$@"
	}
	{
		row paragraph 0 4 body _ _ One.
		row sentence 0 4 sentence _ _ One.
		row entity 10 13 PER 'Ana D' _ Ana
		row entity 20 23 PER Bobby _ Bob
		row number 40 45 quantity 5 'unit=m' '5 fee'
		row number 50 54 date 2025 _ 2025
		row number 56 59 date XXXX-WXX-1 dated=2024-01-01 Mon
		row quote 61 69 direct _ 'cue=86-90|speaker=80-83' 'aé we do'
		row quote 95 99 indirect _ 'cue=10-13' came
		row quote 121 129 indirect _ _ 'e did so'
	} >stream
	evaluate gold stream >out
	tr '\t' ' ' <out | diff - /dev/fd/3 3<<-'EOT'
	sentence 100.00
	entity 40.00
	entity3 40.00
	name 50.00
	number 66.67
	value 66.67
	direct 100.00
	indirect 0.00
	speaker 100.00
	cue 100.00
	EOT
}

@test "evaluate: nothing found is nothing right" {
	evaluate "$root/test/gold" </dev/null >out
	[ "$(awk '$2 == "-" { print $1 }' out | tr '\n' ' ')" = 'name speaker cue ' ]
	[ "$(awk '$2 != "-" { print $2 }' out | sort -u)" = 0.00 ]
	expect 1 evaluate "$root/test/nothing" </dev/null 2>err
	grep -q 'nothing: no such file or folder' err
	run -2 evaluate
	run -0 evaluate --help
	[[ ${lines[0]} == 'usage: evaluate '* ]]
}

# Gold that is a stream: one row right, one with another label, one value
# wrong, one missed, one too much, one that only overlaps, one of another type.
@test "evaluate: a stream against a stream" {
	row() {
		printf '%s\t%s\t%s\t%s\t1\t%s\t%s\t%s\t%s\n' "$@"
	}
	{
		row entity a.txt 0 3 PER Ana _ Ana
		row entity a.txt 5 8 ORG Bob _ Bob
		row entity a.txt 10 14 LOC Lima _ Lima
		row mood a.txt 10 14 x _ _ Lima
		row number a.txt 20 22 money 5 unit=USD '$5'
		row number a.txt 30 39 date 2025 _ 'last 2025'
		row number b.txt 0 1 cardinal 1 _ 1
	} >gold
	{
		row paragraph dir/a.txt 0 40 body _ _ \
			'Ana, Bob; Lima....  $5 ....   last 2025.'
		row entity dir/a.txt 0 3 PER 'Ana D' _ Ana
		row entity dir/a.txt 5 8 PER Bob _ Bob
		row token dir/a.txt 10 14 word lima _ Lima
		row entity dir/a.txt 16 17 MISC x _ .
		row number dir/a.txt 20 22 money 5 unit=EUR '$5'
		row number dir/a.txt 35 39 date 2025 _ 2025
	} >found
	evaluate gold found >out
	diff - out <<-'EOT'
	layer	label	gold	found	right	precision	recall	f1	value
	entity	*	3	3	1	33.33	33.33	33.33	0.00
	entity	LOC	1	0	0	_	0.00	0.00	_
	entity	MISC	0	1	0	0.00	_	0.00	_
	entity	ORG	1	0	0	_	0.00	0.00	_
	entity	PER	1	2	1	50.00	100.00	66.67	0.00
	mood	*	1	0	0	_	0.00	0.00	_
	mood	x	1	0	0	_	0.00	0.00	_
	number	*	3	2	1	50.00	33.33	40.00	0.00
	number	cardinal	1	0	0	_	0.00	0.00	_
	number	date	1	1	0	0.00	0.00	0.00	_
	number	money	1	1	1	100.00	100.00	100.00	0.00
	EOT
	evaluate --layers=number gold found >out
	[ "$(wc -l <out)" -eq 5 ]
	# 4 of 9 code points are not more than half
	evaluate --overlap --layers=number gold found | diff - out
	sed 's/	30	39	\(.*\)last 2025/	34	39	\1 2025/' gold >gold2
	evaluate --overlap gold2 found | awk '$2 == "date" { print $5, $9 }' \
		>out
	[ "$(cat out)" = '1 100.00' ]
	evaluate --confusion --layers=entity gold found >out
	diff - out <<-'EOT'
	layer	gold	found	count
	entity	_	MISC	1
	entity	LOC	_	1
	entity	ORG	PER	1
	entity	PER	PER	1
	EOT
	evaluate --errors=1 --layers=entity,number gold found >out
	diff - out <<-'EOT'
	layer	error	doc	start	end	gold	found	context
	entity	value	a.txt	0	3	PER Ana	PER Ana D	[Ana], Bob; Lima....  $5 ....   last 2025.
	number	value	a.txt	20	22	money 5 USD	money 5 EUR	Ana, Bob; Lima....  [$5] ....   last 2025.
	EOT
	[ "$(evaluate --errors=9 gold found | wc -l)" -eq 10 ]
	# itself
	evaluate found found | awk 'NR > 1 && $8 != "100.00"' >out
	[ ! -s out ]
	evaluate found found | awk '$1 == "token"' | grep -q .
}

@test "evaluate: wrong usage, and gold that is no stream" {
	run -2 evaluate --bogus
	[ "${lines[0]}" = 'evaluate: unknown option: --bogus' ]
	echo 'no row' >gold
	run -2 evaluate --errors=x gold
	run -2 evaluate --confusion "$root/test/gold"
	run -1 evaluate gold </dev/null
	[ "$output" = 'evaluate: gold:1: not a row of the stream' ]
}

@test "evaluate: a folder without gold, tables without names of columns" {
	mkdir folder
	run -1 evaluate folder </dev/null
	[ "$output" = "evaluate: folder: no sentences.tsv, entities.tsv,\
 numbers.tsv or quotes.tsv" ]
	printf 'd\t0\t7\tIt won.\n' >folder/sentences.tsv
	run -1 evaluate folder </dev/null
	[ "$output" = "evaluate: folder/sentences.tsv:1: no names of columns:\
 doc, start, end ..." ]
}

# scored TYPE DOC TEXT...: rows of one paragraph, which is a row of the type.
scored()
{
	printf '%s\t%s\t0\t%d\t1\tx\t_\t_\t%s\n' paragraph "$2" ${#3} "$3" \
		"$1" "$2" ${#3} "$3"
}

@test "evaluate: says when there is nothing to compare" {
	scored mood dir/a.txt Well. >gold
	scored mood b.txt Well. >found
	none()
	{
		run -1 evaluate "$@"
		[ "$output" = "evaluate: $said" ]
	}
	said='no row has the type mod' none --layers=mood,mod gold gold
	said='no document is in both: the gold has dir/a.txt, the stream b.txt'
	none gold found
	none --errors=3 gold found
	grep -v mood gold >empty
	said='empty: no row to compare with' none empty gold
	run -2 evaluate --layers=mood, gold gold
	# one of two is enough, and nothing at all is nothing found
	cat gold found >both
	run -0 evaluate gold both
	[ "${lines[1]}" = $'mood\t*\t1\t2\t1\t50.00\t100.00\t66.67\t_' ]
	run -0 evaluate gold </dev/null
	[ "${lines[1]}" = $'mood\t*\t1\t0\t0\t_\t0.00\t0.00\t_' ]
	mkdir folder
	printf 'doc\tstart\tend\ntext\t0\t5\n' >folder/sentences.tsv
	said="folder: no document of it is in the stream, which has b"
	none folder found
}

@test "evaluate: documents of one name in two folders" {
	scored mood x/a.txt Well. >gold
	scored mood y/a.txt So. >>gold
	evaluate gold gold | cut -f3-5 >out
	[ "$(tail -n 1 out)" = $'2\t2\t2' ]
	tail -n 2 gold >one
	run -1 evaluate one gold
	[[ $output == 'evaluate: y/a.txt: came before, '* ]]
	scored mood z/a.txt So. >found
	run -1 evaluate gold found
	[ "$output" = 'evaluate: the gold has several documents of the name a,'\
' none is z/a.txt' ]
	cat gold gold >twice
	run -1 evaluate gold twice
	[[ $output == 'evaluate: x/a.txt: came before, '* ]]
}

@test "evaluate: a mistake's context has a break where a paragraph ends" {
	{
		scored mood a 'So.'
		printf 'paragraph\ta\t5\t13\t_\tx\t_\t_\tAna won.\n'
		printf 'paragraph\ta\t15\t18\t_\tx\t_\t_\tWe.\n'
	} >gold
	printf 'name\ta\t5\t13\t1\tx\t_\t_\tAna won.\n' >>gold
	sed '/^mood/d; /^name/d' gold >found
	evaluate --errors=9 gold found | cut -f8 >out
	diff - out <<-'EOT'
	context
	[So.] Ana won. We.
	So. [Ana won.] We.
	EOT
}
