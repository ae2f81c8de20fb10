# What scripts/benchmark does with little input; never how fast anything is.

# Once for all, since tests run side by side.
setup_file()
{
	load helpers
	built=${BUILD:-build}
	case $built in /*) ;; *) built=$root/$built ;; esac
	export built
	make -s -C "$root" BUILD="$built" "$built/bench/measure" \
	    "$built/bench/icu-break" "$built/bench/allocations.so" >&2
}

setup()
{
	load helpers
	work=$BATS_TEST_TMPDIR/build
	mkdir -p "$work/bench"
	ln -s "$built/bin" "$work/bin"
	ln -s "$built/bench/measure" "$built/bench/icu-break" \
	    "$built/bench/allocations.so" "$work/bench/"
}

benchmark()
{
	BUILD=$work CORPUS='' sh "$root/scripts/benchmark" --runs=1 "$@"
}

@test "benchmark: a row for each filter, ICU, cat and the pipeline" {
	benchmark --size=20000
	run cut -f1 "$work/bench/bench.tsv"
	[ "$(printf '%s\n' "$output" | grep -v ^start- | tr '\n' ' ')" = \
	    "name cat icu-sentence icu-word paragraphs paragraphs-table\
 sentences tokens numbers entities quotes sentences-and-rows pipeline " ]
	[ "$(awk -F '\t' '{ print NF }' "$work/bench/bench.tsv" |
	    sort -u)" = 13 ]
}

@test "benchmark: allocations are counted, ratios are to what there is" {
	benchmark --size=20000
	run awk -F '\t' '$1 == "numbers" { print ($6 > 0 || $6 == "_") }
	    $1 == "cat" { print $11 }
	    $1 == "tokens" { print ($12 > 0) }' "$work/bench/bench.tsv"
	[ "${lines[*]}" = '1.000 1 1' ]
}

@test "benchmark: a second run is held against the first" {
	benchmark --size=20000
	[ -z "$(cut -f13 "$work/bench/bench.tsv" | grep '[0-9]')" ]
	benchmark --size=20000
	grep -q '^pipeline.*[0-9]$' "$work/bench/bench.tsv"
}

@test "benchmark: the invented news is the same each time, and of its size" {
	benchmark --size=20000
	cp "$work/bench/corpus.tsv" "$BATS_TEST_TMPDIR/first"
	benchmark --size=20000
	cmp "$work/bench/corpus.tsv" "$BATS_TEST_TMPDIR/first"
	[ "$(wc -c <"$work/bench/corpus.txt")" -ge 19000 ]
	refute grep '[<>]' "$work/bench/corpus.txt"
}

@test "benchmark: takes a text or a table" {
	benchmark "$root/samples/treaty.txt"
	grep -q '^paragraphs	' "$work/bench/bench.tsv"
	benchmark "$root/samples/corpus.csv"
	grep -q '^paragraphs-table	' "$work/bench/bench.tsv"
}

@test "benchmark: wrong options and a missing corpus" {
	run benchmark --size=ten
	[ "$status" -eq 2 ]
	run benchmark --fast
	[ "$status" -eq 2 ]
	run benchmark "$BATS_TEST_TMPDIR/none.txt"
	[ "$status" -eq 1 ]
	[ "$output" = "benchmark: $BATS_TEST_TMPDIR/none.txt: cannot be read" ]
}
