# The library from other languages: samples/bindings.  What is not installed
# here is passed over with a word.

bats_require_minimum_version 1.5.0

setup()
{
	load helpers
	export RILL_LIB=${bin%/bin}/librill.so
	[ -z "${RILL_SANITIZED:-}" ] ||
		skip "other programs cannot load a library with checks"
	cd "$BATS_TEST_TMPDIR"
	printf 'Élan à Łódź 👍\r\n\r\n"We paid £2m," Zoë Nováková said.\r\n' \
		>odd.txt
	texts="$samples/market.txt $samples/treaty.txt odd.txt"
}

# The columns that the examples print, as the filters have them.
columns()
{
	local text
	for text in $texts; do
		paragraphs "$text" | sentences | tokens | numbers | entities |
			quotes -H
	done | awk -F '\t' -v OFS='\t' '{
		print $1, $3, $4, $5 == "_" ? 0 : $5, $6, $7 == "_" ? "" : $7, $9
	}' | sed 's/\\r/\r/g; s/\\n/\n/g'
}

# same_rows COMMAND...: it prints these columns of the texts, as operands or on
# standard input, and has nothing to say when its reader has seen enough.
same_rows()
{
	columns >want
	# shellcheck disable=SC2086 # a list
	"$@" $texts >out
	same_bytes want out
	texts=odd.txt columns >want
	"$@" <odd.txt >out
	same_bytes want out
	# shellcheck disable=SC2086
	"$@" $texts $texts $texts $texts 2>said | head -n 1 >/dev/null || true
	same_bytes /dev/null said
}

# one_line NAME COMMAND...: what cannot be read or written, and a library that
# is not there, is told in one line in the program's name, with status 1.
one_line()
{
	local name=$1
	shift
	mkdir -p folder
	for file in nothing folder; do
		run -1 --separate-stderr "$@" "$file"
		[[ $stderr == "$name: "*"$file"* || \
			$stderr == "$name: "*directory* ]]
		[ "${#stderr_lines[@]}" -eq 1 ]
		[ -z "$output" ]
	done
	run -1 --separate-stderr bash -c '"$@" >/dev/full' - "$@" odd.txt
	[[ $stderr == "$name: "* ]]
	[ "${#stderr_lines[@]}" -eq 1 ]
	RILL_LIB=$PWD/none run -1 --separate-stderr "$@" odd.txt
	[[ $stderr == "$name: "* ]]
	[ "${#stderr_lines[@]}" -eq 1 ]
}

@test "Python: ctypes" {
	python=
	for command in /usr/bin/python3 python3; do
		! "$command" -c 'import ctypes, sys
sys.exit(sys.version_info < (3, 8))' 2>/dev/null || python=$command
	done
	[ -n "$python" ] || skip "no python3"
	same_rows "$python" -B "$samples/bindings/rill.py"
	one_line rill.py "$python" -B "$samples/bindings/rill.py"
	# bytes that are no UTF-8 are what paragraphs makes of them
	printf 'Ana \xff won.\n' >bytes
	"$python" -B "$samples/bindings/rill.py" bytes | cut -f 2-3,7 |
		head -n 1 >out
	[ "$(cat out)" = $'0\t10\tAna \xef\xbf\xbd won.' ]
	PYTHONPATH=$samples/bindings run -0 "$python" -B -c '
import rill
text = open("odd.txt", encoding="utf-8", newline="").read()
for s in rill.spans(text, date="2019-07-04", layers="numbers", dollar="CAD"):
    assert text[s.start:s.end] == s.text
    print(s.type, s.value, s.attrs)
try:
    list(rill.spans(text, nothing=1))
except ValueError as e:
    print(e)'
	[ "${lines[0]}" = "number 2000000 {'unit': 'GBP'}" ]
	[ "${lines[1]}" = "no such option, or not with this value" ]
}

@test "Lua: LuaJIT's FFI" {
	type -P luajit >/dev/null || skip "no luajit"
	same_rows luajit "$samples/bindings/rill.lua"
	one_line rill.lua luajit "$samples/bindings/rill.lua"
	cd "$samples/bindings"
	run -0 luajit -e 'local rill = require "rill"
for s in rill.spans("It cost $5.", { layers = "numbers", dollar = "CAD" }) do
	print(s.value, s.attrs)
end
print(pcall(rill.spans, "x", { nothing = 1 }))'
	[ "${lines[0]}" = $'5\tunit=CAD' ]
	[[ ${lines[1]} == *'no such option'* ]]
}

@test "JavaScript: Node with koffi" {
	type -P node >/dev/null || skip "no node"
	node -e 'require("koffi")' 2>/dev/null ||
		skip "node does not find the package koffi (NODE_PATH)"
	same_rows node "$samples/bindings/rill.js"
	one_line rill.js node "$samples/bindings/rill.js"
	run -0 node -e '
const rill = require(process.argv[1]);
for (const s of rill.spans("It cost $5.", { layers: "numbers" }))
	console.log(s.value, s.attrs);
try {
	Array.from(rill.spans("x", { nothing: 1 }));
} catch (e) {
	console.log(e.message);
}' "$samples/bindings/rill.js"
	[ "${lines[0]}" = '5 unit=USD' ]
	[ "${lines[1]}" = 'no such option, or not with this value' ]
}

@test "awk: through the filters" {
	cp "$samples/treaty.txt" "it's.txt"
	awk -f "$samples/bindings/speakers.awk" "it's.txt" >out
	[ "$(head -n 1 out | cut -f3)" = "Irena Kovaldi" ]
	paragraphs "it's.txt" | sentences | tokens | entities | quotes -oH |
		cut -f7 | sort -u >want
	cut -f3 out | sort | same_bytes want -
	awk -f "$samples/bindings/speakers.awk" nothing 2>err
	grep -q '^paragraphs: nothing: ' err
}
