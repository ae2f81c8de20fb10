# What the filters find in the samples and the gold articles, row by row, and in
# texts for each of their rules.  A change that is meant: make golden, and read
# what differs.

setup()
{
	load helpers
}

@test "samples and gold articles: the same rows as ever" {
	"$root/test/golden/make" >"$BATS_TEST_TMPDIR/rows"
	same_bytes "$root/test/golden/rows.tsv" "$BATS_TEST_TMPDIR/rows" || {
		dpkg-query -W -f '${Package} ${Version}\n' 'libicu*' \
		    2>/dev/null || :
		return 1
	}
}

@test "texts for each rule: the same finds as ever" {
	"$root/test/golden/texts" >"$BATS_TEST_TMPDIR/found"
	same_bytes "$root/test/golden/found.tsv" "$BATS_TEST_TMPDIR/found"
}
