# html.awk: the page of scripts/html after its style; after page.awk.

BEGIN {
	Layers = split("q per org loc misc n s t", Layer, " ")
	split("Quotations,People,Organisations,Places,Other names," \
	    "Numbers,Sentences,Tokens", Layer_name, ",")
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
	Quote[Quotes] = $0
	Total["q"]++
}

$1 == "number" {
	Number_row[Numbers] = "<tr><td class=v>" escape(Said) "</td><td>" \
	    escape($6) "</td><td>" place("n" Numbers, text_unescape($9)) \
	    "</td></tr>"
	Total["n"]++
}

$1 == "entity" {
	if (!((Docs, Called, Layer_of) in Known)) {
		Known[Docs, Called, Layer_of] = k = ++Names
		Name_text[k] = Called
		Name_layer[k] = Layer_of
		Name_type[k] = Type_of
		Name_kind[k] = row_attr($8, "kind")
		Name_count[k] = 0
		Name_links[k] = ""
	}
	k = Known[Docs, Called, Layer_of]
	Name_count[k]++
	Name_links[k] = Name_links[k] " " \
	    place("e" Entities, Name_count[k])
	Total[Layer_of]++
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
	Names = Sentences = 0
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
	print "<div class=legend role=region aria-label=Layers>" \
	    "<fieldset><legend>Layers shown</legend>"
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
