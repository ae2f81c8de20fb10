# pack.jq: what pack.awk packed; before the program that makes use of it.

def field:
	if index("\\") then
		split("\\\\") | map(
			(split("\\t") | join("\t"))
			| (split("\\n") | join("\n"))
			| (split("\\r") | join("\r"))
			| (split("\\e") | join("\u001e"))
		) | join("\\")
	else . end;

# A field that may be none.
def value: if . == "_" then empty else field end;

def attrs:
	if . == "_" then {} else
		[split("|")[] | split("=") | {
			key: (.[0] | field),
			value: (if length > 1 then .[1:] | join("=") | field
				| (split("%7C") | join("|"))
				| (split("%3D") | join("=")) else null end)
		}] | from_entries
	end;

def records: split("\u001e") | map(split("\t"));

# f of each line; what comes last says whether that was all.
def each_line(f):
	foreach (inputs, null) as $line (
		{};
		{ line: $line, before: .line };
		if .line == null then
			if .before == "." then empty
			else "" | halt_error(1) end
		elif .line == "." then empty
		else .line | f end
	);
