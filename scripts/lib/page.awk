# page.awk: texts as HTML, with a piece for each span; after spans.awk.
#
# All is kept in Page[1..Pages], since what comes first on a page is known last.
# Ids of spans are those of their rows in the document: d1-q1, d1-n1, d1-e1.  Of
# the row at hand Quotes, Numbers or Entities is this number; Said is what a
# number says; Called, Type_of and Layer_of are of a name.  Heading is the
# element of headings in a text.

BEGIN {
	Type["PER"] = "person"
	Type["ORG"] = "organisation"
	Type["LOC"] = "place"
	Type["MISC"] = "name"
	split("APPROX about LESS_THAN less_than MORE_THAN more_than " \
	    "EQUAL_OR_LESS at_most EQUAL_OR_MORE at_least START early " \
	    "MID mid END late BEFORE before AFTER after ON_OR_BEFORE by " \
	    "ON_OR_AFTER from", part, " ")
	for (i = 1; i in part; i += 2) {
		Mod[part[i]] = part[i + 1]
		gsub(/_/, " ", Mod[part[i]])
	}
	Heading = "h3"
}

New_doc {
	Doc_name[Docs] = escape(text_unescape($2))
	Doc_date = escape(row_attr($8, "date"))
	Quotes = Numbers = Entities = 0
}

New_block {
	Block_label[Blocks] = $1 == "paragraph" ? $6 : ""
	Block_lang[Blocks] = row_attr($8, "lang")
}

$1 == "quote" {
	i = span_add(Start, End, "q", 2)
	Span_id[i] = "q" ++Quotes
	Span_title[i] = row_value($7)
	span_add_parts($8)
}

# What a number says: about 5 USD.
$1 == "number" {
	i = span_add(Start, End, "n", 5)
	Span_id[i] = "n" ++Numbers
	mod = row_attr($8, "mod")
	unit = row_attr($8, "unit")
	dated = row_attr($8, "dated")
	Said = (mod in Mod ? Mod[mod] " " : "") \
	    (dated != "" ? dated : row_value($7)) (unit == "" ? "" : " " unit)
	Span_title[i] = $6 " " Said
}

$1 == "entity" {
	Layer_of = $6 in Type ? tolower($6) : "misc"
	Type_of = $6 in Type ? Type[$6] : text_unescape($6)
	Called = text_unescape($7 == "_" ? $9 : $7)
	i = span_add(Start, End, Layer_of, 4)
	Span_id[i] = "e" ++Entities
	kind = row_attr($8, "kind")
	Span_title[i] = Called ", " (kind == "" ? Type_of : kind)
}

# Text for an element or a quoted attribute.
function escape(s)
{
	s = text_inert(s)
	gsub(/&/, "\\&amp;", s)
	gsub(/</, "\\&lt;", s)
	gsub(/>/, "\\&gt;", s)
	gsub(/"/, "\\&quot;", s)
	gsub(/\047/, "\\&#39;", s)
	return s
}

function place(id, text)
{
	return "<a href=\"#d" Docs "-" id "\">" escape(text) "</a>"
}

function count(n, one, many)
{
	return n + 0 " " (n == 1 ? one : many)
}

function out(s)
{
	Page[++Pages] = s
}

function block_text(s)
{
	return s
}

function block_begin(i,    tag)
{
	tag = Block_label[i] == "heading" ? Heading : "p"
	Line = "<" tag (Block_label[i] == "item" ? " class=item" : "") \
	    (Block_lang[i] ~ /^[A-Za-z0-9-]+$/ ? \
	    " lang=\"" Block_lang[i] "\"" : "") ">"
	out(Line)
}

function block_end(i)
{
	out((Block_label[i] == "heading" ? "</" Heading ">" : "</p>") "\n")
}

function span_open(i, again,    s, layer)
{
	layer = Span_layer[i]
	s = "<span class=" layer
	if (!again && layer == "s")
		s = s " data-n=" Span_title[i]
	else if (!again && i in Span_id)
		s = s " id=d" Docs "-" Span_id[i]
	if (layer != "s" && i in Span_title && Span_title[i] != "")
		s = s " title=\"" escape(Span_title[i]) "\""
	out(s ">")
}

function span_close(i)
{
	out("</span>")
}

function span_text(s)
{
	out(escape(s))
}
