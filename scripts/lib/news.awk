# news: makes documents from a grammar until there are SIZE bytes of text.
#
#	awk -v size=20000000 -v text=TEXT -v table=TABLE -f news.awk \
#	    GRAMMAR [SAMPLE...]
#
# Every eighth document is one of the samples, in turn.  Writes the documents to
# TEXT one after another and to TABLE as records id, date and body with the
# stream's escapes.  The same size gives the same bytes with any awk.

BEGIN {
	FS = "\t"
	state = 1
}

FNR == 1 { files++ }

files > 1 {
	gsub(/\\/, "\\\\&")
	sub(/\r$/, "\\r")
	sample[files - 1] = sample[files - 1] $0 "\\n"
	next
}

/^#/ { next }

{ way[$1, ++ways[$1]] = $2 }

# The minimal standard generator: exact in the doubles of any awk.
function draw(n)
{
	state = state * 16807 % 2147483647
	return int(state / 2147483647 * n) + 1
}

function expand(symbol,    s, out, i, j, name)
{
	s = way[symbol, draw(ways[symbol])]
	while ((i = index(s, "<"))) {
		j = index(s, ">")
		name = substr(s, i + 1, j - i - 1)
		out = out substr(s, 1, i - 1)
		s = substr(s, j + 1)
		if (name ~ /\^$/) {
			name = expand(substr(name, 1, length(name) - 1))
			name = toupper(substr(name, 1, 1)) substr(name, 2)
		} else {
			name = expand(name)
		}
		out = out name
	}
	return out s
}

function add(body)
{
	made += length(body)
	printf "%d\t20%02d-%02d-%02d\t%s\n", ++id, draw(26) - 1, draw(12), \
	    draw(28), body >table
	gsub(/\\r/, "\r", body)
	gsub(/\\n/, "\n", body)
	print body >text
}

END {
	print "id\tdate\tbody" >table
	while (made < size) {
		add(expand("document"))
		if (id % 8 == 7 && files > 1)
			add(sample[1 + int(id / 8) % (files - 1)])
	}
}
