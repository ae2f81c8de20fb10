# tokens: words, numbers, signs and their normal forms.

bats_require_minimum_version 1.5.0

setup() {
	load helpers
	cases=$BATS_TEST_DIRNAME/cases/tokens.txt
	cd "$BATS_TEST_TMPDIR" || return 1
}

# the tokens of standard input, a paragraph a line, with "|" where they touch
joined() {
	paragraphs -H --lines | tokens -H | awk -F '\t' '
	$1 == "paragraph" { if (n++) print ""; next }
	{ printf "%s%s", $9, $3 == $4 ? "" : $8 == "glued=1" ? "|" : " " }
	END { print "" }' | sed 's/ $//'
}

# text, label and normal form of the tokens of standard input
forms() {
	paragraphs -H | sentences | tokens -oH | cut -f6,7,9
}

same() {
	diff -u - "$1"
}

@test "cuts where the table of cases says" {
	grep -v '^#[^a-z]' "$cases" >expected
	tr -d '|' <expected | joined >out
	same out <expected
}

@test "gives clitics their full form" {
	printf "They can't, won't, don't; he'll say I'm Ann's.\n" | forms |
	    awk -F '\t' '{ printf "%s=%s ", $3, $2 }' >out
	printf '%s ' They=they ca=can "n't=not" ,=, wo=will "n't=not" ,=, \
	    do=do "n't=not" ';=;' he=he "'ll=will" say=say I=i "'m=am" \
	    Ann=ann "'s='s" .=. | same out
}

@test "normal forms are NFC, folded, with a straight apostrophe" {
	printf 'CAFE\xcc\x81 Stra\xc3\x9fe It\xe2\x80\x99s\n' | forms |
	    cut -f2 >out
	printf '%s\n' 'café' strasse it "'s" | same out
}

@test "labels tokens" {
	printf 'In 1,000 days: $5 at ab.org, b@c.de :-) 👍 20th ½\n' | forms |
	    awk -F '\t' '{ printf "%s=%s ", $3, $1 }' >out
	printf '%s ' In=word 1,000=number days=word :=punct '$=symbol' \
	    5=number at=word ab.org=url ,=punct b@c.de=email :-\)=emoji \
	    👍=emoji 20th=number ½=number | same out
}

@test "cuts scripts without spaces by their dictionaries" {
	printf '今天天气很好。 สวัสดีครับ\n' | forms | cut -f3 | tr '\n' '|' >out
	printf '今天|天气|很好|。|สวัสดี|ครับ|' | same out
}

@test "marks never leave their base" {
	printf 'e\xcc\x81\xcc\x82x !\xcc\x81 1\xcc\x81\n' | forms | cut -f3 >out
	printf 'e\xcc\x81\xcc\x82x\n!\xcc\x81\n1\xcc\x81\n' | same out
}

@test "covers every character that is not white space" {
	printf "a'b''c .5x $.. '' -- http:// @ # a@ .doc <-> 'n' \xc2\xa0 z\n" |
	    forms | cut -f3 | tr -d '\n' >out
	printf "a'b''c.5x$..''--http://@#a@.doc<->'n'z" | same out
}

@test "works on paragraphs where there are no sentences" {
	printf 'It ended. He left.\n' | paragraphs -H | tokens -oH |
	    cut -f5,9 | tr '\t\n' '= ' >out
	printf '_=It _=ended _=. _=He _=left _=. ' | same out
}

@test "a paragraph of a mebibyte ends in linear time" {
	for piece in 'a' 'a.' "'" 'a-' '1,000' 'a@' ':-)' 'A&' 'http:'; do
		long_paragraph "$piece" >in
		timeout 20 tokens in >out
	done
}

@test "--keep: tokens of the user's are not cut" {
	printf '%s\n' 'token	label' "rock'n'roll	word" 'C++	word' \
	    'X-Y	symbol' 'é-1	' >mine.tsv
	echo "Rock'n'Roll (C++), X-Y, X-Yz; c++. é-1" | paragraphs -H |
	    sentences | tokens -oH --keep=mine.tsv | cut -f6,9 |
	    tr '\t\n' '= ' >out
	printf '%s ' "word=Rock'n'Roll" 'punct=(' word=C++ 'punct=)' \
	    punct=, symbol=X-Y punct=, word=X punct=- word=Yz 'punct=;' \
	    word=c++ punct=. word=é-1 | same out
}

@test "--keep: what is wrong with the table" {
	printf 'New York\n' >a.tsv
	run -1 tokens --keep=a.tsv </dev/null
	[ "$output" = 'tokens: a.tsv:1: white space in a token' ]
	printf 'C++,verb\n' >a.csv
	run -1 tokens --keep=a.csv </dev/null
	[ "$output" = 'tokens: a.csv:1: unknown label of tokens' ]
	printf '%0100d\n' 1 >a.csv
	run -1 tokens --keep=a.csv </dev/null
	[ "$output" = 'tokens: a.csv:1: word too long' ]
}

@test "Unicode's break tests: only the listed differences" {
	unicode=/usr/share/unicode/auxiliary
	[ -r "$unicode/WordBreakTest.txt" ] ||
	    skip "no unicode-data is installed"
	root=$BATS_TEST_DIRNAME/..
	make -s -C "$root" "BUILD=${BUILD:-build}" "UNICODE=$unicode" \
	    unicode-test
}
