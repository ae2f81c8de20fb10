# What long paragraphs and documents ask of memory.

setup()
{
	root=$(cd "$BATS_TEST_DIRNAME/.." && pwd)
	built=${BUILD:-build}
	case $built in /*) ;; *) built=$root/$built ;; esac
	PATH=$built/bin:$PATH
}

# words N: a sentence of so many words.
words()
{
	awk -v n="$1" 'BEGIN {
		for (i = 0; i < n; i++)
			printf "they went on "
		print "and on."
	}'
}

@test "a name of a long paragraph is known in those behind it" {
	{
		printf 'Ana Duarte came to Lima. '
		words 9000
		printf '\n"We won," Duarte said.\n'
	} >"$BATS_TEST_TMPDIR/text"
	run bash -o pipefail -c 'paragraphs --lines "$0" | sentences | tokens |
	    entities | quotes | grep ^quote | cut -f7,9' \
	    "$BATS_TEST_TMPDIR/text"
	[ "$status" -eq 0 ]
	[ "$output" = "Ana Duarte	\"We won,\"" ]
}
