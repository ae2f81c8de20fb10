# mutants.awk: single tokens of C files changed, so many of them at random.
#
#	awk -f mutants.awk -v count=50 -v seed=1 lib/*/*.c
#
# Prints: file, line, column, length of the token, what stands there instead.

function random(n)
{
	seed = (seed * 16807) % 2147483647
	return int(seed / 7) % n
}

# The line with comments and what is quoted made blank, of the same length.
function code_of(line,    out, c, i, quote)
{
	out = ""
	for (i = 1; i <= length(line); i++) {
		c = substr(line, i, 1)
		if (comment) {
			if (c == "*" && substr(line, i + 1, 1) == "/") {
				comment = 0
				i++
				out = out " "
			}
			out = out " "
		} else if (quote != "") {
			if (c == "\\") {
				i++
				out = out " "
			} else if (c == quote) {
				quote = ""
			}
			out = out " "
		} else if (c == "/" && substr(line, i + 1, 1) == "*") {
			comment = 1
			i++
			out = out "  "
		} else if (c == "\"" || c == "'") {
			quote = c
			out = out " "
		} else {
			out = out c
		}
	}
	return out
}

function add(column, length_, instead)
{
	found[n++] = FILENAME "\t" FNR "\t" column "\t" length_ "\t" instead
}

BEGIN {
	OFS = "\t"
	seed = seed % 2147483646 + 1
	random(2)
	tokens = split("<=:< >=:> ==:!= !=:== &&:|| ||:&& ++:-- --:++ +=:-= " \
	    "-=:+= <<:>> >>:<<", two, " ")
	for (i = 1; i <= tokens; i++) {
		split(two[i], pair, ":")
		Two[pair[1]] = pair[2]
	}
}

FNR == 1 { comment = 0; inside = 0; table = 0 }

{
	line = code_of($0)
	if (line ~ /^\{/)
		inside = 1
	if (line ~ /^\}/)
		inside = 0
	# statements only: no tables, no lengths of arrays, no declarations
	# without a body
	if (!inside || line ~ /^[ \t]*#/ ||
	    line ~ /^[ \t]*(char|int|int64_t|UChar) [a-z0-9_]+\[/)
		next
	if (line ~ /^[ \t]*static const/)
		table = 1
	if (table) {
		table = line !~ /;/
		next
	}
	for (i = 1; i <= length(line); i++) {
		c = substr(line, i, 1)
		pair2 = substr(line, i, 2)
		before = substr(line, i - 1, 1)
		if (pair2 == "->" ) {
			i++
		} else if (pair2 in Two) {
			add(i, 2, Two[pair2])
			i++
		} else if ((c == "<" || c == ">") && before == " ") {
			add(i, 1, c "=")
		} else if ((c == "+" || c == "-") && before == " " &&
		    substr(line, i + 1, 1) == " ") {
			add(i, 1, c == "+" ? "-" : "+")
		} else if (c == "!") {
			add(i, 1, "")
		} else if (c ~ /[a-z_A-Z]/) {
			match(substr(line, i), /^[a-zA-Z_0-9]+/)
			word = substr(line, i, RLENGTH)
			if (word == "true")
				add(i, 4, "false")
			else if (word == "false")
				add(i, 5, "true")
			else if (word == "continue")
				add(i, 8, "break")
			i += RLENGTH - 1
		} else if (c ~ /[0-9]/) {
			match(substr(line, i), /^[0-9a-zA-Z]+/)
			word = substr(line, i, RLENGTH)
			if (word ~ /^[0-9]+$/)
				add(i, RLENGTH, word + 1)
			i += RLENGTH - 1
		}
	}
}

END {
	for (i = 0; i < count && n > 0; i++) {
		k = random(n)
		print found[k]
		found[k] = found[--n]
	}
}
