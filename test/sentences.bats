# sentences: where sentences end.

bats_require_minimum_version 1.5.0

setup() {
	load helpers
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
		long_paragraph "$piece" >in
		timeout 20 sentences in >out
	done
}

# standard input with every line filled to at most $1 columns and lines from
# the first on indented by $2; $3 is put between paragraphs
wrapped() {
	awk -v most="$1" -v indent="$2" -v between="$3" '
		!NF { next }
		{
			if (n++)
				printf "%s", between
			line = indent
			for (i = 1; i <= NF; i++) {
				room = most - length(line) - 1
				if (i > 1 && length($i) > room) {
					print line
					line = $i
				} else {
					line = line (i > 1 ? " " : "") $i
				}
			}
			print line
		}'
}

unwrapped() {
	sed 's/\\r//g; s/\\n/ /g; s/   */ /g'
}

@test "sentences are the same however the text is wrapped" {
	cat >flat <<'END'
Council votes to close the market hall

It was a long night at the town hall. Councillors voted 23 to 19 on Monday to close the market hall, which has stood since 1904 (it burned down twice), and to sell its site.

"We have no money for the roof," said the council's leader, Dr. Ann-Marie Oduya. "The engineers gave us a figure of $2.4 million – before taxes – and the U.S. insurer would not pay."

The traders, led by J. K. Moss of Moss & Sons Ltd. of North Street, said they would go to court.

"They never asked us," Mr. Moss said.
END
	lines <flat >expected
	for width in 50 60 72 80 100; do
		for indent in '' '    '; do
			for between in '' '
'; do
				# neither tells where a paragraph begins
				[ "$indent$between" ] || continue
				wrapped "$width" "$indent" "$between" <flat >in
				lines <in | unwrapped >out
				same out <expected
				sed 's/$/\r/' in | lines | unwrapped >out
				same out <expected
			done
		done
	done
}

@test "--abbreviations: kinds of the user's, before the shipped ones" {
	printf '%s\n' 'abbreviation,kind,note' 'Ges.,,hall' 'Rgl.,title,' \
	    'fig,none,fruit' 'Xco.,company,"a, b"' >mine.csv
	printf '%s\n' 'See the Ges. Hall. Ask Rgl. Lee. It fell.' '' \
	    'We ate a fig. Then we slept.' '' \
	    'He left Xco. The firm paid. He sold Xco. shares.' >text
	paragraphs -H text | sentences -oH --abbreviations=mine.csv |
	    cut -f9 >out
	printf '%s\n' 'See the Ges. Hall.' 'Ask Rgl. Lee.' 'It fell.' \
	    'We ate a fig.' 'Then we slept.' 'He left Xco.' \
	    'The firm paid.' 'He sold Xco. shares.' | same out
	# a table of one column without a header, TSV
	printf 'ges\n\nRGL.\n' >mine.tsv
	paragraphs -H text | sentences -oH --abbreviations=mine.tsv |
	    head -n 2 | cut -f9 >out
	printf '%s\n' 'See the Ges. Hall.' 'Ask Rgl. Lee.' | same out
}

@test "--abbreviations: what is wrong with the table" {
	printf 'abbreviation\tkind\nGes.\ttown\n' >a.tsv
	run -1 sentences --abbreviations=a.tsv </dev/null
	[ "$output" = 'sentences: a.tsv:2: unknown kind of abbreviation' ]
	printf 'Ges.,title\n"Rgl.\n' >a.csv
	run -1 sentences --abbreviations=a.csv </dev/null
	[[ $output = 'sentences: a.csv:'* ]]
	run -1 sentences --abbreviations=none.tsv </dev/null
	[ "$output" = 'sentences: none.tsv: No such file or directory' ]
}

@test "--terminators-only: no other sentence ends" {
	printf '%s\n' 'the bridge seen from the north Photo: Ida Lund' '' \
	    'It fell. Who knew? We did! "So," he said.' >text
	paragraphs -H text | sentences -oH --terminators-only | cut -f9 >out
	printf '%s\n' 'the bridge seen from the north Photo: Ida Lund' \
	    'It fell.' 'Who knew?' 'We did!' '"So," he said.' | same out
}
