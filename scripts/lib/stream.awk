# stream.awk: what the awk scripts share: rows, text, tables.
#
# Runs before each script's own program, with FS = TAB, in the C locale, so
# that length() and substr() count bytes in every awk; offsets count code
# points, so text is cut by text_cut(). ENVIRON: RILL_NAME is the script's
# name, RILL_PREFIX what all names begin with, RILL_TABLE 1 for an aligned table
# RILL_WIDTH columns wide, 0 for TSV.  meter.awk comes before it.
#
# Sets for each row: Start, End, and at a new document New_doc, at a new block
# (stream.md: a paragraph, or an outermost row) New_block. Block text is kept
# for the document: text_at(start, end) finds the text of any span.
#
# Bugs: a wide character (CJK) counts as one column in tables.

BEGIN {
	FS = "\t"
	Fffd = "\357\277\275"
	Width = ENVIRON["RILL_WIDTH"] + 0
	if (Width < 40)
		Width = 80
	Failed = 0
}

Size { meter($0) }

$1 == "type" && $2 == "doc" { next }

NF < 9 || $3 !~ /^[0-9]+$/ || $4 !~ /^[0-9]+$/ || /\r$/ {
	where = FILENAME == "" || FILENAME == "-" ? "standard input" : FILENAME
	sub(/^\.\//, "", where)
	print Name ": " text_plain(where) ":" FNR ($0 ~ /^\037\213/ ? \
	    ": packed (gzip -dc makes rows of it)" : /\r$/ ? \
	    ": a carriage return at the end of the line" : \
	    ": not a row of the stream (" ENVIRON["RILL_PREFIX"] \
	    "annotate makes one)") > "/dev/stderr"
	Failed = 1
	exit 1
}

{
	Start = $3 + 0
	End = $4 + 0
	New_doc = Docs == 0 || $2 != Doc || Start < Last_start
	New_block = New_doc || $1 == "paragraph" || Start >= Block_end
	Last_start = Start
}

New_doc && Docs > 0 { document_end() }

New_doc {
	Docs++
	Doc = $2
	Blocks = 0
	Sent_end = 0
}

New_block {
	Block_end = End
	Blocks++
	Block_start[Blocks] = Start
	Block_stop[Blocks] = End
	Block_text[Blocks] = text_unescape($9)
}

$1 == "sentence" {
	Sent_end = End
	Sent_text = $9
}

# Text of the sentence that holds the row, else of its block; escaped.
function row_sentence()
{
	return Start < Sent_end ? text_unescape(Sent_text) : Block_text[Blocks]
}

# Value of a key of attrs, "" when there is none.
function row_attr(attrs, key,    n, i, part, value)
{
	if (attrs == "_")
		return ""
	n = split(attrs, part, "|")
	for (i = 1; i <= n; i++)
		if (substr(part[i], 1, length(key) + 1) == key "=") {
			value = substr(part[i], length(key) + 2)
			gsub(/%7C/, "|", value)
			gsub(/%3D/, "=", value)
			return text_unescape(value)
		}
	return ""
}

# A field that may be none: unescaped, "" for _.
function row_value(field)
{
	return field == "_" ? "" : text_unescape(field)
}

# Long strings grow by long pieces, since appending copies in most awks.
function text_unescape(s,    n, i, part, all, some)
{
	if (!index(s, "\\"))
		return s
	n = split(s, part, /\\\\/)
	all = some = ""
	for (i = 1; i <= n; i++) {
		gsub(/\\t/, "\t", part[i])
		gsub(/\\n/, "\n", part[i])
		gsub(/\\r/, "\r", part[i])
		some = some (i > 1 ? "\\" : "") part[i]
		if (length(some) > 4000) {
			all = all some
			some = ""
		}
	}
	return all some
}

# For people: one line, and nothing a terminal would obey.
function text_plain(s)
{
	gsub(/[\t\n\r]+/, " ", s)
	return text_inert(s)
}

# Control characters but tab and newline become U+FFFD.
function text_inert(s)
{
	gsub(/[\001-\010\013-\037\177]/, Fffd, s)
	gsub(/\302[\200-\237]/, Fffd, s)
	return s
}

# Number of code points.
function text_length(s,    t)
{
	if (s !~ /[\200-\377]/)
		return length(s)
	t = s
	return length(s) - gsub(/[\200-\277]/, "", t)
}

# The byte, from 1, n code points after byte p of s.
function text_skip(s, p, n,    t)
{
	while (n > 0 && (t = substr(s, p, n)) != "") {
		p += length(t)
		n -= length(t) - gsub(/[\200-\277]/, "", t)
	}
	while (substr(s, p, 1) ~ /[\200-\277]/)
		p++
	return p
}

# Code points from..to - 1 of s, counted from 0.
function text_cut(s, from, to,    p, q)
{
	if (s !~ /[\200-\377]/)
		return substr(s, from + 1, to - from)
	p = text_skip(s, 1, from)
	q = text_skip(s, p, to - from)
	return substr(s, p, q - p)
}

# The first block that ends behind code point start.
function text_block(start,    lo, hi, mid)
{
	lo = 1
	hi = Blocks
	while (lo < hi) {
		mid = int((lo + hi) / 2)
		if (Block_stop[mid] > start)
			hi = mid
		else
			lo = mid + 1
	}
	return lo
}

# Text of a span of this document, from the blocks that hold it; "" if none.
function text_at(start, end,    lo, s, all)
{
	lo = text_block(start)
	all = ""
	for (; lo <= Blocks && Block_start[lo] < end; lo++) {
		s = start > Block_start[lo] ? start - Block_start[lo] : 0
		if (Block_stop[lo] <= start)
			continue
		if (all != "" && Block_start[lo] > Block_stop[lo - 1])
			all = all " "
		all = all text_cut(Block_text[lo], s, (end < Block_stop[lo] ? \
		    end : Block_stop[lo]) - Block_start[lo])
	}
	return all
}

# Text of START-END.
function text_span(span,    part)
{
	if (span !~ /^[0-9]+-[0-9]+$/)
		return ""
	split(span, part, "-")
	return text_at(part[1] + 0, part[2] + 0)
}

# Some spaces of s become newlines so that no line is longer than width.
function text_fold(s, width,    n, i, word, all, some, at, w)
{
	gsub(/[\n\t\r]/, " ", s)
	n = split(s, word, / /)
	all = ""
	some = word[1]
	at = text_length(word[1])
	for (i = 2; i <= n; i++) {
		w = text_length(word[i])
		if (at + 1 + w > width) {
			some = some "\n" word[i]
			at = w
		} else {
			some = some " " word[i]
			at += 1 + w
		}
		if (length(some) > 4000) {
			all = all some
			some = ""
		}
	}
	return all some
}

# order[1..n]: the indices 1..n, by key as strings, equal ones as they stand.
function sort_keys(key, n, order,    i, step, lo, mid, hi, a, b, k, tmp)
{
	for (i = 1; i <= n; i++)
		order[i] = i
	for (step = 1; step < n; step *= 2) {
		for (lo = 1; lo <= n; lo += 2 * step) {
			mid = lo + step
			hi = mid + step
			if (mid > n + 1)
				mid = n + 1
			if (hi > n + 1)
				hi = n + 1
			a = lo
			b = mid
			for (k = lo; k < hi; k++)
				if (b >= hi || (a < mid && \
				    key[order[a]] "" <= key[order[b]] ""))
					tmp[k] = order[a++]
				else
					tmp[k] = order[b++]
		}
		for (i = 1; i <= n; i++)
			order[i] = tmp[i]
	}
}

# table_begin: the names of all columns, and of those an aligned table shows.
# With group, the table gets a line with the document's name where it changes.
function table_begin(all, shown, group,    n, i, name)
{
	Columns = split(all, name, " ")
	for (i = 1; i <= Columns; i++)
		Column[name[i]] = i
	n = split(shown, name, " ")
	for (i = 1; i <= n; i++) {
		Show[i] = Column[name[i]]
		Title[i] = toupper(name[i])
	}
	Shown = n
	Group = group
	Rows = 0
	if (!Table) {
		gsub(/ /, "\t", all)
		print all
	}
}

# table_row: writes or keeps what is in Cell[1..Columns].
function table_row(    i, line)
{
	Rows++
	line = ""
	for (i = 1; i <= Columns; i++) {
		Cell[i] = text_plain(Cell[i])
		if (Cell[i] == "")
			Cell[i] = "_"
		line = line (i > 1 ? "\t" : "") Cell[i]
	}
	if (!Table) {
		print line
		return
	}
	for (i = 1; i <= Shown; i++)
		Kept[Rows, i] = Cell[Show[i]] == "_" ? "" : Cell[Show[i]]
	if (Group)
		Kept_doc[Rows] = Cell[Column["doc"]]
}

function table_pad(s, width,    n)
{
	n = text_length(s)
	if (n > width) {
		s = text_cut(s, 0, width - 1) "\342\200\246"
		n = width
	}
	while (n++ < width)
		s = s " "
	return s
}

# table_end: writes the kept rows, the last column folded.
function table_end(    i, r, w, n, rest, most, used, line, part, doc)
{
	if (!Table || Rows == 0)
		return
	most = int(Width / 3)
	for (i = 1; i < Shown; i++) {
		w[i] = length(Title[i])
		for (r = 1; r <= Rows; r++) {
			n = text_length(Kept[r, i])
			if (n > w[i])
				w[i] = n > most ? most : n
		}
		used += w[i] + 2
	}
	rest = Width - used
	if (rest < 30)
		rest = 30
	for (r = 0; r <= Rows; r++) {
		if (r > 0 && Group && (r == 1 || Kept_doc[r] != doc)) {
			doc = Kept_doc[r]
			print "\n" doc
		}
		line = ""
		for (i = 1; i < Shown; i++)
			line = line table_pad(r ? Kept[r, i] : Title[i], w[i]) \
			    "  "
		n = split(text_fold(r ? Kept[r, Shown] : Title[Shown], rest), \
		    part, "\n")
		line = line part[1]
		sub(/ +$/, "", line)
		print line
		for (i = 2; i <= n; i++)
			print table_pad("", used) part[i]
	}
}
