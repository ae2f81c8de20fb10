# html.awk: the page of scripts/html after its style; after spans.awk.
#
# All is kept until the end, since the list of documents comes first.

BEGIN {
	Layers = split("q per org loc misc n s t", Layer, " ")
	split("Quotations,People,Organisations,Places,Other names," \
	    "Numbers,Sentences,Tokens", Layer_name, ",")
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
}

New_doc {
	Doc_name[Docs] = escape(text_unescape($2))
	Doc_date = escape(row_attr($8, "date"))
}

New_block {
	Block_label[Blocks] = $1 == "paragraph" ? $6 : ""
	Block_lang[Blocks] = row_attr($8, "lang")
}

$1 == "sentence" {
	i = span_add(Start, End, "s", 1)
	Span_title[i] = ++Sentences
	Total["s"]++
}

$1 == "token" {
	span_add(Start, End, "t", 7)
	Total["t"]++
}

$1 == "quote" {
	i = span_add(Start, End, "q", 2)
	n = ++Quotes
	Quote[n] = $0
	Span_id[i] = "q" n
	Span_title[i] = row_value($7)
	span_add_parts($8)
	Total["q"]++
}

$1 == "number" {
	i = span_add(Start, End, "n", 5)
	n = ++Numbers
	mod = row_attr($8, "mod")
	unit = row_attr($8, "unit")
	dated = row_attr($8, "dated")
	value = (mod in Mod ? Mod[mod] " " : "") \
	    (dated != "" ? dated : row_value($7)) (unit == "" ? "" : " " unit)
	Number_row[n] = "<tr><td class=v>" escape(value) "</td><td>" \
	    escape($6) "</td><td>" place("n" n, text_unescape($9)) "</td></tr>"
	Span_id[i] = "n" n
	Span_title[i] = $6 " " value
	Total["n"]++
}

$1 == "entity" {
	layer = $6 in Type ? tolower($6) : "misc"
	i = span_add(Start, End, layer, 4)
	n = ++Entities
	name = $7 == "_" ? $9 : $7
	if (!((Docs, name, layer) in Known)) {
		Known[Docs, name, layer] = k = ++Names
		Name_text[k] = text_unescape(name)
		Name_layer[k] = layer
		Name_type[k] = $6 in Type ? Type[$6] : text_unescape($6)
		Name_kind[k] = row_attr($8, "kind")
		Name_count[k] = 0
		Name_links[k] = ""
	}
	k = Known[Docs, name, layer]
	Name_count[k]++
	Name_links[k] = Name_links[k] " " place("e" n, Name_count[k])
	Span_id[i] = "e" n
	Span_title[i] = text_unescape(name) ", " \
	    (Name_kind[k] == "" ? Name_type[k] : Name_kind[k])
	Total[layer]++
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
	tag = Block_label[i] == "heading" ? "h3" : "p"
	Line = "<" tag (Block_label[i] == "item" ? " class=item" : "") \
	    (Block_lang[i] ~ /^[A-Za-z0-9-]+$/ ? \
	    " lang=\"" Block_lang[i] "\"" : "") ">"
	out(Line)
}

function block_end(i)
{
	out((Block_label[i] == "heading" ? "</h3>" : "</p>") "\n")
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

function table(title, n, heads,    i, head)
{
	out("<details open><summary><h3>" title "</h3> <b>" n + 0 \
	    "</b></summary>\n<table><thead><tr>")
	n = split(heads, head, ",")
	for (i = 1; i <= n; i++)
		out("<th scope=col>" head[i] "</th>")
	out("</tr></thead><tbody>\n")
}

function document_begin()
{
	out("<section class=doc id=d" Docs "><h2>" Doc_name[Docs] "</h2>\n" \
	    (Doc_date == "" ? "" : "<p class=date>" Doc_date "</p>\n") \
	    "<div class=cols><article>\n")
}

New_doc { document_begin() }

function document_end(    i, k, f, speaker, cue, order, key)
{
	spans_end()
	out("</article>\n<aside tabindex=0 aria-label=\"Tables of " \
	    Doc_name[Docs] "\">\n")
	if (Quotes)
		table("Quotations", Quotes, "Speaker,Cue,Quotation")
	for (i = 1; i <= Quotes; i++) {
		split(Quote[i], f, "\t")
		speaker = row_value(f[7])
		if (speaker == "")
			speaker = text_span(row_attr(f[8], "speaker"))
		cue = text_span(row_attr(f[8], "cue"))
		out("<tr><th scope=row>" (speaker == "" ? "–" : \
		    escape(speaker)) "</th><td>" escape(cue) "</td><td>" \
		    place("q" i, text_unescape(f[9])) " <small>" escape(f[6]) \
		    "</small></td></tr>\n")
	}
	if (Quotes)
		out("</tbody></table></details>\n")
	if (Numbers)
		table("Numbers", Numbers, "Value,Kind,Text")
	for (i = 1; i <= Numbers; i++)
		out(Number_row[i] "\n")
	if (Numbers)
		out("</tbody></table></details>\n")
	for (k = 1; k <= Names; k++)
		key[k] = sprintf("%09d", 999999999 - Name_count[k])
	sort_keys(key, Names, order)
	if (Names)
		table("Names", Names, "Name,Kind,Places")
	for (i = 1; i <= Names; i++) {
		k = order[i]
		out("<tr><th scope=row>" escape(Name_text[k]) \
		    "</th><td><span class=\"tag k-" Name_layer[k] "\">" \
		    escape(Name_kind[k] == "" ? Name_type[k] : Name_kind[k]) \
		    "</span></td><td class=m>" Name_links[k] "</td></tr>\n")
	}
	if (Names)
		out("</tbody></table></details>\n")
	if (!Quotes && !Numbers && !Names)
		out("<p class=none>No quotation, number or name.</p>\n")
	out("</aside></div></section>\n")
	Doc_sum[Docs] = count(Quotes, "quotation", "quotations") ", " \
	    count(Numbers, "number", "numbers") ", " \
	    count(Names, "name", "names")
	All_quotes += Quotes
	All_numbers += Numbers
	All_names += Names
	Quotes = Numbers = Names = Entities = Sentences = 0
}

END {
	if (Failed)
		exit 1
	if (Docs)
		document_end()
	title = escape(text_plain(ENVIRON["RILL_TITLE"]))
	if (title == "")
		title = Docs == 1 ? Doc_name[1] : \
		    count(Docs, "document", "documents")
	print "<title>" title "</title>\n</head>\n<body>"
	print "<a class=skip href=\"#text\">Skip to the text</a>"
	print "<header class=top><h1>" title "</h1>"
	print "<p class=sum>" (Docs == 1 || title ~ /^[0-9]+ documents$/ ? "" : \
	    count(Docs, "document", "documents") ", ") \
	    count(All_quotes, "quotation", "quotations") ", " \
	    count(All_numbers, "number", "numbers") ", " \
	    count(All_names, "name", "names") "</p></header>"
	print "<div class=legend><fieldset><legend>Layers shown</legend>"
	for (i = 1; i <= Layers; i++)
		if (Total[Layer[i]])
			print "<label class=k-" Layer[i] \
			    "><input type=checkbox id=show-" Layer[i] \
			    (Layer[i] ~ /^[st]$/ ? "" : " checked") "> " \
			    Layer_name[i] " <b>" Total[Layer[i]] "</b></label>"
	print "</fieldset></div>"
	if (Docs > 1) {
		print "<nav aria-label=Documents><ol>"
		for (i = 1; i <= Docs; i++)
			print "<li><a href=\"#d" i "\">" Doc_name[i] \
			    "</a> <small>" Doc_sum[i] "</small></li>"
		print "</ol></nav>"
	}
	print "<main id=text" (Docs == 1 ? " class=one" : "") ">"
	for (i = 1; i <= Pages; i++)
		printf "%s", Page[i]
	print "</main>\n</body>\n</html>"
}
