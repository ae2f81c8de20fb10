# rows.awk: the rows of a document, kept until its end; after names.awk.
#
# The format defines reformat_end() and reformat(), which finds row i of
# Row_count in Row_type, Row_start, Row_end, Row_label, Row_value, Row_attrs, Row_text, as
# they are in the stream, and the number of its block in Row_block.
# row_chosen() says whether rows of a type are to be annotations.  ENVIRON: RILL_LAYERS their
# types, else all but the containers; RILL_FOLDER where files go.

BEGIN {
	Layers_wanted = split(ENVIRON["RILL_LAYERS"], part, ",")
	for (i = 1; i <= Layers_wanted; i++)
		Layer_wanted[part[i]] = 1
}

{
	Row_type[++Row_count] = $1
	Row_start[Row_count] = Start
	Row_end[Row_count] = End
	Row_label[Row_count] = $6
	Row_value[Row_count] = $7
	Row_attrs[Row_count] = $8
	Row_text[Row_count] = $9
	Row_block[Row_count] = Blocks
}

function row_chosen(type)
{
	return Layers_wanted ? type in Layer_wanted : \
	    type !~ /^(paragraph|sentence|token)$/
}

# What stood between this block and the one before it is not in the stream, only
# how long it was: line ends or, without paragraphs, spaces.
function block_gap(i)
{
	return gap(i, Block_start[i] - (i > 1 ? Block_stop[i - 1] : 0))
}

function gap(i, n,    s)
{
	for (s = Block_lines[i] ? "\n" : " "; length(s) < n; )
		s = s s
	return substr(s, 1, n)
}

# Text of a span with what parts the blocks.
function text_raw(start, end,    i, s, to)
{
	s = ""
	for (i = text_block(start); i <= Blocks && start < end; i++) {
		to = end < Block_start[i] ? end : Block_start[i]
		if (start < to) {
			s = s gap(i, to - start)
			start = to
		}
		to = end < Block_stop[i] ? end : Block_stop[i]
		if (start < to) {
			s = s block_cut(i, start - Block_start[i], \
			    to - Block_start[i])
			start = to
		}
	}
	return s
}

# Code points from..to - 1 of a block, which is kept in pieces of 1000, so that
# a long one is not searched each time.
function block_cut(i, from, to,    p, q, n, s)
{
	if (i != Cut_block || Docs != Cut_doc) {
		n = 0
		for (p = 1; (q = text_skip(Block_text[i], p, 1000)) > p; p = q)
			Cut[n++] = substr(Block_text[i], p, q - p)
		Cut_block = i
		Cut_doc = Docs
	}
	s = ""
	for (n = int(from / 1000); n * 1000 < to; n++)
		s = s text_cut(Cut[n], from > n * 1000 ? from - n * 1000 : 0, \
		    (to < n * 1000 + 1000 ? to - n * 1000 : 1000))
	return s
}

New_block { Block_lines[Blocks] = $1 == "paragraph" }

# The name of a document as that of a file; .txt goes, since it comes again.
function doc_file(doc,    name)
{
	doc = text_unescape(doc)
	sub(/\.txt$/, "", doc)
	name = name_encode(doc, "[\001-\040%=/\\\\:*?#&\"<>|\177]")
	if (name ~ /^[-.]/)
		name = Hex[substr(name, 1, 1)] substr(name, 2)
	gsub(/%/, "=", name)
	if (name in Doc_written) {
		print Name ": " text_plain(doc) \
		    ": two documents of this name" > "/dev/stderr"
		Failed = 1
		exit 1
	}
	Doc_written[name]
	return ENVIRON["RILL_FOLDER"] "/" name
}

function document_end()
{
	reformat()
	Row_count = 0
}

END {
	if (Failed)
		exit 1
	if (Docs)
		document_end()
	if (Failed)
		exit 1
	reformat_end()
}
