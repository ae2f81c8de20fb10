# conll.awk: a line for each token, as in CoNLL 2003 or in CoNLL-U Plus; after
# tokens.awk.  ENVIRON: RILL_FORMAT conll or conllup.
#
# conll has a column of tags for each type, B- where a row or a sentence begins;
# of rows of a type that overlap, the longest has a place.
#
# CoNLL-U Plus has columns RILL:ENTITY and so on, written as PARSEME's are: *
# is none, else items between semicolons.  A row has a number in its sentence;
# with its first token stand its label and value, NUMBER:LABEL:VALUE, and :cont
# when it goes on from the sentence before.  MISC has SpaceAfter=No, or else
# SpacesAfter in the escapes of UDPipe, so that the text can be made of it.

BEGIN {
	Plus = ENVIRON["RILL_FORMAT"] == "conllup"
	Types = split(ENVIRON["RILL_LAYERS"], Type_name, ",")
	for (i = 1; i <= Types; i++)
		Type_column[Type_name[i]] = i
	columns = "# global.columns = ID FORM MISC RILL:NORM"
	for (i = 1; i <= Types; i++) {
		name = toupper(Type_name[i])
		gsub(/[^A-Z]/, "", name)
		columns = columns " RILL:" name
	}
	if (Plus)
		print columns
}

function reformat(    i, n, key, order)
{
	tokens_need()
	split("", Tag)
	split("", Last_number)
	for (i = 1; i <= Row_count; i++)
		if (Row_type[i] in Type_column) {
			order[++n] = i
			key[n] = sprintf("%010d", \
			    2000000000 - Row_end[i] + Row_start[i])
		}
	if (Plus)
		for (i = 1; i <= n; i++)
			items_add(order[i])
	else
		longest_first(key, n, order)
	Id = name_encode(text_unescape(Doc), "[\001-\040%\177]")
	document_print()
}

function longest_first(key, n, rows,    i, order)
{
	sort_keys(key, n, order)
	for (i = 1; i <= n; i++)
		tags_add(rows[order[i]])
}

function tags_add(i,    first, last, k, t)
{
	first = token_first(Row_start[i])
	last = token_last(Row_end[i])
	t = Type_column[Row_type[i]]
	for (k = first; k <= last; k++)
		if ((k, t) in Tag) {
			Left_out++
			return
		}
	for (k = first; k <= last; k++)
		Tag[k, t] = (k == first || Token_unit[k] != Token_unit[k - 1] \
		    ? "B-" : "I-") name_encode(Row_label[i], "[\001-\040]")
	if (first > last)
		Left_out++
}

function items_add(i,    first, last, k, t, what, number)
{
	first = token_first(Row_start[i])
	last = token_last(Row_end[i])
	t = Type_column[Row_type[i]]
	what = ":" item(Row_label[i]) ":" item(Row_value[i])
	for (k = first; k <= last; k++) {
		if (k == first || Token_unit[k] != Token_unit[k - 1]) {
			number = ++Last_number[Token_unit[k], t]
			tag_append(k, t, number what (k > first ? ":cont" : ""))
		} else
			tag_append(k, t, number)
	}
	if (first > last)
		Left_out++
}

function item(field)
{
	return name_encode(text_unescape(field), "[\001-\037%:;\177]")
}

function tag_append(k, t, s)
{
	if ((k, t) in Tag)
		s = Tag[k, t] ";" s
	Tag[k, t] = s
}

function document_print(    k, t, line, first)
{
	if (Plus)
		print "# newdoc id = " Id
	else {
		line = "-DOCSTART-"
		for (t = 1; t <= Types; t++)
			line = line "\tO"
		print line "\n"
	}
	for (k = 1; Plus && k <= Tokens; k++)
		Behind[k] = k == Tokens ? "\n" : text_raw(Row_end[Token[k]], \
		    Row_start[Token[k + 1]])
	for (k = 1; k <= Tokens; k++) {
		if (Plus && (k == 1 || Token_unit[k] != Token_unit[k - 1])) {
			comments_print(k)
			first = k
		}
		line = Plus ? k - first + 1 "\t" form(k) "\t" misc(k) "\t" \
		    norm(k) : word(k)
		for (t = 1; t <= Types; t++)
			line = line "\t" ((k, t) in Tag ? Tag[k, t] : \
			    Plus ? "*" : "O")
		print line
		if (k == Tokens || Token_unit[k] != Token_unit[k + 1])
			print ""
	}
}

function form(k,    s)
{
	s = text_unescape(Row_text[Token[k]])
	gsub(/[\t\n\r]/, " ", s)
	return s
}

function word(k,    s)
{
	s = form(k)
	gsub(/ /, "_", s)
	return s
}

function norm(k)
{
	return name_encode(text_unescape(Row_value[Token[k]]), \
	    "[\001-\037%\177]")
}

# Behind[] is what stands behind a token, up to the next.
function misc(k,    s, all)
{
	all = ""
	if (k == 1 && Row_start[Token[1]] > 0)
		all = "SpacesBefore=" spaces(text_raw(0, Row_start[Token[1]]))
	s = Behind[k]
	if (s == " ")
		return all == "" ? "_" : all
	return all (all == "" ? "" : "|") \
	    (s == "" ? "SpaceAfter=No" : "SpacesAfter=" spaces(s))
}

function spaces(s)
{
	gsub(/\\/, "\\\\&", s)
	gsub(/ /, "\\s", s)
	gsub(/\t/, "\\t", s)
	gsub(/\n/, "\\n", s)
	gsub(/\r/, "\\r", s)
	gsub(/[|]/, "\\p", s)
	return s
}

function comments_print(k,    unit, s, i)
{
	unit = Token_unit[k]
	if (k == 1 || Row_block[Token[k]] != Row_block[Token[k - 1]])
		print "# newpar id = " Id "-p" Row_block[Token[k]]
	print "# sent_id = " Id "-s" unit
	s = ""
	for (i = k; i <= Tokens && Token_unit[i] == unit; i++)
		s = s form(i) (Behind[i] == "" ? "" : " ")
	sub(/ $/, "", s)
	print "# text = " s
}

function reformat_end()
{
	if (Left_out)
		print Name ": " Left_out " rows left out: " (Plus ? \
		    "without a token" : "they overlap longer ones") \
		    > "/dev/stderr"
}
