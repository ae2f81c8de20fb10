# The fuzz targets of test/fuzz over the samples, the gold articles, and what
# fuzzers found before; `make fuzz` goes on from there.

setup()
{
	load helpers
	replays=${bin%/bin}/fuzz
}

# replay FILE...: every target holds over them.
replay()
{
	local target
	for target in "$root"/test/fuzz/fuzz-*.c; do
		target=$(basename "$target" .c)
		echo "$target"
		timeout 300 "$replays/$target" "$@"
	done
}

@test "fuzz targets hold over samples, articles and what was found" {
	cd "$root"
	replay samples/* test/gold/docs/* test/fuzz/cases/*
}

# Texts with bytes changed, cut and doubled, the same each time.
@test "fuzz targets hold over damaged texts" {
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
	replay damaged.*
}

# A little of each kind of make torture.
@test "fuzz targets hold over hostile texts" {
	local kind
	cd "$BATS_TEST_TMPDIR"
	for kind in $(awk -f "$root/test/torture/hostile.awk" -v kind=list); do
		LC_ALL=C awk -f "$root/test/torture/hostile.awk" \
		    -v kind="$kind" -v n=900 >"hostile.$kind"
	done
	[ "$(ls | wc -l)" -gt 200 ]
	replay hostile.*
}

# Words of the tables side by side as nobody would write them, so that each rule
# meets each class of word; the same each time.
@test "fuzz targets hold over words of the tables" {
	local target
	cd "$BATS_TEST_TMPDIR"
	LC_ALL=C awk -F '\t' '
	function random(n) {
		seed = (seed * 16807) % 2147483647
		return int(seed / 11) % n
	}
	function one() {
		return random(4) ? word[random(words)] : number[random(numbers)]
	}
	FNR == 1 { head = 1 }
	/^#/ { next }
	head { head = 0; next }
	FILENAME ~ /holidays|zones|units|currencies|name/ && FNR % 5 { next }
	length($1) < 30 { word[words++] = $1 }
	END {
		seed = 20190704
		numbers = split("1 2 3 5 7 9 10 11 12 15 18 19 20 24 30 31 45 59 " \
		    "60 90 100 1,000 2019 1999 44 05 0 0.5 3.25 1/2 3/4 2-1 " \
		    "10:30 8:15 18.45 7/4 4/7/2019 2019-07-04 20,000 1e6 $5 " \
		    "£3.50 €2m 50% 5km 70mph 12th 21st 3rd \04790s \04798 FY19 " \
		    "Q3 2H18 5-7 1914-18 XIV 6.4bn 10am 11p.m. 5C 20k -3 +7 " \
		    "“ ” ‘ ’ \\042 — … Mr. U.N. Ana Duarte Lima he she the", \
		    number, " ")
		number[0] = "six"
		for (i = 0; i < 5000; i++) {
			text = ""
			for (k = 3 + random(9); k > 0; k--)
				text = text one() (random(12) ? " " : \
				    substr(", - / : ; ( ) \302\240 ", \
				    1 + random(9), 1) " ")
			if (random(2))
				text = toupper(substr(text, 1, 1)) substr(text, 2)
			file = "words." int(i / 20)
			printf "%s.\n\n", text >file
		}
	}' "$root"/lib/lexicon/number-*.tsv "$root"/lib/lexicon/calendar.tsv \
	    "$root"/lib/lexicon/calendar.tsv "$root"/lib/lexicon/quote-words.tsv \
	    "$root"/lib/lexicon/currencies.tsv "$root"/lib/lexicon/unit*.tsv \
	    "$root"/lib/lexicon/holidays.tsv "$root"/lib/lexicon/zones.tsv \
	    "$root"/lib/lexicon/name-*.tsv "$root"/lib/lexicon/bound-*.tsv \
	    "$root"/lib/lexicon/reporting-verbs.tsv
	[ "$(ls | wc -l)" -eq 250 ]
	for target in number segment entity quote stream; do
		echo "$target"
		timeout 300 "$replays/fuzz-$target" words.*
	done
}
