# ends.awk: the beginnings and ends of texts, so that each word is the first of a
# text and the last of another: what looks before or behind it finds nothing.
#
#	awk -f ends.awk TEXTS
#
# A text a line; prints a table for paragraphs --tsv, each part once, of so many
# words: what is farther off has no say.  Parts of one text are far apart, so that
# the first thousands are of all texts.

function put(text)
{
	if (!seen[text]++)
		part[count++] = text
}

BEGIN {
	most = 9
	apart = 101
}

{
	n = split($0, word, " ")
	for (i = 1; i <= n; i++) {
		text = word[i]
		for (k = i + 1; k <= n && k < i + most; k++)
			text = text " " word[k]
		put(text)
		text = word[i]
		for (k = i - 1; k > 0 && k > i - most; k--)
			text = word[k] " " text
		put(text)
	}
}

END {
	print "doc\tdate\ttext"
	for (i = 0; i < apart; i++)
		for (k = i; k < count; k += apart)
			print ++doc "\t2019-07-04\t" part[k]
}
