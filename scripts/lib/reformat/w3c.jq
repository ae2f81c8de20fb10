# w3c.jq: Web Annotation, a collection for each document, a line each; after
# pack.jq.  A row is an annotation of the place, found by offsets in code points
# or by what stands there and around it.

def body($purpose; $value):
	{ type: "TextualBody", purpose: $purpose, value: $value };

each_line(
	records
	| .[0] as $doc
	| $doc[1] as $source
	| [.[1:][] as $row | {
		id: ($source + "#" + $row[1]),
		type: "Annotation",
		motivation: "tagging",
		body: ([
			body("tagging"; $row[0]),
			body("classifying"; $row[4] | value),
			body("identifying"; $row[5] | value)
		] + [$row[6] | attrs | to_entries[]
			| body("describing"; .key
			+ if .value == null then "" else "=" + .value end)]),
		target: {
			source: $source,
			selector: [{
				type: "TextPositionSelector",
				start: ($row[2] | tonumber),
				end: ($row[3] | tonumber)
			}, {
				type: "TextQuoteSelector",
				exact: ($row[7] | field),
				prefix: ($row[8] | field),
				suffix: ($row[9] | field)
			}]
		}
	}] as $items
	| {
		"@context": "http://www.w3.org/ns/anno.jsonld",
		id: ($source + "#annotations"),
		type: "AnnotationCollection",
		label: ($doc[0] | field),
		total: ($items | length),
		first: {
			id: ($source + "#annotations-1"),
			type: "AnnotationPage",
			startIndex: 0,
			$items
		}
	}
)
