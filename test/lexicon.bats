# The programs of the build that compile tables of words: what is wrong in one
# is named with file and line, and is not taken in.

bats_require_minimum_version 1.5.0

setup()
{
	load helpers
	cd "$BATS_TEST_TMPDIR"
	built=${bin%/bin}
	printf '%s\n' '# a comment' 'table of another' \
		'units name! ucum kind=word,symbol note?' 'pairs a b' >columns
}

# compiled ROW...: units.tsv of these rows, tabs as \t.
compiled()
{
	printf 'name\tucum\tkind\tnote\n' >units.tsv
	[ $# -eq 0 ] || printf '%b\n' "$@" >>units.tsv
	run "$built/compile-lexicon" columns units.tsv
}

# wrong LINE REASON ROW...
wrong()
{
	local line=$1 reason=$2
	shift 2
	compiled "$@"
	[ "$status" -eq 1 ]
	[ "$output" = "units.tsv:$line: $reason" ] || {
		echo "$output, not $line: $reason"
		return 1
	}
}

@test "lexicon: cells are as many as columns, and say what they may" {
	compiled 'mile\t[mi_i]\tword\t' '# of Rome' '=m\tm\tsymbol\told'
	[ "$status" -eq 0 ]
	[[ $output == *'lexicon_units'* ]]
	compiled
	[ "$status" -eq 0 ]
	wrong 2 'fewer cells than columns' 'mile\tm\tword'
	wrong 3 'more cells than columns' 'a\tm\tword\t' 'b\tm\tword\t\t'
	wrong 2 'name: empty' '\tm\tword\t'
	wrong 2 'ucum: empty' 'mile\t\tword\t'
	wrong 2 'ucum: a blank at its edge' 'mile\tm \tword\t'
	wrong 2 'note: a control character (CRLF?)' 'mile\tm\tword\t\r'
	wrong 2 'kind: none of the values in lib/lexicon/columns' \
		'mile\tm\twor\t'
	wrong 3 'empty line' 'mile\tm\tword\t' ''
}

@test "lexicon: a key that has one row, a row that stands twice" {
	wrong 4 'name: is there already' 'b\tm\tword\t' 'a\tm\tword\t' \
		'b\tn\tword\t'
	printf 'a\tb\nx\ty\nx\tz\n' >pairs.tsv
	"$built/compile-lexicon" columns pairs.tsv >out
	printf 'w\ty\nx\ty\n' >>pairs.tsv
	run -1 "$built/compile-lexicon" columns pairs.tsv
	[ "$output" = 'pairs.tsv:5: this row is there already' ]
}

@test "lexicon: a table has its line of columns, and these" {
	printf 'a\tc\n' >pairs.tsv
	run -1 "$built/compile-lexicon" columns pairs.tsv
	[ "$output" = 'pairs.tsv:1: not the columns of lib/lexicon/columns' ]
	for line in 'a' 'a\tb\tc' 'name\tucum'; do
		printf "$line\n" >pairs.tsv
		expect 1 "$built/compile-lexicon" columns pairs.tsv 2>err
	done
	printf 'a\tb\n' >unknown.tsv
	run -1 "$built/compile-lexicon" columns unknown.tsv
	[ "$output" = 'columns: no line for the table unknown' ]
	run -1 "$built/compile-lexicon" columns none/pairs.tsv
	[[ $output == 'none/pairs.tsv: '* ]]
	: >pairs.tsv
	run -1 "$built/compile-lexicon" columns pairs.tsv
	[ "$output" = 'pairs.tsv:0: no header' ]
	# no line without its table
	sed '/^#/d; s/ .*//; /^number-vocabulary$/d' \
		"$root/lib/lexicon/columns" >named
	(cd "$root/lib/lexicon" && ls ./*.tsv) | sed 's,^\./,,; s/\.tsv//' |
		same_bytes named -
}

# gazetteer FIRST-LINE ROW: what is said of the row.
gazetteer()
{
	printf '%b\n' "$@" >g.tsv
	run "$built/compile-gazetteer" g.tsv
	[ "$status" -eq 1 ]
	[ "${#lines[@]}" -eq 1 ]
}

@test "gazetteer: cells, types, clusters" {
	names='name\ttype\tlicence\tsource'
	for row in 'Foo\tORG\town' 'Foo\tORG\town\tx\ty' Foo; do
		gazetteer "$names" 'Bar\tORG\town\tx' "$row"
		[ "$output" = \
			'g.tsv:3: not as many cells as the first line' ]
	done
	for row in '\tORG\town\tx' 'Foo\tORG\t\tx' 'Foo\tORG\town\t' \
		'Foo\t\town\tx'; do
		gazetteer "$names" "$row"
		[ "$output" = 'g.tsv:2: empty cell' ]
	done
	for type in ORGS org 1234 type; do
		gazetteer "$names" "Foo\t$type\town\tx"
		[ "$output" = 'g.tsv:2: unknown type' ]
	done
	gazetteer "$names" 'Foo\tORG\town\tx\r'
	[ "$output" = 'g.tsv:2: carriage return' ]
	gazetteer 'Foo\tORG\town\tx'
	[[ $output == 'g.tsv:1: the columns are not '* ]]
	gazetteer 'name\ttype\tcodes' 'the\t1238\t00000'
	[ "$output" = \
		'g.tsv:2: the cluster is not of four octal digits' ]
	gazetteer 'name\ttype\tcodes' 'the\t1237\t0000w'
	[[ $output == 'g.tsv:2: the codes are not '* ]]
	printf 'name\ttype\tcodes\nthe\t1237\t0000v\n' >g.tsv
	printf "$names\nFoo\tact\town\tx\n" >h.tsv
	"$built/compile-gazetteer" g.tsv h.tsv >out
	[ "$(tr -d '\0' <out | wc -c)" -gt 4 ]
}
