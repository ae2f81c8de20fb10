# spacy.jq: JSON lines, a task of Prodigy for each paragraph; after pack.jq.
#
# Offsets are code points from the start of the text; meta has the document and
# where in it the text begins.  A span that begins and ends where tokens do says
# with which, as Prodigy wants it.  Values and attributes are keys of our own.

def row($base): {
	start: (.[2] | tonumber - $base),
	end: (.[3] | tonumber - $base),
	label: ((if .[0] == "token" or .[0] == "sentence" then .[4]
		else .[1] end) | field)
};

def own: . as $row
	| { value: ($row[5] | value) } // {}
	| if $row[6] == "_" then . else . + { attrs: ($row[6] | attrs) } end;

each_line(
	records
	| .[0] as $block
	| ($block[1] | tonumber) as $base
	| .[1:] as $rows
	| [$rows[] | select(.[0] == "token")] as $tokens
	| {
		text: ($block[2] | field),
		meta: ({ doc: ($block[0] | field), start: $base }
			+ ([$rows[] | select(.[0] == "paragraph") | {
				label: (.[4] | field)
			} + own] | .[0] // {})),
		tokens: [range($tokens | length) as $i | $tokens[$i]
			| { text: (.[8] | field), id: $i, ws: (.[7] == "1") }
			+ row($base) + own],
		sents: [$rows[] | select(.[0] == "sentence")
			| row($base) + own],
		spans: [$rows[] | select(.[0] != "paragraph"
			and .[0] != "sentence" and .[0] != "token")
			| row($base)
			+ (if .[7] == "-" then {} else {
				token_start: (.[7] | tonumber),
				token_end: (.[8] | tonumber)
			} end)
			+ own]
	}
)
