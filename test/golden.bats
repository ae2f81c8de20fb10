# What the filters find in the samples and the gold articles, row by row, and in
# texts for each of their rules; and that nothing changes in texts that a grammar
# draws, nor in what is near the texts of all cases, or a part of them.  A change
# that is meant: make golden, and read what differs.

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

@test "drawn texts, and those near a case: the same rows as ever, by their sums" {
	# a part of them where each takes ten times as long
	local groups=
	[ -z "${RILL_COVERAGE-}${RILL_SANITIZED-}" ] || groups=8
	mkdir "$BATS_TEST_TMPDIR/rows"
	"$root/test/golden/drawn" "$BATS_TEST_TMPDIR/rows" $groups \
	    >"$BATS_TEST_TMPDIR/sums"
	awk -v groups=$groups '{ split($3, part, "-") }
	    groups == "" || part[2] + 0 < groups' \
	    "$root/test/golden/drawn.sums" |
	    same_bytes - "$BATS_TEST_TMPDIR/sums"
}
