# pack.awk: rows for a program of jq; after tokens.awk.  ENVIRON: RILL_FORMAT
# spacy or w3c, RILL_BASE.
#
# A line is a block (spacy) or a document (w3c): records parted by a record
# separator, their fields by tabs, with the escapes of the stream and \e for a
# record separator.  The last line is a period: all rows were good.

BEGIN { Blockwise = ENVIRON["RILL_FORMAT"] == "spacy" }

function pack(s)
{
	gsub(/\036/, "\\e", s)
	return s
}

# A field that was unescaped.
function pack_text(s)
{
	gsub(/\\/, "\\\\&", s)
	gsub(/\t/, "\\t", s)
	gsub(/\n/, "\\n", s)
	gsub(/\r/, "\\r", s)
	return pack(s)
}

function reformat(    i)
{
	if (!Blockwise) {
		document_pack()
		return
	}
	tokens_find()
	Token_next = 1
	for (i = 1; i <= Row_count; i++) {
		if (i == 1 || Row_block[i] != Row_block[i - 1])
			block_pack(i)
		row_pack(i)
		if (i == Row_count || Row_block[i] != Row_block[i + 1])
			print ""
	}
}

function block_pack(i,    b)
{
	b = Row_block[i]
	printf "%s\t%d\t%s", pack(Doc), Block_start[b], \
	    pack_text(Block_text[b])
}

function row_pack(i,    type, more)
{
	type = Row_type[i]
	if (!row_chosen(type) && type !~ /^(paragraph|sentence|token)$/)
		return
	more = type == "token" ? token_space(i) "\t" pack(Row_text[i]) : \
	    tokens_of(i)
	printf "\036%s\t%s\t%d\t%d\t%s\t%s\t%s\t%s", type, \
	    pack(name_of(type, Row_label[i])), Row_start[i], Row_end[i], \
	    pack(Row_label[i]), pack(Row_value[i]), pack(Row_attrs[i]), more
}

# Whether a space follows.
function token_space(i,    next_one)
{
	while (Token[Token_next] != i)
		Token_next++
	next_one = Token_next < Tokens ? Token[Token_next + 1] : i
	return Row_block[next_one] == Row_block[i] && \
	    Row_start[next_one] > Row_end[i] ? "1" : "0"
}

# The first and the last token of a row, counted from 0 in its block; - if it
# does not begin and end where they do.
function tokens_of(i,    first, last, base)
{
	first = token_first(Row_start[i])
	last = token_last(Row_end[i])
	if (first > last || Row_start[Token[first]] != Row_start[i] || \
	    Row_end[Token[last]] != Row_end[i])
		return "-\t-"
	base = token_first(Block_start[Row_block[i]])
	return first - base "\t" last - base
}

# What stands before and behind helps to find the place in a text that changed.
function document_pack(    i, id, from, to, last)
{
	printf "%s\t%s", pack(Doc), source()
	split("", Same)
	last = Block_stop[Blocks]
	for (i = 1; i <= Row_count; i++) {
		if (!row_chosen(Row_type[i]))
			continue
		from = Row_start[i] > 32 ? Row_start[i] - 32 : 0
		to = Row_end[i] + 32 < last ? Row_end[i] + 32 : last
		id = Row_type[i] "-" Row_start[i] "-" Row_end[i]
		if (++Same[id] > 1)
			id = id "-" Same[id]
		printf "\036%s\t%s\t%d\t%d\t%s\t%s\t%s\t%s\t%s\t%s", \
		    Row_type[i], id, \
		    Row_start[i], Row_end[i], pack(Row_label[i]), \
		    pack(Row_value[i]), pack(Row_attrs[i]), \
		    pack(Row_text[i]), \
		    pack_text(text_raw(from, Row_start[i])), \
		    pack_text(text_raw(Row_end[i], to))
	}
	print ""
}

# The document as a reference of IRIs: what is no letter, digit or part of a
# path is %XX; nothing begins an authority.
function source(    s)
{
	s = name_encode(text_unescape(Doc), "[^A-Za-z0-9._~/-]")
	if (ENVIRON["RILL_BASE"] == "" && s ~ /^\/\//)
		s = "/." s
	return ENVIRON["RILL_BASE"] s
}

function reformat_end()
{
	print "."
}
