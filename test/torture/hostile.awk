# hostile.awk: text of one kind, of about n bytes, that asks much of an engine.
#
#	awk -f hostile.awk -v kind=brackets -v n=100000
#
# With kind=list it prints the names of the kinds.

function random(m)
{
	seed = (seed * 16807) % 2147483647
	return seed % m
}

function word(    s, k)
{
	s = ""
	for (k = 2 + random(5); k > 0; k--)
		s = s substr("bcdfghklmnprst", 1 + random(14), 1) \
		    substr("aeiou", 1 + random(5), 1)
	return s
}

function name(    s)
{
	s = word()
	return toupper(substr(s, 1, 1)) substr(s, 2)
}

# What a kind repeats; made anew each time where it is random.
function piece()
{
	if (kind in Piece)
		return Piece[kind]
	if (kind == "names")
		return name() " " name() " met " name() ". "
	if (kind == "full-names")
		return "Mr " name() " " name() " said he would go. "
	if (kind == "surnames")
		return name() " Duarte said so. Duarte left. "
	if (kind == "acronyms")
		return name() " " name() " Union (" toupper(word()) ") said no. "
	if (kind == "speakers")
		return "“We go,” " name() " " name() " said. “I stay,” he said.\n\n"
	if (kind == "numbers")
		return random(100000) " "
	if (kind == "number-words")
		return Number_word[1 + random(Number_words)] " "
	if (kind == "dates")
		return Date_word[1 + random(Date_words)] " "
	if (kind == "marks")
		return Mark[1 + random(Marks)]
	if (kind == "prose")
		return Prose_word[1 + random(Prose_words)] \
		    (random(15) ? " " : random(9) ? ". " : ".\n\n")
	return ""
}

BEGIN {
	seed = 20190704
	Piece["double-quotes"] = "\"a "
	Piece["open-quotes"] = "“a "
	Piece["close-quotes"] = "a” "
	Piece["single-quotes"] = "'a "
	Piece["apostrophes"] = "’"
	Piece["quoted-words"] = "“a” "
	Piece["quoted-run"] = "\"a\""
	Piece["quoted-by"] = "\"a\" he said "
	Piece["quoted-names"] = "\"a,\" Al said. "
	Piece["quoted-paragraphs"] = "“We go on.\n\n"
	Piece["brackets"] = "(he said "
	Piece["only-brackets"] = "("
	Piece["square"] = "[“("
	Piece["digit-run"] = "7"
	Piece["grouped-run"] = ",000"
	Piece["point-run"] = "1."
	Piece["digits"] = "7 "
	Piece["slashes"] = "1/2/"
	Piece["ranges"] = "5-"
	Piece["to-ranges"] = "5 to "
	Piece["dollars"] = "$"
	Piece["dollar-amounts"] = "$5 million and "
	Piece["percent"] = "5% "
	Piece["hundreds"] = "hundred "
	Piece["millions"] = "million million "
	Piece["twenty"] = "twenty-"
	Piece["units"] = "5 km/h/s "
	Piece["per"] = "per "
	Piece["half"] = "half a "
	Piece["between"] = "between 5 and "
	Piece["last"] = "the last "
	Piece["monday"] = "Monday, "
	Piece["july"] = "July 4, 2019, "
	Piece["clock"] = "5:00-"
	Piece["ordinals"] = "first "
	Piece["roman"] = "XIV "
	Piece["scores"] = "2-1, 3-2 "
	Piece["letter-paragraphs"] = "a\n\n"
	Piece["lines"] = "a b\n"
	Piece["blank-lines"] = " \n"
	Piece["long-word"] = "a"
	Piece["long-capital"] = "A"
	Piece["hyphens"] = "a-"
	Piece["only-hyphens"] = "-"
	Piece["dots"] = "a."
	Piece["only-dots"] = "."
	Piece["initials"] = "J. "
	Piece["abbreviations"] = "U.S. "
	Piece["mr"] = "Mr. "
	Piece["questions"] = "? "
	Piece["exclamations"] = "!"
	Piece["items"] = "1.) a "
	Piece["commas"] = ", "
	Piece["semicolons"] = "; "
	Piece["colons"] = ": a"
	Piece["and"] = "and "
	Piece["of-the"] = "of the "
	Piece["that"] = "he said that "
	Piece["said"] = "said "
	Piece["said-it"] = "said he, "
	Piece["according"] = "according to "
	Piece["told"] = "told reporters that "
	Piece["he"] = "he "
	Piece["he-said"] = "He said it. "
	Piece["possessives"] = "Ana's "
	Piece["clitics"] = "n't"
	Piece["ana"] = "Ana "
	Piece["bank-of"] = "Bank of "
	Piece["president"] = "President "
	Piece["capitals"] = "AB "
	Piece["at-signs"] = "a@"
	Piece["url"] = "http://a/"
	Piece["emoticons"] = ":-)"
	Piece["hashes"] = "#a"
	Piece["backslashes"] = "\\"
	Piece["tabs"] = "a\t"
	Piece["combining"] = "\314\201"
	Piece["joiners"] = "\342\200\215"
	Piece["flags"] = "\360\237\207\251"
	Piece["emoji"] = "\360\237\221\215"
	Piece["thai"] = "\340\270\201\340\270\262\340\270\243"
	Piece["chinese"] = "\344\273\212\345\244\251"
	Piece["kana"] = "\343\202\253"
	Piece["hebrew"] = "\327\251 "
	Piece["bidi"] = "\342\200\256a"
	Piece["spaces"] = " "
	Piece["wide-spaces"] = "\302\240"
	# ill-formed UTF-8 of every class, and bytes of no text
	Piece["lone-continuation"] = "\200"
	Piece["overlong-2"] = "\300\200"
	Piece["overlong-3"] = "\340\200\200"
	Piece["overlong-4"] = "\360\200\200\200"
	Piece["surrogate"] = "\355\240\200"
	Piece["surrogate-pair"] = "\355\240\275\355\270\200 "
	Piece["beyond"] = "\364\220\200\200"
	Piece["far-beyond"] = "\367\277\277\277"
	Piece["five-bytes"] = "\370\210\200\200\200"
	Piece["six-bytes"] = "\374\204\200\200\200\200"
	Piece["never-fe"] = "\376"
	Piece["never-ff"] = "a\377"
	Piece["cut-2"] = "\303 "
	Piece["cut-3"] = "\342\202 "
	Piece["cut-4"] = "\360\237\230"
	Piece["lead-lead"] = "\303\303"
	Piece["latin-1"] = "caf\351 "
	Piece["windows"] = "\223a\224 "
	Piece["utf-16"] = sprintf("a%c", 0)
	Piece["nul"] = sprintf("%c", 0)
	Piece["marks-of-order"] = "\357\273\277a "
	# separators, controls, directions
	Piece["line-separator"] = "a\342\200\250"
	Piece["paragraph-separator"] = "a\342\200\251"
	Piece["next-line"] = "a\302\205"
	Piece["carriage-return"] = "a\r"
	Piece["crlf"] = "a\r\n"
	Piece["form-feed"] = "a\f"
	Piece["vertical-tab"] = "a\v"
	Piece["escape"] = "\033[31m"
	Piece["bell"] = "\007"
	Piece["delete"] = "\177"
	Piece["c1"] = "\302\233"
	Piece["isolates"] = "\342\201\246\327\251"
	Piece["overrides"] = "\342\200\256abc\342\200\254 "
	Piece["zero-width"] = "a\342\200\213"
	Piece["word-joiner"] = "a\342\201\240"
	Piece["soft-hyphen"] = "a\302\255"
	Piece["variation"] = "\342\230\272\357\270\217"
	Piece["tags"] = "\363\240\201\201"
	Piece["private"] = "\356\200\200"
	Piece["noncharacter"] = "\357\277\276"
	Piece["last-of-all"] = "\364\217\277\277"
	Piece["replacement"] = "\357\277\275"
	# characters that grow or pile up
	Piece["zalgo"] = "Z\314\201\314\202\314\203\314\204\314\206" \
	    "\314\207\314\210\314\212\314\213\314\214"
	Piece["enclosing"] = "a\342\203\235"
	Piece["arabic-ligature"] = "\357\267\272"
	Piece["sharp-s"] = "\303\237"
	Piece["dotted-i"] = "\304\260"
	Piece["ligature-ffi"] = "\357\254\203 "
	Piece["hangul"] = "\341\204\200\341\205\241"
	Piece["devanagari"] = "\340\244\225\340\245\215"
	Piece["arabic"] = "\331\205 "
	Piece["cyrillic"] = "\320\220\320\260 "
	Piece["greek"] = "\316\243\317\202. "
	Piece["family"] = "\360\237\221\251\342\200\215"
	Piece["skin"] = "\360\237\221\215\360\237\217\275"
	Piece["keycap"] = "1\357\270\217\342\203\243"
	# marks that are left open
	Piece["nested"] = "“a ‘b "
	Piece["guillemets"] = "«a "
	Piece["low-marks"] = "„a "
	Piece["corner-marks"] = "\343\200\214"
	Piece["backquotes"] = "``a "
	Piece["primes"] = "5′ 6″ "
	Piece["mixed-marks"] = "\"a' “b' "
	Piece["braces"] = "{"
	Piece["angles"] = "<"
	Piece["round-pairs"] = "() "
	Piece["closing"] = ")"
	# numbers
	Piece["wide-digits"] = "\357\274\221"
	Piece["arabic-digits"] = "\331\241\331\242 "
	Piece["fractions"] = "\302\275 "
	Piece["fraction-run"] = "\302\275"
	Piece["fraction-units"] = "\302\274m "
	Piece["fraction-cups"] = "\302\276 cup "
	Piece["fraction-stops"] = "\302\275. "
	Piece["feet"] = "5'"
	Piece["hours"] = "1h "
	Piece["grams"] = "1g,"
	Piece["shares"] = "9%"
	Piece["cents"] = "5\302\242"
	Piece["marked-numbers"] = "#1 "
	Piece["degrees"] = "5\302\260C "
	Piece["superscripts"] = "5\302\262 "
	Piece["euros"] = "€1,000.50 "
	Piece["minus"] = "-5"
	Piece["plus"] = "+"
	Piece["exponents"] = "1e"
	Piece["hexadecimal"] = "0x1F "
	Piece["addresses"] = "10.0.0."
	Piece["phones"] = "555-0100-"
	Piece["iso-dates"] = "2019-07-04T"
	Piece["years"] = "1999, "
	Piece["decades"] = "1990s "
	Piece["day-after"] = "the day after "
	Piece["ago"] = "a week ago "
	Piece["past"] = "half past "
	Piece["point-five"] = ".5"
	Piece["zero-run"] = "0"
	Piece["thousands"] = "1 000 "
	Piece["dozen"] = "a dozen dozen "
	Piece["a-and"] = "one and "
	Piece["points"] = "point five "
	# words and names
	Piece["html"] = "<a href=\"#\">&amp;"
	Piece["script"] = "<script>alert(1)</script> "
	Piece["shell"] = "$(id) `id` ;"
	Piece["csv"] = "a,\"b\",\n"
	Piece["json"] = "{\"a\":["
	Piece["percent-signs"] = "%s%n"
	Piece["hashtags"] = "#Ana @Duarte "
	Piece["emails"] = "a@b.co "
	Piece["ellipses"] = "… "
	Piece["dashes"] = "a—"
	Piece["bullets"] = "• a\n"
	Piece["dash-items"] = "- a\n"
	Piece["headline"] = "NEW YORK COURT SAYS NO "
	Piece["particles"] = "de la van "
	Piece["saints"] = "St. "
	Piece["juniors"] = "Ana Duarte Jr. "
	Piece["doctors"] = "Dr. Ana Duarte, "
	Piece["lands"] = "Peru, Chile and "
	Piece["states"] = "US "
	Piece["union-marks"] = "UN,"
	Piece["one-letter-names"] = "Al "
	Piece["companies"] = "Duarte & Co. "
	Piece["universities"] = "University of "
	Piece["who-is"] = "Duarte, who said "
	Piece["asked"] = "asked if she asked if "
	Piece["denied"] = "denied that it "
	Piece["whether"] = "whether or not "
	Piece["she-they"] = "she they it "
	Piece["said-colon"] = "Ana: "
	Piece["speech-line"] = "DUARTE: Yes.\n"
	Piece["letters"] = "a b "
	Piece["one-word-sentences"] = "A. "
	Piece["asked-sentences"] = "A?"
	Piece["number-sentences"] = "5! "
	Piece["high-letters"] = "\303\211 "
	Piece["growing"] = "\316\220 "
	Piece["units-of-two"] = "\302\265\302\262 "
	Piece["titles"] = "The Story Of A Town\n\n"
	Number_words = split("one two twenty thirty hundred thousand million " \
	    "half third quarter dozen point and a per cent dollars euros " \
	    "km degrees about more than between to minus first 5 1.5 $3 %", \
	    Number_word, " ")
	Date_words = split("Monday July 4 2019 last next the week of month " \
	    "year ago in early late from to between and on at 5 p.m. noon " \
	    "every day until since May spring quarter 1990s century am", \
	    Date_word, " ")
	Marks = split("“:”:‘:’:\":':«:»:(:):[:]:-:–:,:.:?:!: a: said: He", \
	    Mark, ":")
	Prose_words = split("the of and to in a said that he she Ana Duarte " \
	    "minister government “we go” \"yes\" 5 $3 million Monday United " \
	    "Nations would not (UN) according company, told reporters who is", \
	    Prose_word, " ")
	split("names full-names surnames acronyms speakers numbers " \
	    "number-words dates marks prose", Other, " ")
	if (kind == "list") {
		for (i = 1; i in Other; i++)
			print Other[i]
		for (i in Piece)
			print i
		exit
	}
	if (piece() == "") {
		print "hostile: no kind " kind >"/dev/stderr"
		exit 1
	}
	seed = 20190704
	while (length(s) < n) {
		s = ""
		while (length(s) < 2000 && length(s) < n)
			s = s piece()
		printf "%s", s
		n -= length(s)
		s = ""
		if (n <= 0)
			break
	}
	print ""
}
