# webanno.awk: WebAnno TSV 3.3, for each document NAME.tsv; after tokens.awk.
#
# Offsets are UTF-16 units.  Names are of the layer NamedEntity that WebAnno and
# INCEpTION have; rows of other types are of layers of one's own, webanno.custom
# with the type, whose features are label and value.  What a row covers of a
# token but not whole is a sub-token.

function reformat(    i, t, key)
{
	tokens_need()
	astral_find()
	Types = 0
	split("", Type_column)
	split("", Unit_rows)
	split("", Subs)
	split("", Row_units)
	split("", Row_id)
	Row_ids = 0
	for (i = 1; i <= Row_count; i++)
		if (row_chosen(Row_type[i]) && Row_type[i] != "token")
			row_place(i)
	for (i = 1; i <= Row_count; i++)
		if (Row_units[i] > 1)
			Row_id[i] = 1
	for (i = 1; i <= Row_count; i++)
		if (i in Row_id)
			Row_id[i] = ++Row_ids
	Tsv = doc_file(Doc) ".tsv"
	print "#FORMAT=WebAnno TSV 3.3" > Tsv
	for (t = 1; t <= Types; t++)
		key[t] = Type_name[t] == "entity" ? "" : Type_name[t]
	sort_keys(key, Types, Column)
	for (t = 1; t <= Types; t++)
		print "#T_SP=" layer(Type_name[Column[t]]) > Tsv
	print "" > Tsv
	for (i = 1; i <= Tokens; i++) {
		if (i == 1 || Token_unit[i] != Token_unit[i - 1])
			sentence_print(i)
		token_print(i)
	}
	close(Tsv)
}

function layer(type,    n, part, i, name)
{
	if (type == "entity")
		return "de.tudarmstadt.ukp.dkpro.core.api.ner.type." \
		    "NamedEntity|value"
	n = split(type, part, "_")
	name = ""
	for (i = 1; i <= n; i++)
		name = name toupper(substr(part[i], 1, 1)) substr(part[i], 2)
	return "webanno.custom." name "|label|value"
}

# The code points beyond the first plane, each two units.
function astral_find(    i, n, part, k, at)
{
	Astrals = 0
	for (i = 1; i <= Blocks; i++) {
		n = split(Block_text[i], part, /[\360-\367][\200-\277]+/)
		at = Block_start[i]
		for (k = 1; k < n; k++) {
			at += text_length(part[k])
			Astral[++Astrals] = at++
		}
	}
}

# Code points to units.
function units(at,    lo, hi, mid)
{
	lo = 0
	hi = Astrals
	while (lo < hi) {
		mid = int((lo + hi + 1) / 2)
		if (Astral[mid] < at)
			lo = mid
		else
			hi = mid - 1
	}
	return at + lo
}

# Units are tokens, "K", and parts of them, "K START END".
function row_place(i,    first, last, k, from, to)
{
	first = token_first(Row_start[i])
	last = token_last(Row_end[i])
	if (first > last) {
		Left_out++
		return
	}
	if (!(Row_type[i] in Type_column)) {
		Type_column[Row_type[i]] = ++Types
		Type_name[Types] = Row_type[i]
	}
	for (k = first; k <= last; k++) {
		from = Row_start[Token[k]]
		to = Row_end[Token[k]]
		if (Row_start[i] <= from && to <= Row_end[i])
			unit_add(k "", i)
		else
			unit_add(sub_unit(k, Row_start[i] > from ? \
			    Row_start[i] : from, Row_end[i] < to ? \
			    Row_end[i] : to), i)
	}
}

function sub_unit(k, from, to,    unit)
{
	unit = k " " from " " to
	if (!((unit) in Subs)) {
		Subs[unit]
		Sub[k, ++Subs[k]] = unit
	}
	return unit
}

function unit_add(unit, i,    t, rows)
{
	t = Type_column[Row_type[i]]
	rows = ""
	if ((unit, t) in Unit_rows) {
		rows = Unit_rows[unit, t] " "
		Row_id[i] = 1
		Row_id[rows + 0] = 1
	}
	Unit_rows[unit, t] = rows i
	Row_units[i]++
}

function sentence_print(k,    n, line, i, s)
{
	Unit = Token_unit[k]
	First = k
	print "" > Tsv
	n = split(text_raw(Row_start[Token[k]], Unit_end[Unit]), line, "\n")
	for (i = 1; i <= n; i++)
		print "#Text=" text_escape(line[i]) > Tsv
}

function text_escape(s)
{
	gsub(/\\/, "\\\\&", s)
	gsub(/[\001-\007\016-\037]/, "\\\\&", s)
	gsub(/\t/, "\\t", s)
	gsub(/\f/, "\\f", s)
	gsub(/\r/, "\\r", s)
	gsub(/\010/, "\\b", s)
	return s
}

function value_escape(s)
{
	gsub(/[]\\[|_;*]/, "\\\\&", s)
	gsub(/->/, "\\\\&", s)
	gsub(/\t/, "\\t", s)
	gsub(/\n/, "\\n", s)
	gsub(/\r/, " ", s)
	return s
}

function token_print(k,    n, i, key, order, part)
{
	unit_print(k "", Unit "-" k - First + 1, Row_start[Token[k]], \
	    Row_end[Token[k]])
	n = k in Subs ? Subs[k] : 0
	for (i = 1; i <= n; i++) {
		split(Sub[k, i], part, " ")
		key[i] = sprintf("%010d %010d", part[2], part[3])
	}
	sort_keys(key, n, order)
	for (i = 1; i <= n; i++) {
		split(Sub[k, order[i]], part, " ")
		unit_print(Sub[k, order[i]], Unit "-" k - First + 1 "." i, \
		    part[2], part[3])
	}
}

function unit_print(unit, name, start, end,    i, t, line, text)
{
	text = text_raw(start + 0, end + 0)
	gsub(/[\t\n\r]/, " ", text)
	line = name "\t" units(start + 0) "-" units(end + 0) "\t" text "\t"
	for (i = 1; i <= Types; i++) {
		t = Column[i]
		line = line cell(unit, t, 2) "\t"
		if (Type_name[t] != "entity")
			line = line cell(unit, t, 3) "\t"
	}
	print line > Tsv
}

# The labels (2) or values (3) of the rows of a type at a unit.
function cell(unit, t, what,    n, part, i, all, v)
{
	if (!((unit, t) in Unit_rows))
		return "_"
	n = split(Unit_rows[unit, t], part, " ")
	all = ""
	for (i = 1; i <= n; i++) {
		v = row_value(what == 2 ? Row_label[part[i]] : \
		    Row_value[part[i]])
		all = all (i > 1 ? "|" : "") \
		    (v == "" ? "*" : value_escape(v)) \
		    (part[i] in Row_id ? "[" Row_id[part[i]] "]" : "")
	}
	return all
}

function reformat_end()
{
	if (Left_out)
		print Name ": " Left_out " rows left out: without a token" \
		    > "/dev/stderr"
}
