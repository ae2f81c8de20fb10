# from-spacy.jq: a stream of JSON lines: tasks of Prodigy, also those that
# spacy.jq wrote, or what Doc.to_json() of spaCy gives.  What was not accepted
# is left out.

# Most need none: what JSON writes as it is.
def escape:
	if (tojson | length) == length + 2 then . else
	(split("\\") | join("\\\\")) | (split("\t") | join("\\t"))
	| (split("\n") | join("\\n")) | (split("\r") | join("\\r"))
	end;

def value: if . == null or . == "" then "_" else tostring | escape end;

def pair: tostring | escape | (split("|") | join("%7C"))
	| (split("=") | join("%3D"));

def attrs:
	[(. // {}) | keys[] as $key | .[$key]
		| select(. != null and $key != "")
		| ($key | pair) + "=" + pair]
	| if length == 0 then "_" else join("|") end;

# Names are made by name_of() of names.awk.
def typed:
	(capture("^(?<type>[a-z][a-z0-9_]*)-(?<label>.*)$"; "s")
	// { type: "entity", label: . });

def spans: if type == "object" then .[][] else .[]? end;

def rows:
	{ type: "paragraph", start: 0, end: (.text | length) }
		+ ((.meta // {}) | { value, attrs, label: (.label // "body") }),
	(.sents[]? | { type: "sentence", start, end: .end, value, attrs,
		label: (.label // "sentence") }),
	(.tokens[]? | select(.label) | { type: "token", start, end: .end,
		value, attrs, label: .label }),
	((.spans | spans), (.ents | spans)
		| { start, end: .end, value, attrs }
			+ (.label | tostring | typed));

def check($most):
	if (.start | type) == "number" and (.end | type) == "number"
		and 0 <= .start and .start < .end and .end <= $most
	then . else error("a span is outside of its text") end;

# Rows of a task, sents before it in its document.
def stream($doc; $base; $sents):
	.text as $text
	| ($text | length) as $most
	| [rows | check($most)
		| . + { label: (.label | value), value: (.value | value),
			attrs: (.attrs | attrs) }]
	| unique_by([.start, -.end, (if .type == "paragraph" then 0
		elif .type == "sentence" then 1 else 2 end), .type, .label,
		.value, .attrs])
	| [.[] | select(.type == "sentence") | [.start, .end]] as $sentence
	| ($sentence | map(.[0])) as $starts
	| .[]
	| (.start as $start | $starts | bsearch($start)
		| if . < 0 then -2 - . else . end) as $i
	| [
		.type, ($doc | escape), $base + .start, $base + .end,
		(if .type == "paragraph" or $i < 0
			or .start >= $sentence[$i][1] then "_"
		else $sents + $i + 1 end),
		.label, .value, .attrs, ($text[.start:.end] | escape)
	] | map(tostring) | join("\t");

# In an array, since an older jq's try takes in what fails behind it.
def task($line):
	[try ($line | fromjson) catch error("not JSON")][0]
	| if type == "object" and (.text | type) == "string" then .
		else error("no text") end;

([
	"type", "doc", "start", "end", "sent", "label", "value", "attrs", "text"
] | join("\t")),
foreach inputs as $line ({ number: 0, sents: 0 };
	.number += 1
	| .number as $number
	| .task = ([try task($line)
		catch error("line \($number): \(.)")] | .[0])
	| (.task.meta.doc // $number | tostring) as $doc
	| .before = if .doc == $doc then .before + .sents else 0 end
	| .doc = $doc
	| .sents = ([.task.sents[]?] | length);
	.number as $number | .doc as $doc | .before as $before | .task
	| select(.answer == null or .answer == "accept")
	| select(.text != "")
	| try stream($doc; .meta.start // 0; $before)
		catch error("line \($number): \(.)")
)
