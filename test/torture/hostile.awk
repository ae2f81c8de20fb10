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
