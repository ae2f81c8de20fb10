# What long paragraphs and documents ask of memory.

setup()
{
	root=$(cd "$BATS_TEST_DIRNAME/.." && pwd)
	built=${BUILD:-build}
	case $built in /*) ;; *) built=$root/$built ;; esac
	PATH=$built/bin:$PATH
}

# repeated TEXT N END: TEXT so often, then END.
repeated()
{
	awk -v text="$1" -v n="$2" -v end="$3" 'BEGIN {
		for (i = 0; i < n; i++)
			printf "%s", text
		print end
	}'
}

# words N: a sentence of so many words.
words()
{
	repeated 'they went on ' "$1" 'and on.'
}

# marks N: so many marks, each a token.
marks()
{
	repeated '(' "$1"
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

@test "a paragraph of too many marks is cut, and nothing of it is lost" {
	cd "$BATS_TEST_TMPDIR"
	marks 125000 | paragraphs -H | cut -f3,4 >out
	[ "$(cat out)" = '0	125000' ]
	{
		printf 'Ana said “no”. '
		marks 150000
	} >text
	paragraphs -H text | cut -f3,4 >out
	[ "$(cat out)" = "0	14
15	125015
125015	150015" ]
	# in pieces of any size the same
	for size in 4096 99991; do
		dd if=text bs=$size 2>/dev/null | paragraphs -H | cut -f3,4 |
		    cmp out -
	done
	# letters of two bytes are no marks of their own
	awk 'BEGIN { while (n++ < 40000) printf "\320\264\314\201\303\251\303\251\303\251 " }' |
	    paragraphs -H | cut -f3,4 >out
	[ "$(wc -l <out)" -eq 1 ]
}

@test "a window ends before a paragraph that it has no room for" {
	cd "$BATS_TEST_TMPDIR"
	for n in 100000 124990; do
		{
			echo 'Ana Duarte came to Lima.'
			marks $n
			echo 'She met Mr. Duarte, who paid.'
		} | paragraphs --lines >text
		entities -H text >out
		grep '^entity.*Duarte$' out | cut -f7 >"names.$n"
		# what was read is there, in order
		grep -v '^entity' out | cmp - <(sed 1d text)
		quotes text | cmp text -
	done
	[ "$(cat names.100000)" = 'Ana Duarte
Ana Duarte' ]
	[ "$(cat names.124990)" = 'Ana Duarte
Duarte' ]
}

@test "numbers of a sentence of any length are all found, in order" {
	cd "$BATS_TEST_TMPDIR"
	# with blanks, without, and where a part of the sentence ends
	awk 'BEGIN { for (i = 0; i < 20000; i++) printf "saw %d men ", i % 9 + 2
		print "" }' >blanks
	awk 'BEGIN { for (i = 0; i < 20000; i++) printf "%d;", i % 9 + 2
		print "" }' >signs
	awk 'BEGIN { for (k = 990; k < 1030; k++) {
		for (i = 0; i < k; i++)
			printf "so "
		for (i = 0; i < 9; i++)
			printf "saw %d men ", i + 2
		print "\n" } }' >edges
	for name in blanks signs edges; do
		paragraphs $name | sentences | tokens | numbers -oH |
		    cut -f7 >out
		grep -o '[0-9]*' $name | cmp out -
	done
}
