# numbers: amounts, measures, dates and their values.

bats_require_minimum_version 1.5.0

setup() {
	load helpers
	cases=$BATS_TEST_DIRNAME/cases
	cd "$BATS_TEST_TMPDIR" || return 1
}

# label, value, attrs but si= (cases/amounts.tsv has it) and text of the numbers
# in a sentence, | between
numbers_of() {
	text=$1
	shift
	printf '%s\n' "$text" | paragraphs | sentences | tokens |
	    numbers -oH "$@" | cut -f6-9 | tr '\t' ' ' |
	    sed 's/ si=[0-9.-]*|/ /'
}

# numbers_are SENTENCE ROW...
numbers_are() {
	text=$1
	shift
	if [ $# -eq 0 ]; then
		: >expected
	else
		printf '%s\n' "$@" >expected
	fi
	numbers_of "$text" >found
	diff -u expected found
}

# dated_is DATE SENTENCE DATED: of the first number
dated_is() {
	numbers_of "$2" --date="$1" | sed -n '1s/.*dated=\([^| ]*\).*/\1/p' \
	    >found
	printf '%s\n' "$3" | diff -u - found
}

@test "reads every worked example of the value grammar" {
	grep -v '^#' "$cases/numbers.tsv" >cases.tsv
	awk -F '\t' 'NR == 1 { print "doc\ttext" }
	    NR > 1 && !seen[$1]++ { print $1 "\t" $2 }' cases.tsv >in.tsv
	awk -F '\t' -v OFS='\t' 'NR > 1 && $5 != "none" {
	    print $1, $3, $4, $5, $6, $7, $8, $9 }' cases.tsv | sort >want
	paragraphs --tsv --doc=doc --text=text in.tsv | sentences | tokens |
	    numbers -oH | awk -F '\t' -v OFS='\t' '{
		unit = mod = rel = "_"
		n = split($8, pair, "|")
		for (i = 1; i <= n; i++) {
			at = index(pair[i], "=")
			key = substr(pair[i], 1, at - 1)
			value = substr(pair[i], at + 1)
			if (key == "unit") unit = value
			if (key == "mod") mod = value
			if (key == "rel") rel = value
		}
		print $2, $3, $4, $6, $7, unit, mod, rel }' | sort >got
	diff -u want got
}

@test "reads amounts of every class" {
	grep -v '^#' "$cases/amounts.tsv" >cases.tsv
	awk -F '\t' 'NR == 1 { print "doc\ttext" }
	    NR > 1 && !seen[$2]++ { print ++id "\t" $2 }' cases.tsv >in.tsv
	awk -F '\t' -v OFS='\t' 'NR > 1 {
		if (!($2 in id)) id[$2] = ++last
		if ($3 != "none") print id[$2], $3, $4, $5, $6 }' cases.tsv >want
	paragraphs --tsv --doc=doc --text=text in.tsv | sentences | tokens |
	    numbers -oH | cut -f2,6-9 >got
	diff -u want got
}

@test "tokenises for itself and finds the same" {
	text='The 48-year-old paid US$1.2 billion on July 4, about 5% more.'
	printf '%s\n' "$text" | paragraphs | numbers -oH | cut -f6-9 >a
	printf '%s\n' "$text" | paragraphs | sentences | tokens |
	    numbers -oH | cut -f6-9 >b
	diff -u b a
	[ "$(wc -l <a)" -eq 4 ]
	# the first word is one of them
	echo '5 men' | paragraphs | numbers -oH | cut -f3,4,7 >a
	printf '0\t1\t5\n' | diff -u - a
}

@test "numerals in words and digits are exact decimals of any length" {
	numbers_are 'It has twenty-three million and six grains.' \
	    'cardinal 23000006 _ twenty-three million and six'
	numbers_are 'They counted 0.1 trillion of 12,345,678,901,234,567,890.' \
	    'cardinal 100000000000 _ 0.1 trillion' \
	    'cardinal 12345678901234567890 _ 12,345,678,901,234,567,890'
	numbers_are 'Some three lakh voters and 2.5 crore trees.' \
	    'cardinal 300000 mod=APPROX three lakh' \
	    'cardinal 25000000 _ 2.5 crore'
}

@test "ordinals in tens are no fractions" {
	numbers_are 'The twenty-fifth guest left; two-fifths stayed.' \
	    'ordinal 25 _ twenty-fifth' 'fraction 2/5 _ two-fifths'
}

@test "money by code, sign, name and subunit" {
	numbers_are 'It cost CHF 90, R38-million, 40 billion rupiah or 70 pence.' \
	    'money 90 unit=CHF CHF 90' 'money 38000000 unit=ZAR R38-million' \
	    'money 40000000000 unit=IDR 40 billion rupiah' \
	    'money 0.70 unit=GBP 70 pence'
	numbers_of 'A $5 bill.' --dollar=AUD >found
	printf 'money 5 unit=AUD $5\n' | diff -u - found
}

@test "a dollar of no currency is a wrong argument" {
	for code in XXZ usd US USDX Won; do
		run -2 --separate-stderr numbers --dollar=$code </dev/null
		[[ $stderr == *"--dollar: wrong argument '$code' (an ISO \
4217 code: CAD)"* ]]
	done
	for code in USD TOP ZWL; do
		numbers --dollar=$code </dev/null
	done
}

@test "the locale decides tons, gallons and dates" {
	numbers_of 'It took 3 tons, 40 mpg and 2 US gallons on 4/7/2019.' \
	    --locale=en-GB >found
	printf '%s\n' 'quantity 3 unit=[lton_av] 3 tons' \
	    'quantity 40 unit=[mi_i]/[gal_br] 40 mpg' \
	    'quantity 2 unit=[gal_us] 2 US gallons' \
	    'date 2019-07-04 _ 4/7/2019' | diff -u - found
	numbers_of 'Add 2 cups and a teaspoon.' --locale=en-GB >found
	printf '%s\n' 'quantity 2 unit=[cup_m] 2 cups' \
	    'quantity 1 unit=[tsp_m] a teaspoon' | diff -u - found
	run ! numbers --locale=fr </dev/null
}

@test "ranges share unit and magnitude" {
	numbers_are 'Between 3 and 4 million euros, 10 to 15 km, $2-3 billion.' \
	    'money 3000000..4000000 unit=EUR Between 3 and 4 million euros' \
	    'quantity 10..15 unit=km 10 to 15 km' \
	    'money 2000000000..3000000000 unit=USD $2-3 billion'
}

@test "a change from one amount to another is two rows" {
	numbers_are 'Sales rose from 40 tonnes to 55 tonnes.' \
	    'quantity 40 unit=t 40 tonnes' 'quantity 55 unit=t 55 tonnes'
}

@test "measures with prefixes, powers and rates" {
	numbers_are 'A 12-kilovolt line, 3 cubic metres per second, 40 km/h.' \
	    'quantity 12 unit=kV 12-kilovolt' \
	    'quantity 3 unit=m3/s 3 cubic metres per second' \
	    'quantity 40 unit=km/h 40 km/h'
}

@test "no number in names and identifiers" {
	numbers_are 'He flew an Airbus 320 to see Channel 5 at 7 Baker Street.'
	numbers_are 'Call 0171 496 0123; flight XQ214, case 22-4417, COVID-19.'
	numbers_are 'No one of them; the app runs 24/7 on iOS 15.'
	numbers_are 'The under 16 side met under 21s; England under 19 lost.'
	numbers_are 'She took a 2:1 degree; England Under-21s came.'
	numbers_are 'They zero in on it with a one-two punch.'
	numbers_are 'The iPhone 15s sold; a 529 plan grew; a 737 MAX 8 left.'
}

@test "words around a number become its mod" {
	numbers_are 'At least 12, up to 30, almost 9, 40 or more.' \
	    'cardinal 12 mod=EQUAL_OR_MORE 12' \
	    'cardinal 30 mod=EQUAL_OR_LESS 30' \
	    'cardinal 9 mod=LESS_THAN 9' 'cardinal 40 mod=EQUAL_OR_MORE 40'
}

@test "dates are never guessed without the document's date" {
	numbers_are 'They met last May and again on 3 June.' \
	    'date XXXX-05 rel=PREV last May' 'date XXXX-06-03 _ 3 June'
}

@test "tense decides the direction of a date" {
	dated_is 2019-07-04 'She resigned on Friday.' 2019-06-28
	dated_is 2019-07-04 'She will resign on Friday.' 2019-07-05
	dated_is 2019-07-04 'It opened on 12 August.' 2018-08-12
	dated_is 2019-07-04 'It will open on 12 August.' 2019-08-12
	dated_is 2019-07-04 'It closed on Thursday.' 2019-07-04
}

@test "relative dates hang on the document's date or the text's last" {
	dated_is 2019-07-04 'Three weeks ago it rained.' 2019-06-13
	dated_is 2019-01-31 'Next month it ends.' 2019-02
	dated_is 2020-03-01 'Yesterday it rained.' 2020-02-29
	dated_is 2021-01-03 'Last week it rained.' 2020-W52
	numbers_of 'It began on 2 May 2001. Two days later it ended.' \
	    --date=2019-07-04 | tail -n 1 >found
	printf '%s\n' \
	    'date XXXX-XX-XX dated=2001-05-04|rel=+P2D@REF Two days later' |
	    diff -u - found
}

@test "reads dates of every class" {
	grep -v '^#' "$cases/dates.tsv" >cases.tsv
	awk -F '\t' 'NR == 1 { print "doc\tdate\ttext" }
	    NR > 1 && !seen[$3]++ { print ++id "\t" $2 "\t" $3 }' cases.tsv >in.tsv
	awk -F '\t' -v OFS='\t' 'NR > 1 {
		if (!($3 in id)) id[$3] = ++last
		if ($4 != "none") print id[$3], $4, $5, $6, $7 }' cases.tsv >want
	paragraphs --tsv --doc=doc --date=date --text=text in.tsv | sentences |
	    tokens | numbers -oH | cut -f2,6-9 >got
	diff -u want got
}

@test "the day comes first on demand" {
	numbers_of 'It is due on 4/7/2019 and 13/7/2019.' --day-first >found
	printf '%s\n' 'date 2019-07-04 _ 4/7/2019' \
	    'date 2019-07-13 _ 13/7/2019' | diff -u - found
	run ! numbers --date=2019-02-31 </dev/null
}

@test "clock times hang on a document's time alone" {
	dated_is 2019-07-04T23:30 'It will end in an hour.' 2019-07-05T00:30
	numbers_of 'It will end in an hour.' --date=2019-07-04 >found
	printf '%s\n' 'time XXXX-XX-XXTXX:XX rel=+PT1H an hour' |
	    diff -u - found
}

@test "holidays by rule" {
	dated_is 2024-02-01 'They will come at Easter.' 2024-03-31
	dated_is 2024-02-01 'They will come on Thanksgiving.' 2024-11-28
	dated_is 2024-01-05 'They will come for Chinese New Year.' 2024-02-10
}

@test "hostile input ends soon" {
	awk 'BEGIN { for (i = 0; i < 60000; i++) printf "one "
	    for (i = 0; i < 60000; i++) printf "1-"
	    for (i = 0; i < 30000; i++) printf "5 to "
	    printf "\n" }' | paragraphs >in
	timeout 60 numbers in >/dev/null
}

@test "dates at both ends of the calendar stay inside of it" {
	printf '%s\n' 'Last week, yesterday, last month, on the 31st, next year,' \
	    'the past nine days, the next two weeks, Friday, in a year.' |
	    paragraphs >in
	for date in 0001-01-01 9999-12-31; do
		numbers -oH --date="$date" in | cut -f8 | tr '|' '\n' |
		    grep ^dated= >found
		run ! grep -E '0000|10000|-00' found
	done
}

@test "tokens of addresses hide their numbers, others and overlapping ones do not" {
	{
		printf 'paragraph\td\t0\t20\t_\tbody\t_\t_\tSee 5 of 7 and 9 men\n'
		printf 'token\td\t%s\n' '0	3	_	word	_	_	See' \
		    '4	5	_	url	_	_	5' '9	16	_	word	_	_	7 and 9' \
		    '9	10	_	email	_	_	7' '15	16	_	unit	_	_	9'
	} >in
	numbers -oH in | cut -f9 >out
	printf '7\n9\n' | same_bytes - out
}

@test "no recogniser is left out where it would find something" {
	local tried=${bin%/bin}/tried/numbers

	[ -x "$tried" ] || skip "make test builds it"
	{
		cut -f2 "$cases/numbers.tsv" "$cases/amounts.tsv"
		cut -f3 "$cases/dates.tsv" "$cases/grammar.tsv"
		cat "$BATS_TEST_DIRNAME"/gold/docs/*.txt "$samples"/*.txt
	} | awk -v RS='[\n\t]' '{ print $0 "\n" }' | paragraphs | sentences |
	    tokens >in
	# and the same words in other orders, which no sentence has
	cut -f9 in | awk -F '\t' 'length($1) < 40 { word[n++] = $1 }
	    END { for (seed = 1; seed < 8; seed += 3)
		for (i = 0; i < n; i++) {
			state = ((i ? state : seed) * 16807) % 2147483647
			printf "%s%s", word[state % n], i % 40 ? " " : "\n\n"
		} }' | paragraphs | sentences | tokens >>in
	numbers --date=2018-07-04 in >gated
	"$tried" --date=2018-07-04 in >all
	same_bytes all gated
	[ "$(grep -c '^number' all)" -gt 3000 ]
}

@test "money of several lands is that of the document" {
	numbers_are $'NAIROBI - Rain fell.\n\nA sack cost 900 shillings.' \
	    'money 900 unit=KES 900 shillings'
	numbers_are $'Colombia won.\n\nTickets were 10,000 pesos.' \
	    'money 10000 unit=COP 10,000 pesos'
	numbers_are $'It cost 5 Ugandan shillings.\n\nHe paid 9 shillings.' \
	    'money 5 unit=UGX 5 Ugandan shillings' \
	    'money 9 unit=UGX 9 shillings'
	# not of the document before
	printf 'doc\ttext\n1\tNAIROBI - Rain.\n2\tHe paid 10 shillings.\n' >in.tsv
	paragraphs --tsv --doc=doc --text=text in.tsv | sentences | tokens |
	    numbers -oH | cut -f7,8 >found
	printf '0.50\tunit=GBP\n' | diff -u - found
}
