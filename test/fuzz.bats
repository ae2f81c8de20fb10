# The fuzz targets of test/fuzz over the samples, the gold articles, and what
# fuzzers found before; `make fuzz` goes on from there.

setup()
{
	load helpers
	replays=${bin%/bin}/fuzz
}

@test "fuzz targets hold over samples, articles and what was found" {
	local target
	cd "$root"
	for target in test/fuzz/fuzz-*.c; do
		target=$(basename "$target" .c)
		echo "$target"
		timeout 300 "$replays/$target" samples/* test/gold/docs/* \
		    test/fuzz/cases/*
	done
}

# Texts with bytes changed, cut and doubled, the same each time.
@test "fuzz targets hold over damaged texts" {
	local target
	cd "$BATS_TEST_TMPDIR"
	cat "$samples"/*.txt "$root"/test/gold/docs/* "$root"/test/fuzz/cases/* |
	    LC_ALL=C awk '
	function random(n) {
		seed = (seed * 16807) % 2147483647
		return seed % n
	}
	BEGIN {
		seed = 7
		n = split("\" \" \" “ ” ‘ ’ ( ) $ % - / . , ; : 0 9 1e9 \\ \
\200 \377 \376 é \360\237\230\200 said that million", piece, " ")
		piece[++n] = "\n\n"
		piece[++n] = "\t"
	}
	{
		s = s $0 "\n"
	}
	length(s) > 700 {
		for (i = 1 + random(12); i > 0; i--) {
			at = random(length(s))
			s = substr(s, 1, at) piece[1 + random(n)] \
			    substr(s, at + 1 + random(3) * random(9))
		}
		file = "damaged." ++files
		printf "%s", s >file
		close(file)
		s = ""
	}'
	[ "$(ls | wc -l)" -gt 40 ]
	for target in "$root"/test/fuzz/fuzz-*.c; do
		target=$(basename "$target" .c)
		echo "$target"
		timeout 300 "$replays/$target" damaged.*
	done
}

# A little of each kind of make torture.
@test "fuzz targets hold over hostile texts" {
	local kind target
	cd "$BATS_TEST_TMPDIR"
	for kind in $(awk -f "$root/test/torture/hostile.awk" -v kind=list); do
		LC_ALL=C awk -f "$root/test/torture/hostile.awk" \
		    -v kind="$kind" -v n=900 >"hostile.$kind"
	done
	[ "$(ls | wc -l)" -gt 200 ]
	for target in "$root"/test/fuzz/fuzz-*.c; do
		target=$(basename "$target" .c)
		echo "$target"
		timeout 300 "$replays/$target" hostile.*
	done
}
