# corpus.awk: the page of scripts/report after its style; after chart.awk.
#
# The texts are kept in Page[] as they come; what stands before them, in END.
# Lists of places end after Most.  What the most quoted say is open from the
# start, and years of so few dates.

BEGIN {
	Top = ENVIRON["RILL_TOP"] + 0
	Most = 200
	Unfolded = 3
	Heading = "h4"
	# keys of numbers and dates must sort as strings
	Dash = "\342\200\223"
}

New_doc {
	Doc_day[Docs] = text_unescape(row_attr($8, "date"))
	out("<section class=doc id=d" Docs "><h3>" Doc_name[Docs] "</h3>\n" \
	    (Doc_date == "" ? "" : "<p class=date>" Doc_date "</p>\n") \
	    "<article>\n")
	Sentence_key = ""
}

$1 == "token" && $6 == "word" { Words++ }

# Cue and speaker may come later in the text.
$1 == "quote" { Quote_row[Quotes] = $0 }

$1 == "number" {
	All_numbers++
	number_add($6)
	if ($6 == "money")
		money_add()
	else if ($6 == "date" || $6 == "time")
		date_add()
}

$1 == "entity" {
	All_entities++
	k = name_add()
	pair_add(k)
}

# Number of a string in a list of its own.
function number_of(list, s)
{
	if (!((list, s) in Number_of))
		Number_of[list, s] = ++Number_last[list]
	return Number_of[list, s]
}

function at_link(doc, id, text)
{
	return "<a href=\"#d" doc "-" id "\">" text "</a>"
}

# Places of list k: under the name of each document, numbers that lead there.
function place_add(list, k, id,    n)
{
	n = ++Place_count[list, k]
	if (Place_doc[list, k] != Docs)
		Place_docs[list, k]++
	Place_doc[list, k] = Docs
	if (n <= Most)
		Place[list, k, n] = Docs " " id
}

function places(list, k,    i, n, part, doc, s, at)
{
	n = Place_count[list, k]
	s = "<details class=in><summary>" n "<span class=hide> places" \
	    "</span></summary>"
	doc = 0
	for (i = 1; i <= n && i <= Most; i++) {
		split(Place[list, k, i], part, " ")
		if (part[1] != doc) {
			s = s (doc ? "<br>" : "") at_link(part[1], part[2], \
			    Doc_name[part[1]])
			doc = part[1]
			at = 1
		} else
			s = s " " at_link(doc, part[2], ++at)
	}
	if (n > Most)
		s = s "<br>and " n - Most " more"
	return s "</details>"
}

function number_add(label,    k)
{
	k = number_of("kind", label)
	Kind_label[k] = text_unescape(label)
	place_add("kind", k, "n" Numbers)
}

function money_add(    unit, k, n)
{
	if ($7 !~ /^-?[0-9]+(\.[0-9]+)?$/ || length($7) > 24)
		return
	unit = row_attr($8, "unit")
	k = number_of("money", unit)
	Money_unit[k] = unit
	n = ++Money_count[k]
	Money_value[k, n] = $7 + 0
	Money_place[k, n] = Docs " n" Numbers
	Money_text[k, n] = text_unescape($9)
	Money_sentence[k, n] = row_sentence()
}

function date_add(    dated, key)
{
	dated = row_attr($8, "dated")
	if (dated == "")
		dated = row_value($7)
	key = time_key(dated)
	if (key == "")
		return
	Date_key[++Dates] = key
	Date_said[Dates] = dated
	Date_place[Dates] = Docs " n" Numbers
	Date_sentence[Dates] = row_sentence()
}

function name_add(    k)
{
	k = number_of("name", Called SUBSEP Layer_of)
	if (!(k in Name_of)) {
		Name_of[k] = Called
		Name_layer[k] = Layer_of
		Is_name[Called]
	}
	if (Name_kind[k] == "")
		Name_kind[k] = row_attr($8, "kind")
	if (Name_kind[k] == "")
		Name_type[k] = Type_of
	place_add("name", k, "e" Entities)
	Name_in[k, Docs]++
	return k
}

# Names in one sentence, or block without sentences, are a pair.
function pair_add(k,    key, i, a, b, p)
{
	key = $5 == "_" ? "block " Blocks : $5
	if (key != Sentence_key) {
		Sentence_key = key
		Sentence_names = 0
		split("", Sentence_has)
	}
	if (Name_layer[k] == "misc" || k in Sentence_has || \
	    Sentence_names >= 20)
		return
	for (i = 1; i <= Sentence_names; i++) {
		a = Sentence_name[i] < k ? Sentence_name[i] : k
		b = Sentence_name[i] < k ? k : Sentence_name[i]
		p = number_of("pair", a " " b)
		Pair_a[p] = a
		Pair_b[p] = b
		place_add("pair", p, "e" Entities)
	}
	Sentence_name[++Sentence_names] = k
	Sentence_has[k]
}

function document_end(    i)
{
	spans_end()
	out("</article></section>\n")
	split("", Piece_of)
	for (i = 1; i <= Quotes; i++)
		quote_add(i, Quote_row[i])
}

# Pieces of one quotation (group=) are one, as in who-said-what.
function quote_add(i, row,    f, speaker, cue, k, n, words, group)
{
	split(row, f, "\t")
	speaker = row_value(f[7])
	if (speaker == "")
		speaker = text_plain(text_span(row_attr(f[8], "speaker")))
	cue = text_plain(text_span(row_attr(f[8], "cue")))
	k = number_of("speaker", speaker)
	Speaker[k] = speaker
	words = escape(text_unescape(f[9]))
	group = row_attr(f[8], "group")
	if (group != "" && (k, group) in Piece_of) {
		n = Piece_of[k, group]
		Said_words[k, n] = Said_words[k, n] " ... " words
		return
	}
	All_quotes++
	place_add("speaker", k, "q" i)
	n = Place_count["speaker", k]
	if (group != "")
		Piece_of[k, group] = n
	Said_words[k, n] = "<li" (f[6] == "direct" ? "" : " class=own") ">" \
	    words
	Said_where[k, n] = " <small>" (cue == "" ? "" : escape(cue) ", ") \
	    at_link(Docs, "q" i, Doc_name[Docs]) \
	    (Doc_day[Docs] == "" ? "" : ", " escape(Doc_day[Docs])) \
	    "</small></li>"
}

# order[1..n] of a list by how many places there are, then by name.
function most_first(list, name, n, order,    k, key)
{
	for (k = 1; k <= n; k++)
		key[k] = sprintf("%010d ", 2000000000 - \
		    Place_count[list, k]) name[k]
	sort_keys(key, n, order)
}

function section_begin(id, title, more)
{
	print "<section class=part id=" id " aria-labelledby=" id "-head>" \
	    "<h2 id=" id "-head>" title "</h2>"
	if (more != "")
		print "<p class=sum>" more "</p>"
}

# In heads # is a column of numbers, ! one that goes where there is little room.
function rows_begin(caption, heads,    n, head, i, class)
{
	print "<table><caption class=hide>" caption "</caption><thead><tr>"
	n = split(heads, head, ",")
	for (i = 1; i <= n; i++) {
		class = sub(/^#/, "", head[i]) ? "m" : ""
		if (sub(/^!/, "", head[i]))
			class = class " d"
		if (head[i] == "")
			print "<td class=bars></td>"
		else
			print "<th scope=col class=\"" class "\">" head[i] \
			    "</th>"
	}
	print "</tr></thead><tbody>"
	Rows_head = heads
	Rows_caption = caption
	Rows_out = 0
}

# What comes after the first Top rows is folded.
function rows_next(n)
{
	if (++Rows_out == Top + 1 && n > Top + 3) {
		print "</tbody></table>\n<details><summary>" n - Top \
		    " more</summary>"
		rows_begin(Rows_caption ", the others", Rows_head)
		Rows_out = Top + 1
		Rows_fold = 1
	}
}

function rows_end()
{
	print "</tbody></table>" (Rows_fold ? "</details>" : "")
	Rows_fold = 0
}

function print_quoted(    n, order, i, k, most)
{
	n = Number_last["speaker"]
	most_first("speaker", Speaker, n, order)
	section_begin("quoted", "Who is quoted", \
	    count(All_quotes, "quotation", "quotations") " of " \
	    count(n, "speaker", "speakers") \
	    ". A name leads to what was said.")
	most = Place_count["speaker", order[1]]
	rows_begin("Speakers and how often they are quoted", \
	    "Speaker,#Quotations,#!Documents,")
	for (i = 1; i <= n; i++) {
		k = order[i]
		rows_next(n)
		print "<tr><th scope=row><a href=\"#s" k "\">" \
		    speaker_name(k) "</a></th><td class=m>" \
		    Place_count["speaker", k] "</td><td class=\"m d\">" \
		    Place_docs["speaker", k] "</td><td class=bars>" \
		    chart_bar(Place_count["speaker", k], most, "q") \
		    "</td></tr>"
	}
	rows_end()
	print "</section>"
	section_begin("said", "What they say", "")
	print "<p id=finder hidden><label for=find>Find in the quotations" \
	    "</label> <input id=find type=search autocomplete=off>" \
	    " <span id=found role=status></span></p>"
	for (i = 1; i <= n; i++) {
		if (i == Top + 1 && n > Top + 3)
			print "<details class=rest><summary>" n - Top \
			    " more speakers</summary>"
		print_said(order[i], i <= Unfolded)
	}
	print (n > Top + 3 ? "</details>" : "") "</section>"
}

# A phrase is no name: the company.
function speaker_name(k)
{
	return Speaker[k] == "" ? "<i>no speaker found</i>" : \
	    Speaker[k] in Is_name ? escape(Speaker[k]) : \
	    "<i>" escape(Speaker[k]) "</i>"
}

function print_said(k, open,    i, n)
{
	n = Place_count["speaker", k]
	print "<details" (open ? " open" : "") "><summary><h3>" \
	    speaker_name(k) "</h3> <b>" n \
	    "</b></summary><ol id=s" k ">"
	for (i = 1; i <= n; i++)
		print Said_words[k, i] Said_where[k, i]
	print "</ol></details>"
}

function print_names(    n, order, i, k, most)
{
	n = Number_last["name"]
	most_first("name", Name_of, n, order)
	section_begin("names", "Names", \
	    count(All_entities, "place", "places") " of " \
	    count(n, "name", "names") ".")
	print_time(order, n)
	most = Place_count["name", order[1]]
	rows_begin("Names and how often they occur", \
	    "Name,Kind,#!Documents,#Places,")
	for (i = 1; i <= n; i++) {
		k = order[i]
		rows_next(n)
		print "<tr><th scope=row>" escape(Name_of[k]) "</th><td>" \
		    "<span class=\"tag k-" Name_layer[k] "\">" \
		    escape(Name_kind[k] == "" ? Name_type[k] : \
		    Name_kind[k]) "</span></td><td class=\"m d\">" \
		    Place_docs["name", k] "</td><td class=m>" \
		    places("name", k) "</td><td class=bars>" \
		    chart_bar(Place_count["name", k], most, Name_layer[k]) \
		    "</td></tr>"
	}
	rows_end()
	print "</section>"
}

# Days in one month, else months up to three years, else years.
function periods_find(    i, y, m, low, high, key)
{
	low = ""
	for (i = 1; i <= Docs; i++) {
		if (Doc_day[i] !~ /^[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]/)
			continue
		key = substr(Doc_day[i], 1, 10)
		if (low == "" || key "" < low "")
			low = key
		if (high == "" || key "" > high "")
			high = key
	}
	if (low == "")
		return 0
	Period_from = low
	y = substr(high, 1, 4) - substr(low, 1, 4)
	m = y * 12 + substr(high, 6, 2) - substr(low, 6, 2)
	Period_unit = m == 0 ? "day" : m < 36 ? "month" : "year"
	Periods = 1 + (m == 0 ? substr(high, 9, 2) - substr(low, 9, 2) : \
	    m < 36 ? m : y)
	for (i = 1; i <= Periods; i++)
		Period_name[i] = period_name(i - 1)
	return Periods > 1
}

function period_name(i,    m)
{
	if (Period_unit == "day")
		return sprintf("%s-%02d", substr(Period_from, 1, 7), \
		    substr(Period_from, 9, 2) + i)
	if (Period_unit == "year")
		return substr(Period_from, 1, 4) + i
	m = substr(Period_from, 6, 2) - 1 + i
	return sprintf("%d-%02d", substr(Period_from, 1, 4) + int(m / 12), \
	    m % 12 + 1)
}

function period_of(day,    y, m)
{
	if (day !~ /^[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]/)
		return 0
	if (Period_unit == "day")
		return substr(day, 9, 2) - substr(Period_from, 9, 2) + 1
	y = substr(day, 1, 4) - substr(Period_from, 1, 4)
	return 1 + (Period_unit == "year" ? y : \
	    y * 12 + substr(day, 6, 2) - substr(Period_from, 6, 2))
}

# What the colours are.
function print_key()
{
	print "<p class=key><span class=\"tag k-per\">people</span> <span" \
	    " class=\"tag k-org\">organisations</span> <span class=\"tag" \
	    " k-loc\">places</span> <span class=\"tag k-misc\">other names" \
	    "</span></p>"
}

# A row of columns for each of the first names.
function print_time(order, n,    i, k, d, p, most, num, step, wide, y, shown)
{
	if (!periods_find())
		return
	shown = n < 12 ? n : 12
	for (i = 1; i <= shown; i++)
		for (d = 1; d <= Docs; d++)
			if ((order[i], d) in Name_in && \
			    (p = period_of(Doc_day[d]))) {
				num[i, p] += Name_in[order[i], d]
				if (num[i, p] > most)
					most = num[i, p]
			}
	if (!most)
		return
	print "<h3>Over time</h3>"
	print_key()
	step = 560 / Periods
	wide = step * 0.8 < 40 ? step * 0.8 : 40
	chart_begin("time", 760, shown * 34 + 28, "Names over time", \
	    "How often the " shown " most frequent names occur in the" \
	    " documents of each " Period_unit ", " Period_name[1] " to " \
	    Period_name[Periods] "; " most " at most. The numbers are in" \
	    " the table that follows.")
	for (i = 1; i <= shown; i++) {
		k = order[i]
		y = i * 34
		chart_text(178, y - 6, chart_cut(Name_of[k], 24), "end")
		chart_line(190, y, 750, y, "rule")
		for (p = 1; p <= Periods; p++)
			if ((i, p) in num)
				chart_rect(190 + (p - 0.5) * step - wide / 2, \
				    y - 28 * num[i, p] / most, wide, \
				    28 * num[i, p] / most, \
				    "f-" Name_layer[k], escape(Name_of[k]) \
				    ", " Period_name[p] ": " num[i, p])
	}
	chart_axis(190, shown * 34 + 18, step, Periods, Period_name, 60)
	chart_end()
	print "<details><summary>The numbers</summary><div class=plot" \
	    " role=group tabindex=0 aria-label=\"Table: names over time\">" \
	    "<table><caption class=hide>Names over time</caption><thead>" \
	    "<tr><th scope=col>Name</th>"
	for (p = 1; p <= Periods; p++)
		print "<th scope=col class=m>" Period_name[p] "</th>"
	print "</tr></thead><tbody>"
	for (i = 1; i <= shown; i++) {
		print "<tr><th scope=row>" escape(Name_of[order[i]]) "</th>"
		for (p = 1; p <= Periods; p++)
			print "<td class=m>" num[i, p] + 0 "</td>"
		print "</tr>"
	}
	print "</tbody></table></div></details>"
}

function print_money(    n, order, key, i, k, total)
{
	n = Number_last["money"]
	for (k = 1; k <= n; k++) {
		key[k] = sprintf("%010d ", 2000000000 - Money_count[k]) \
		    Money_unit[k]
		total += Money_count[k]
	}
	sort_keys(key, n, order)
	section_begin("money", "Money", \
	    count(total, "amount", "amounts") " in " \
	    count(n, "currency", "currencies") ".")
	for (i = 1; i <= n; i++)
		money_sort(order[i])
	chart_money(order, n < 8 ? n : 8)
	rows_begin("Currencies", "Currency,#Amounts,Smallest,!Median,Largest")
	for (i = 1; i <= n; i++) {
		k = order[i]
		rows_next(n)
		print "<tr><th scope=row>" currency(k) "</th><td class=m>" \
		    Money_count[k] "</td><td>" money_link(k, 1) \
		    "</td><td class=d>" \
		    money_link(k, int((Money_count[k] + 1) / 2)) \
		    "</td><td>" money_link(k, Money_count[k]) "</td></tr>"
	}
	rows_end()
	for (i = 1; i <= n; i++)
		print_amounts(order[i])
	print "</section>"
}

function currency(k)
{
	return Money_unit[k] == "" ? "<i>no currency</i>" : \
	    escape(Money_unit[k])
}

# Money_order[k, 1..]: from the smallest.
function money_sort(k,    i, key, order)
{
	for (i = 1; i <= Money_count[k]; i++)
		key[i] = sprintf("%d%030.4f", Money_value[k, i] >= 0, \
		    Money_value[k, i] + (Money_value[k, i] < 0 ? 1e24 : 0))
	sort_keys(key, Money_count[k], order)
	for (i = 1; i <= Money_count[k]; i++)
		Money_order[k, i] = order[i]
}

function money_link(k, i,    part)
{
	i = Money_order[k, i]
	split(Money_place[k, i], part, " ")
	return at_link(part[1], part[2], chart_amount(Money_value[k, i]))
}

function print_amounts(k,    i, j, n, part, most)
{
	n = Money_count[k]
	most = n < Most ? n : Most
	print "<details><summary><h3>" currency(k) "</h3> <b>" n \
	    "</b></summary><table><caption class=hide>Amounts in " \
	    currency(k) ", largest first</caption><thead><tr>" \
	    "<th scope=col>Amount</th><th scope=col>Sentence</th>" \
	    "<th scope=col>Document</th></tr></thead><tbody>"
	for (j = n; j > n - most; j--) {
		i = Money_order[k, j]
		split(Money_place[k, i], part, " ")
		print "<tr><td class=v>" money_link(k, j) "</td><td>" \
		    escape(Money_sentence[k, i]) "</td><td>" \
		    Doc_name[part[1]] "</td></tr>"
	}
	print "</tbody></table>" (n > most ? "<p class=none>and " n - most \
	    " more</p>" : "") "</details>"
}

# A dot for each amount on a scale of powers of ten, a line for each currency.
function chart_money(order, shown,    i, j, k, v, low, high, y, p, every, \
    seen, x, names)
{
	low = 99
	high = -99
	for (i = 1; i <= shown; i++)
		for (j = 1; j <= Money_count[order[i]]; j++) {
			v = Money_value[order[i], j]
			if (v <= 0)
				continue
			p = chart_log(v)
			if (p < low)
				low = p
			if (p > high)
				high = p
		}
	if (low > high)
		return
	low = low < 0 ? -int(1 - low) : int(low)
	high = high < 0 ? int(high) : int(high) + 1
	every = int((high - low) / 8) + 1
	for (i = 1; i <= shown; i++)
		names = names (i > 1 ? ", " : "") currency(order[i])
	gsub(/<[^>]*>/, "", names)
	chart_begin("amounts", 760, shown * 30 + 28, "Amounts of money", \
	    "Each amount as a dot on a scale from " \
	    chart_amount(chart_ten(low)) " to " chart_amount(chart_ten(high)) \
	    ", for " names ". The amounts are in the tables that follow.")
	for (p = low; p <= high; p += every) {
		x = 140 + 590 * (p - low) / (high - low)
		chart_line(x, 6, x, shown * 30 + 6, "rule")
		chart_text(x, shown * 30 + 22, chart_amount(chart_ten(p)), \
		    "axis mid")
	}
	for (i = 1; i <= shown; i++) {
		k = order[i]
		y = i * 30 - 8
		chart_text(128, y + 4, chart_cut(Money_unit[k] == "" ? \
		    "no currency" : Money_unit[k], 16), "end")
		for (j = 1; j <= Money_count[k]; j++) {
			v = Money_value[k, Money_order[k, j]]
			if (v <= 0)
				continue
			x = sprintf("%.1f", 140 + 590 * \
			    (chart_log(v) - low) / (high - low))
			if (!((k, x) in seen))
				printf "<circle class=f-n cx=%s cy=%.1f " \
				    "r=5><title>%s %s</title></circle>\n", \
				    x, y, chart_amount(v), \
				    escape(Money_unit[k])
			seen[k, x]
		}
	}
	chart_end()
}

function print_figures(    n, order, i, k, most)
{
	n = Number_last["kind"]
	most_first("kind", Kind_label, n, order)
	section_begin("figures", "Figures", \
	    count(All_numbers, "number", "numbers") " of " \
	    count(n, "kind", "kinds") ".")
	most = Place_count["kind", order[1]]
	rows_begin("Kinds of numbers", "Kind,#!Documents,#Places,")
	for (i = 1; i <= n; i++) {
		k = order[i]
		rows_next(n)
		print "<tr><th scope=row>" escape(Kind_label[k]) \
		    "</th><td class=\"m d\">" Place_docs["kind", k] \
		    "</td><td class=m>" places("kind", k) \
		    "</td><td class=bars>" chart_bar(Place_count["kind", \
		    k], most, "n") "</td></tr>"
	}
	rows_end()
	print "</section>"
}

function print_dates(    order, i, year, years, part, k, n, first)
{
	sort_keys(Date_key, Dates, order)
	section_begin("dates", "Timeline", \
	    count(Dates, "date", "dates") ", as the texts speak of them.")
	for (i = 1; i <= Dates; i++) {
		year = substr(Date_key[order[i]], 1, 5) - 10000
		if (!(year in n))
			Year[++years] = year
		n[year]++
	}
	chart_years(years, n)
	i = 1
	for (k = 1; k <= years; k++) {
		print "<details" (n[Year[k]] <= Unfolded ? " open" : "") \
		    "><summary><h3>" year_name(Year[k]) "</h3> <b>" \
		    n[Year[k]] "</b></summary><table><caption class=hide>" \
		    "Dates in " year_name(Year[k]) "</caption><thead><tr>" \
		    "<th scope=col>Date</th><th scope=col>Sentence</th>" \
		    "<th scope=col>Document</th></tr></thead><tbody>"
		first = i
		for (; i < first + n[Year[k]]; i++) {
			if (i >= first + Most)
				continue
			split(Date_place[order[i]], part, " ")
			print "<tr><td class=v>" at_link(part[1], part[2], \
			    escape(time_said(Date_said[order[i]]))) "</td><td>" \
			    escape(Date_sentence[order[i]]) "</td><td>" \
			    Doc_name[part[1]] "</td></tr>"
		}
		print "</tbody></table>" (n[Year[k]] > Most ? \
		    "<p class=none>and " n[Year[k]] - Most " more</p>" : "") \
		    "</details>"
	}
	print "</section>"
}

function year_name(y)
{
	return y < 0 ? -y " BC" : y
}

# Columns for years, or for so many together that they are not too many; what is
# far from most is one column at either end.
function chart_years(years, n,    size, low, high, i, y, b, sum, most, step, \
    wide, name, bins)
{
	if (years < 2)
		return
	low = Year[1]
	high = Year[years]
	if (high - low >= 60) {
		low = year_at(n, years, 0.05)
		high = year_at(n, years, 0.95)
	}
	for (size = 1; (high - low) / size >= 60; )
		size *= 10
	low -= (low % size + size) % size
	bins = int((high - low) / size) + 1
	for (b = 1; b <= bins; b++)
		name[b] = year_name(low + (b - 1) * size) \
		    (size > 1 ? Dash : "")
	name[0] = "before"
	name[bins + 1] = "later"
	for (i = 1; i <= years; i++) {
		y = Year[i]
		b = y < low ? 0 : int((y - low) / size) + 1
		if (b > bins)
			b = bins + 1
		sum[b] += n[y]
		if (sum[b] > most)
			most = sum[b]
	}
	step = 650 / (bins + 2)
	wide = step * 0.8 < 40 ? step * 0.8 : 40
	chart_begin("years", 760, 178, "Dates by year", \
	    "How many dates the texts speak of in each " \
	    (size == 1 ? "year" : size " years") ", " name[1] " to " \
	    name[bins] ", and before and later; " most " at most. The" \
	    " dates are in the tables that follow.")
	chart_line(60, 10, 750, 10, "rule")
	chart_text(52, 14, most, "axis end")
	chart_line(60, 150, 750, 150, "rule")
	chart_text(52, 154, 0, "axis end")
	for (b = 0; b <= bins + 1; b++)
		if (b in sum)
			chart_rect(60 + (b + 0.5) * step + b_shift(b, bins) - \
			    wide / 2, 150 - 140 * sum[b] / most, wide, \
			    140 * sum[b] / most, "f-n", name[b] ": " sum[b])
	chart_axis(60 + step + 20, 168, step, bins, name, 48)
	if (0 in sum)
		chart_text(60 + step / 2, 168, name[0], "axis mid")
	if (bins + 1 in sum)
		chart_text(60 + (bins + 1.5) * step + 40, 168, \
		    name[bins + 1], "axis mid")
	chart_end()
}

# Between the ends and what they are the ends of there is a gap.
function b_shift(b, bins)
{
	return b == 0 ? 0 : b <= bins ? 20 : 40
}

# The year before which this part of the dates is.
function year_at(n, years, part,    i, sum)
{
	for (i = 1; i < years; i++) {
		sum += n[Year[i]]
		if (sum >= Dates * part)
			break
	}
	return Year[i]
}

function print_pairs(    n, order, i, p, k, key, most)
{
	n = Number_last["pair"]
	for (p = 1; p <= n; p++)
		key[p] = sprintf("%010d ", 2000000000 - \
		    Place_count["pair", p]) Name_of[Pair_a[p]] "\t" \
		    Name_of[Pair_b[p]]
	sort_keys(key, n, order)
	section_begin("pairs", "Who is named with whom", \
	    count(n, "pair", "pairs") \
	    " of people, organisations and places in one sentence.")
	print_key()
	chart_pairs(order, n)
	most = Place_count["pair", order[1]]
	rows_begin("Pairs of names", "One,Other,#!Documents,#Sentences,")
	for (i = 1; i <= n && i <= Most * 5; i++) {
		p = order[i]
		rows_next(n < Most * 5 ? n : Most * 5)
		print "<tr><th scope=row>" escape(Name_of[Pair_a[p]]) \
		    "</th><th scope=row>" escape(Name_of[Pair_b[p]]) \
		    "</th><td class=\"m d\">" Place_docs["pair", p] \
		    "</td><td class=m>" places("pair", p) \
		    "</td><td class=bars>" chart_bar(Place_count["pair", p], \
		    most, "per") "</td></tr>"
	}
	rows_end()
	if (n > Most * 5)
		print "<p class=none>and " n - Most * 5 " more</p>"
	print "</section>"
}

# Names below one another, pairs as arcs: each next to what it is bound to most.
function chart_pairs(order, n,    i, j, p, k, nodes, node, weight, best, most, \
    spot, line, y1, y2, r, wide, bound, strong, last)
{
	for (i = 1; i <= n && nodes < 24; i++) {
		p = order[i]
		if (!(Pair_a[p] in spot))
			spot[node[++nodes] = Pair_a[p]] = 0
		if (!(Pair_b[p] in spot))
			spot[node[++nodes] = Pair_b[p]] = 0
	}
	strong = Place_count["pair", order[1]]
	for (i = 1; i <= n; i++) {
		p = order[i]
		if (!(Pair_a[p] in spot) || !(Pair_b[p] in spot))
			continue
		weight[Pair_a[p], Pair_b[p]] = Place_count["pair", p]
		weight[Pair_b[p], Pair_a[p]] = Place_count["pair", p]
	}
	# the closer the last ones, the more they count
	for (i = 1; i <= nodes; i++) {
		best = 0
		for (j = 1; j <= nodes; j++) {
			if (spot[node[j]])
				continue
			bound = 0
			for (k = i - 1; k > 0 && k > i - 6; k--)
				bound += weight[line[k], node[j]] / (i - k)
			if (!best || bound > most) {
				best = node[j]
				most = bound
			}
		}
		line[i] = best
		spot[best] = i
	}
	chart_begin("network", 760, nodes * 24 + 12, "Names in one sentence", \
	    "The " nodes " names that are most often together, with an arc" \
	    " for each of their first 60 pairs, the thicker the more" \
	    " sentences. The pairs are in the table that follows.")
	k = 0
	for (last = 1; last <= n && k < 60; last++)
		k += Pair_a[order[last]] in spot && Pair_b[order[last]] in spot
	for (i = last - 1; i >= 1; i--) {
		p = order[i]
		if (!(Pair_a[p] in spot) || !(Pair_b[p] in spot))
			continue
		y1 = spot[Pair_a[p]] * 24
		y2 = spot[Pair_b[p]] * 24
		r = (y2 > y1 ? y2 - y1 : y1 - y2) / 2
		wide = r * 1.7 < 470 ? r * 1.7 : 470
		printf "<path class=arc d=\"M260 %d A%.1f %.1f 0 0 %d 260 " \
		    "%d\" stroke-width=%.1f><title>%s, %s: %d</title>" \
		    "</path>\n", y1, wide, r, (y2 > y1), y2, \
		    1.5 + 4 * (Place_count["pair", p] - 1) / \
		    (strong > 5 ? strong - 1 : 4), \
		    escape(Name_of[Pair_a[p]]), escape(Name_of[Pair_b[p]]), \
		    Place_count["pair", p]
	}
	for (i = 1; i <= nodes; i++) {
		printf "<circle class=f-%s cx=260 cy=%d r=5 />\n", \
		    Name_layer[line[i]], i * 24
		chart_text(246, i * 24 + 4, chart_cut(Name_of[line[i]], 32), \
		    "end")
	}
	chart_end()
}

function print_top(title,    low, high, i)
{
	print "<title>" title "</title>\n</head>\n<body>"
	print "<a class=skip href=\"#report\">Skip to the report</a>"
	print "<header class=top><h1>" title "</h1>"
	for (i = 1; i <= Docs; i++) {
		if (Doc_day[i] == "")
			continue
		if (low == "" || Doc_day[i] "" < low "")
			low = Doc_day[i]
		if (high == "" || Doc_day[i] "" > high "")
			high = Doc_day[i]
	}
	print "<p class=sum>" (title ~ /^[0-9]+ documents?$/ ? "" : \
	    count(Docs, "document", "documents") ", ") \
	    count(Words, "word", "words") (low == "" ? "" : ", " \
	    escape(low) (low == high ? "" : " to " escape(high))) \
	    "</p></header>"
	# a number, since gawk 5.2.1 forgets what a missing element was passed as
	print "<nav class=parts aria-label=Parts><ul>" \
	    part_link(All_quotes, "quoted", "Who is quoted") \
	    part_link(All_quotes, "said", "What they say") \
	    part_link(All_entities, "names", "Names") \
	    part_link(Number_last["money"] + 0, "money", "Money") \
	    part_link(All_numbers, "figures", "Figures") \
	    part_link(Dates, "dates", "Timeline") \
	    part_link(Number_last["pair"] + 0, "pairs", "Who with whom") \
	    part_link(Docs, "texts", "Texts") "</ul></nav>"
}

function part_link(n, id, name)
{
	return n ? "<li><a href=\"#" id "\">" name "</a></li>" : ""
}

END {
	if (Failed)
		exit 1
	if (Docs)
		document_end()
	title = escape(text_plain(ENVIRON["RILL_TITLE"]))
	print_top(title == "" ? count(Docs, "document", "documents") : title)
	print "<main id=report>"
	if (All_quotes)
		print_quoted()
	if (All_entities)
		print_names()
	if (Number_last["money"])
		print_money()
	if (All_numbers)
		print_figures()
	if (Dates)
		print_dates()
	if (Number_last["pair"])
		print_pairs()
	if (Docs) {
		section_begin("texts", "Texts", "")
		for (i = 1; i <= Pages; i++)
			printf "%s", Page[i]
		print "</section>"
	} else
		print "<p class=none>No documents.</p>"
	print "</main>\n<script>" ENVIRON["RILL_FIND"] "</script>\n" \
	    "</body>\n</html>"
}
