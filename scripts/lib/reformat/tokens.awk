# tokens.awk: the tokens and sentences of a document; after rows.awk.
#
# tokens_find(), and tokens_need(), which fails without any, set Tokens,
# Token[1..], the rows of tokens, Token_unit, the number of the sentence of each,
# from 1, Unit_block and Unit_end, the block of a sentence and where it ends.  A block without sentences is one.  token_first()
# and token_last() say which tokens a span touches.

function tokens_find(    i, n, start, units)
{
	Tokens = Units = 0
	for (i = 1; i <= Row_count; i++)
		if (Row_type[i] == "sentence" && \
		    (!Units || start[Units] < Row_start[i])) {
			start[++Units] = Row_start[i]
			Unit_end[Units] = Row_end[i]
			Unit_block[Units] = Row_block[i]
		} else if (Row_type[i] == "token") {
			if (!Units || Unit_block[Units] < Row_block[i]) {
				start[++Units] = Row_start[i]
				Unit_end[Units] = 0
				Unit_block[Units] = Row_block[i]
			}
			if (Unit_end[Units] < Row_end[i])
				Unit_end[Units] = Row_end[i]
			Token[++Tokens] = i
			Token_unit[Tokens] = Units
		}
}

function tokens_need()
{
	tokens_find()
	if (Tokens)
		return
	print Name ": " text_plain(text_unescape(Doc)) \
	    ": no token rows" > "/dev/stderr"
	Failed = 1
	exit 1
}

# The first token that ends behind code point start.
function token_first(start,    lo, hi, mid)
{
	lo = 1
	hi = Tokens + 1
	while (lo < hi) {
		mid = int((lo + hi) / 2)
		if (Row_end[Token[mid]] > start)
			hi = mid
		else
			lo = mid + 1
	}
	return lo
}

# The last token that begins before code point end.
function token_last(end,    lo, hi, mid)
{
	lo = 0
	hi = Tokens
	while (lo < hi) {
		mid = int((lo + hi + 1) / 2)
		if (Row_start[Token[mid]] < end)
			lo = mid
		else
			hi = mid - 1
	}
	return lo
}
