# near.awk: texts, and what is near them: the same with a word gone, doubled, put
# elsewhere or in place of another, with a mark or a number changed, cut, joined
# to another.
#
#	awk -f near.awk -v each=2 TEXTS
#
# A text a line; prints a table for paragraphs --tsv, each text once as it is and
# so many times changed, of one date or another.  What is printed does not depend
# on the machine.  With -v far=12 nothing else is changed but that up to so many
# words, all of one kind, come in between: what may be so far off, and no farther.

function random(n)
{
	seed = (seed * 16807) % 2147483647
	return int(seed / 7) % n
}

# Cuts s into part[1..n]: words, numbers, blanks, and each other sign.
function cut(s, part,    n)
{
	n = 0
	while (s != "") {
		if (!match(s, /^[A-Za-z\200-\377]+/) && !match(s, /^[0-9]+/) &&
		    !match(s, /^ +/) && !match(s, /^\\[nrt\\]/))
			RLENGTH = 1
		part[++n] = substr(s, 1, RLENGTH)
		s = substr(s, RLENGTH + 1)
	}
	return n
}

# A part that another text has.
function other()
{
	return Word[random(words)]
}

function turned(w,    c)
{
	c = substr(w, 1, 1)
	if (index(w, "\\"))
		return w
	if (random(3) == 0)
		return toupper(w)
	return (c == tolower(c) ? toupper(c) : tolower(c)) substr(w, 2)
}

# The place of a part of the class; a part of any when there is none near.
function place(part, n, class,    i, k)
{
	i = 1 + random(n)
	for (k = 0; k < n; k++)
		if (part[(i + k - 1) % n + 1] ~ class)
			return (i + k - 1) % n + 1
	return i
}

function change(part, n,    i, j, r)
{
	i = place(part, n, "[^ ]")
	j = place(part, n, "^[0-9]")
	r = random(20)
	if (r < 3)
		part[i] = ""
	else if (r < 6)
		part[i] = other()
	else if (r < 8)
		part[i] = other() " " part[i]
	else if (r == 8)
		part[i] = part[i] " " part[i]
	else if (r < 11)
		part[i] = part[i] Sign[1 + random(signs)]
	else if (r == 11)
		part[i] = Sign[1 + random(signs)]
	else if (r == 12)
		part[i] = turned(part[i])
	else if (r < 15)
		part[j] = Number[1 + random(numbers)]
	else if (r == 15)
		part[j % n + 1] = Sign[1 + random(signs)]
	else if (r == 16)
		part[(j + 1) % n + 1] = other()
	else if (r == 17) {
		j = (i + 1) % n + 1
		r = part[i]
		part[i] = part[j]
		part[j] = r
	} else if (r == 18)
		part[i] = " " part[i]
	else
		for (j = i + 1 + random(4); j > i && j <= n; j--)
			part[j] = ""
}

# A run of words in front of a part; those of other texts, or one all the time.
function stretch(part, n,    i, k, w)
{
	i = place(part, n, "^[A-Za-z]")
	w = Run[1 + random(runs)]
	for (k = 1 + random(far); k > 0; k--)
		part[i] = (w == "." ? other() : w) " " part[i]
}

# The text without the first half of an escape at its end.
function whole(text)
{
	return match(text, /\\+$/) && RLENGTH % 2 == 1 ? \
	    substr(text, 1, length(text) - 1) : text
}

# The text changed in a place or some.
function near(text,    part, n, i, k, out)
{
	n = cut(text, part)
	if (far > 0) {
		stretch(part, n)
		for (k = 1; k <= n; k++)
			out = out part[k]
		return out
	}
	for (k = 1 + random(3); k > 0; k--)
		change(part, n)
	i = random(12)
	for (k = (i == 0 ? 1 + random(n) : 1); k <= n; k++)
		out = out part[k]
	if (i == 1)
		out = whole(substr(out, 1, index(out, other()) - 1))
	else if (i == 2)
		out = out " " Text[random(texts)]
	return out
}

function put(doc, text)
{
	print doc "\t" Date[1 + random(dates)] "\t" text
}

BEGIN {
	seed = 20190704
	dates = split("2019-07-04 2016-02-29 2023-01-01 2018-12-31T23:30 " \
	    "2024-03-31", Date, " ")
	if (each == 0)
		each = 1
	signs = split("- – — / , . ; : ( ) \" “ ” ‘ ’ ' % $ £ € + = & ° # * ? ! " \
	    "... \\n \\n\\n 's ″ × ½ ~ [ ] < > @", Sign, " ")
	runs = split("very old, Reis Ana and de 5 said . . .", Run, " ")
	numbers = split("0 1 2 3 5 7 9 10 11 12 13 15 18 19 20 21 24 29 30 31 " \
	    "45 59 60 90 99 100 101 1,000 2019 1999 1066 44 05 00 0.5 3.25 " \
	    "1.5 10:30 8:15 24:00 7/4 20,000 3,50 12345678 2020 2100 1600 " \
	    "007 0.05 1e6 half two five ten twelve twenty-one hundred " \
	    "million third first 4th 1990s 10am XIV", Number, " ")
}

{
	Text[texts++] = $0
	n = split($0, part, " ")
	for (i = 1; i <= n; i++)
		Word[words++] = part[i]
}

END {
	print "doc\tdate\ttext"
	for (i = 0; i < texts; i++) {
		if (far == 0)
			put(i, Text[i])
		for (k = 1; k <= each; k++) {
			text = near(Text[i])
			if (text ~ /[^ ]/)
				put(i "." k, text)
		}
	}
}
