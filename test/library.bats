# librill: what it gives is what the filters give, and what rill.h promises.

bats_require_minimum_version 1.5.0

setup()
{
	load helpers
	built=${bin%/bin}
	PATH=$built/samples:$built/test/library:$PATH
	cd "$BATS_TEST_TMPDIR"
}

# piped OPTIONS-OF-PARAGRAPHS FILE...: the stream by the filters, each with the
# arguments in the variable of its name.
piped()
{
	# shellcheck disable=SC2086,SC2154 # lists of arguments
	paragraphs "$@" | sentences $sentences | tokens | numbers $numbers |
		entities | quotes $quotes
}

@test "rows are those of the filters, byte for byte" {
	cd "$root"
	piped samples/*.txt test/gold/docs/*.txt >"$BATS_TEST_TMPDIR/want"
	rows samples/*.txt test/gold/docs/*.txt |
		same_bytes "$BATS_TEST_TMPDIR/want" -
}

@test "rows are those of the filters for every record of a table" {
	paragraphs --csv --doc=id --date=published "$samples/corpus.csv" |
		awk -F '\t' 'NR > 1 { print $2 "\t" substr($8, 6) }' |
		sort -u >docs
	[ "$(wc -l <docs)" -eq 24 ]
	while read -r doc date; do
		mlr --icsv --ojson filter "\$id == \"$doc\"" \
			then cut -f body "$samples/corpus.csv" |
			sed -n 's/^ *"body": "\(.*\)"$/\1/p' >cell
		printf '%b' "$(sed 's/\\"/"/g; s/%/%%/g' cell)" >"$doc"
		piped "--date=$date" "$doc" >want
		rows -s "date=$date" "$doc" | same_bytes want -
		[ "$(wc -l <want)" -gt 20 ]
	done <docs
}

@test "rows are those of the filters with their options" {
	cd "$samples"
	all='british.txt market.txt match.txt treaty.txt wrapped.txt'
	sentences=--terminators-only quotes='--all --unattributed' \
		numbers='--locale=en-GB --dollar=CAD'
	# shellcheck disable=SC2086
	for layout in wrapped lines; do
		piped "--$layout" --date=20210304T12 $all \
			>"$BATS_TEST_TMPDIR/want" 2>/dev/null || true
		piped "--$layout" --date=2021-03-04T12:30 $all \
			>"$BATS_TEST_TMPDIR/want"
		rows -s terminators-only -s all -s unattributed \
			-s locale=en-GB -s dollar=CAD -s "layout=$layout" \
			-s date=2021-03-04T12:30 $all |
			same_bytes "$BATS_TEST_TMPDIR/want" -
	done
	numbers=--day-first sentences='' quotes=''
	echo 'On 4/7/2019 it opened, on 5/7 it closed.' \
		>"$BATS_TEST_TMPDIR/text"
	cd "$BATS_TEST_TMPDIR"
	piped text >want
	rows -s day-first text | same_bytes want -
	grep -q 2019-07-04 want
}

@test "layers are those of the filters that are asked for" {
	text=$samples/treaty.txt
	rows -s layers=paragraphs "$text" | same_bytes - <(paragraphs "$text")
	for filter in $readers; do
		paragraphs "$text" | "$filter" >want
		rows -s "layers=paragraphs,$filter" "$text" |
			same_bytes want -
		sed '/^paragraph/d' want >only
		rows -s "layers=$filter" "$text" | same_bytes only -
	done
	paragraphs "$text" | entities | quotes >want
	rows -s layers=paragraphs,quotes,entities "$text" | same_bytes want -
	paragraphs "$text" | sentences | numbers >want
	rows -s layers=paragraphs,sentences,numbers "$text" |
		same_bytes want -
}

# Of the second the windows are as long as their rows, not their text, allow.
@test "a long document is cut where the filters cut it" {
	name=$(printf 'n%.0s' {1..200})
	for n in {1..130}; do
		cat "$samples"/[mbt]*.txt
		printf '\n\n'
	done >"$name"
	[ "$(wc -c <"$name")" -gt 1000000 ]
	ln -s "$name" short
	for doc in short "$name"; do
		piped "$doc" | cksum >want
		rows "$doc" | cksum | same_bytes want -
	done
}

@test "any bytes will do" {
	{
		printf '\xef\xbb\xbf'
		head -c 60000 "$bin/paragraphs"
		printf '\\ back \t tab \r\n\n"So," he said.\n\n\n'
	} >bytes
	: >empty
	printf '\n\n \n' >blank
	for doc in bytes empty blank; do
		piped "$doc" >want 2>/dev/null
		rows "$doc" | same_bytes want -
	done
	# a name that is none
	name=$'a\tb\\\xff'
	printf 'It rained.\n' >"$name"
	piped "$name" >want
	rows "$name" | same_bytes want -
}

@test "the header's promises hold, for pieces of any size" {
	contract "$samples"/*.txt "$root"/test/gold/docs/{c,s}*.txt
}

@test "handles in several threads find what one alone finds" {
	threads 4 "$samples"/*.txt
}

@test "memory that runs out is a status, at each allocation" {
	[ -z "${RILL_COVERAGE:-}" ] || skip "gcov asks for memory as well"
	export RILL_FAULT_MARK=$PWD/mark
	text=$samples/market.txt
	"$built/faults/rows" "$text" >want
	for kind in malloc mallocs; do
		n=1
		while :; do
			rm -f mark
			RILL_FAULT="$kind $n" "$built/faults/rows" "$text" \
				>out 2>err && got=0 || got=$?
			[ -e mark ] || break
			[ "$got" -eq 1 ]
			grep -q 'out of memory' err
			n=$((n + 1))
		done
		[ "$n" -gt 20 ]
		same_bytes want out
	done
}

@test "nothing is exported but what the header has, nothing ends the program" {
	[ -z "${RILL_SANITIZED:-}${RILL_COVERAGE:-}" ] ||
		skip "the compiler adds to it"
	type -P nm >/dev/null || skip "no nm"
	sed -n 's/^[a-z].*\(rill_[a-z_]*\)(.*/\1/p' "$root/lib/rill.h" |
		sort >header
	[ "$(wc -l <header)" -gt 10 ]
	nm -D --defined-only "$built/librill.so" |
		awk '$2 == "T" { sub(/@.*/, "", $3); print $3 }' | sort |
		same_bytes header -
	nm -D --defined-only "$built/librill.so" | awk '$2 != "T"' >other
	[ "$(wc -l <other)" -eq 1 ]
	nm -g --defined-only "$built/librill.a" |
		awk '$2 ~ /[TDBRV]/ { print $3 }' | sort | same_bytes header -
	nm -D -u "$built/librill.so" | sed 's/@.*//' >used
	grep -qw malloc used
	refute grep -Eqw 'exit|abort|write|printf|stdout|stderr|signal' used
}

@test "the header is C and C++, and needs nothing before it" {
	for std in c99 c11 c++11; do
		language=${std%%[0-9]*}
		compiler=cc
		[ "$language" = c ] || compiler=c++
		type -P "$compiler" >/dev/null || continue
		echo '#include <rill.h>' |
			"$compiler" -x "$language" "-std=$std" -Wall -Wextra \
			-pedantic -Werror -I"$root/lib" -fsyntax-only -
	done
}

@test "examples in C: what cannot be read or written is told in one line" {
	mkdir folder
	text=$samples/treaty.txt
	for name in nothing folder; do
		run -1 --separate-stderr rows "$name"
		[[ $stderr == "rows: $name: "* ]]
		[ "${#stderr_lines[@]}" -eq 1 ]
	done
	run -1 --separate-stderr bash -c 'who <folder'
	[[ $stderr == 'who: '* && -z $output ]]
	run -1 --separate-stderr bash -c 'rows "$1" >/dev/full' - "$text"
	[[ $stderr == 'rows: write error: '* ]]
	run -1 --separate-stderr bash -c 'who <"$1" >/dev/full' - "$text"
	[[ $stderr == 'who: '* && ${#stderr_lines[@]} -eq 1 ]]
}

@test "example in C: a text of any length" {
	for n in {1..400}; do
		cat "$samples/treaty.txt"
		printf '\n\n'
	done >long
	[ "$(wc -c <long)" -gt 1048576 ]
	paragraphs long | entities | quotes -oH | wc -l >want
	who <long | wc -l | same_bytes want -
}

@test "example in C: who said what" {
	who <"$samples/treaty.txt" >out
	grep -qx 'Irena Kovaldi (direct, [a-z]*): .*' out
	entities=$(paragraphs "$samples/treaty.txt" | entities | quotes -oH |
		wc -l)
	[ "$(wc -l <out)" -eq "$entities" ]
}
