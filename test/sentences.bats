# sentences: where sentences end.

bats_require_minimum_version 1.5.0

setup() {
	bin=${BUILD:-build}/bin
	case $bin in
	/*) ;;
	*) bin=$BATS_TEST_DIRNAME/../$bin ;;
	esac
	PATH=$bin:$PATH
	cases=$BATS_TEST_DIRNAME/cases/sentences.txt
	cd "$BATS_TEST_TMPDIR" || return 1
}

# the sentences of standard input, one a line
lines() {
	paragraphs -H | sentences -oH | cut -f9
}

# compares standard input with what is expected
same() {
	diff -u - "$1"
}

@test "ends sentences where the table of cases says" {
	grep -v '^#' "$cases" >expected
	# each case is a document of its own
	while IFS= read -r line; do
		printf '%s\n' "$line" | sed 's/ | / /g;s/|//g' | lines |
		    awk '{ printf "%s%s", n++ ? " | " : "", $0 }
		    END { print "" }'
	done <expected >out
	sed 's/\([^ ]\)|\([^ ]\)/\1 | \2/g' expected | same out
}

@test "numbers sentences in each document" {
	printf 'One came. Two left.\n' >a
	printf 'Three sat.\n' >b
	paragraphs -H a b | sentences -oH | cut -f1-6 >out
	printf '%s\n' 'sentence	a	0	9	1	sentence' \
	    'sentence	a	10	19	2	sentence' \
	    'sentence	b	0	10	1	sentence' | same out
}

@test "labels the sentence of a heading" {
	printf 'paragraph\t-\t0\t10\t_\theading\t_\t_\tFlood news\n' |
	    sentences -oH | cut -f6,9 >out
	printf 'heading\tFlood news\n' | same out
}

@test "takes a newline inside a paragraph for a space" {
	printf 'paragraph\t-\t0\t31\t_\tbody\t_\t_\tThe Bank\\nof Oslo rose. It fell.\n' |
	    sentences -oH | cut -f3,4,9 >out
	printf '%s\n' '0	22	The Bank\nof Oslo rose.' '23	31	It fell.' |
	    same out
}

@test "covers every character that is not white space" {
	printf 'a.b . ! ?x " .. 1. (..) -- U.S.. No\n' | lines |
	    tr -d ' \n' >out
	printf 'a.b.!?x"..1.(..)--U.S..No' | same out
}

@test "an empty stream has no sentences" {
	run -0 sentences </dev/null
	[ -z "$output" ]
}

@test "a paragraph of a mebibyte ends in linear time" {
	for piece in 'a' '. ' 'A. ' '1. ' '"' '!' '(a.'; do
		awk -v s="$piece" 'BEGIN {
			while (length(s) < 500000)
				s = s s
			sub(/ +$/, "", s)
			printf "paragraph\t-\t0\t%d\t_\tbody\t_\t_\t%s\n",
			    length(s), s }' >in
		timeout 20 sentences in >out
	done
}
