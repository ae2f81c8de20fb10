# spans.awk: the spans of a block as properly nested pieces; after stream.awk.
#
# The script adds the spans of the rows with span_add() and defines
#	span_open(i, again)	a piece of span i begins; again: not its first
#	span_close(i)		a piece ends
#	span_text(s)		text, unescaped, inside all that is open
#	block_begin(i) block_end(i)	around block i of the document
# and calls spans_end() from its document_end(). Span_id[i] and Span_title[i]
# are the script's. Spans that cross are cut: the
# one that ends first is closed with all that began later, which begin again.
#
# Bugs: spans more than 40 deep are not shown.

New_block {
	if (Spans_block)
		spans_walk()
	Spans_block = Blocks
}

function span_add(start, end, layer, rank)
{
	if (start < Block_start[Spans_block] || \
	    end > Block_stop[Spans_block] || end <= start)
		return 0
	Spans++
	Span_start[Spans] = start
	Span_end[Spans] = end
	Span_layer[Spans] = layer
	delete Span_id[Spans]
	delete Span_title[Spans]
	Span_key[Spans] = sprintf("%010d %010d %d", start, \
	    2000000000 - end, rank)
	return Spans
}

function spans_end()
{
	if (Spans_block)
		spans_walk()
	Spans_block = 0
}

# Closes what ends up to code point to, writing the text on the way.
function spans_advance(to,    i, k, least)
{
	while (Depth > 0) {
		least = Depth
		for (i = Depth - 1; i > 0; i--)
			if (Span_end[Open[i]] < Span_end[Open[least]])
				least = i
		if (Span_end[Open[least]] > to)
			break
		spans_write(Span_end[Open[least]])
		for (i = Depth; i >= least; i--)
			span_close(Open[i])
		k = least - 1
		for (i = least + 1; i <= Depth; i++) {
			Open[++k] = Open[i]
			span_open(Open[k], 1)
		}
		Depth = k
	}
	spans_write(to)
}

function spans_write(to,    from, i, end)
{
	while (Spans_at < to) {
		from = Spans_at - Spans_from
		i = int(from / 1000)
		end = to - Spans_from
		if (end > i * 1000 + 1000)
			end = i * 1000 + 1000
		span_text(text_cut(Piece[i], from - i * 1000, end - i * 1000))
		Spans_at = Spans_from + end
	}
}

# Pieces of 1000 code points, so that a long text is not searched each time.
function spans_split(s,    p, q, i)
{
	split("", Piece)
	i = 0
	for (p = 1; (q = text_skip(s, p, 1000)) > p; p = q)
		Piece[i++] = substr(s, p, q - p)
}

function spans_walk(    i, k, order)
{
	block_begin(Spans_block)
	spans_split(block_text(Block_text[Spans_block]))
	Spans_from = Spans_at = Block_start[Spans_block]
	Depth = 0
	sort_keys(Span_key, Spans, order)
	for (i = 1; i <= Spans; i++) {
		k = order[i]
		spans_advance(Span_start[k])
		if (Depth >= 40)
			continue
		Open[++Depth] = k
		span_open(k, 0)
	}
	spans_advance(Block_stop[Spans_block])
	block_end(Spans_block)
	Spans = 0
}

# Cue and speaker of a quotation, where they stand in this block.
function span_add_parts(attrs,    part)
{
	if (split(row_attr(attrs, "speaker"), part, "-") == 2)
		span_add(part[1] + 0, part[2] + 0, "who", 3)
	if (split(row_attr(attrs, "cue"), part, "-") == 2)
		span_add(part[1] + 0, part[2] + 0, "cue", 6)
}
