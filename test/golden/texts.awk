# texts.awk: a file of texts, one a line, as a table for paragraphs --tsv.
# {a|b} in a line makes a text with a and one with b; "# " begins a comment,
# and \n is a line's end.  A text is named by its line and number in it: 12.3.

function texts(before, rest,    inner, n, i, part) {
	if (!match(rest, /\{[^{}]*\|[^{}]*\}/)) {
		print FNR "." ++count "\t2019-07-04\t" before rest
		return
	}
	inner = substr(rest, RSTART + 1, RLENGTH - 2)
	before = before substr(rest, 1, RSTART - 1)
	rest = substr(rest, RSTART + RLENGTH)
	n = split(inner, part, "|")
	for (i = 1; i <= n; i++)
		texts(before part[i], rest)
}

BEGIN { print "doc\tdate\ttext" }
/^# / || /^$/ { next }
{
	count = 0
	texts("", $0)
}
