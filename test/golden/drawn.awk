# drawn.awk: texts drawn from a grammar, as a table for paragraphs --tsv.
#
#	awk -f drawn.awk -v count=1000 drawn.txt
#
# A line "NAME: a | b <OTHER> | c" says what stands for <NAME>; one line more of
# the same name adds to it.  What is drawn does not depend on the machine.  A text
# is what stands for <TEXT>; \n in it is a line's end.

function random(n)
{
	seed = (seed * 16807) % 2147483647
	return int(seed / 7) % n
}

function draw(name, depth,    text, out, k)
{
	# deep down the first alternative, which asks for no more
	k = depth > 9 ? 0 : random(Count[name])
	text = Choice[name, k]
	out = ""
	while (match(text, /<[A-Z]+>/)) {
		out = out substr(text, 1, RSTART - 1)
		k = substr(text, RSTART + 1, RLENGTH - 2)
		text = substr(text, RSTART + RLENGTH)
		if (!(k in Count)) {
			print "drawn: no <" k ">" >"/dev/stderr"
			exit 1
		}
		out = out draw(k, depth + 1)
	}
	return out text
}

# Capitals for the small letters behind ^ and the marks behind it.
function capitals(text,    out, n)
{
	out = ""
	while (n = index(text, "^")) {
		out = out substr(text, 1, n - 1)
		text = substr(text, n + 1)
		match(text, /^[^a-zA-Z0-9<^]*/)
		out = out substr(text, 1, RLENGTH) \
		    toupper(substr(text, RLENGTH + 1, 1))
		text = substr(text, RLENGTH + 2)
	}
	return out text
}

BEGIN {
	seed = 20190704
	if (count == 0)
		count = 1000
}

/^#/ || /^$/ { next }

{
	name = substr($0, 1, index($0, ":") - 1)
	n = split(substr($0, index($0, ":") + 1), part, "|")
	for (i = 1; i <= n; i++) {
		sub(/^ /, "", part[i])
		sub(/ $/, "", part[i])
		Choice[name, Count[name]++] = part[i]
	}
}

END {
	print "doc\tdate\ttext"
	for (i = 1; i <= count; i++) {
		text = draw("TEXT", 0)
		gsub(/ _/, "", text)
		gsub(/ ,/, ",", text)
		gsub(/ 's/, "'s", text)
		print i "\t2019-07-04\t" capitals(text)
	}
}
