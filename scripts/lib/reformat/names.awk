# names.awk: how other formats name what the stream has; after stream.awk.
#
# A row's type and label are one name: number-money, quote-direct; a name of an
# entity is its label alone: PER.  What a format cannot hold is written %XX.

BEGIN {
	Hex_digits = "0123456789ABCDEF"
	for (i = 1; i < 256; i++)
		Hex[sprintf("%c", i)] = "%" substr(Hex_digits, \
		    int(i / 16) + 1, 1) substr(Hex_digits, i % 16 + 1, 1)
	Inner = "[\t\013\014\r\034-\036\n]|\302\205|\342\200\250|\342\200\251"
}

# s with each byte that matches this class as %XX.
function name_encode(s, class,    all)
{
	all = ""
	while (match(s, class)) {
		all = all substr(s, 1, RSTART - 1) Hex[substr(s, RSTART, 1)]
		s = substr(s, RSTART + 1)
	}
	return all s
}

function name_decode(s,    all, code)
{
	all = ""
	while (match(s, /%[0-9A-F][0-9A-F]/)) {
		code = (index(Hex_digits, substr(s, RSTART + 1, 1)) - 1) * 16 \
		    + index(Hex_digits, substr(s, RSTART + 2, 1)) - 1
		all = all substr(s, 1, RSTART - 1) sprintf("%c", code)
		s = substr(s, RSTART + 3)
	}
	return all s
}

# On one line, and to be read by who corrects: only % before two digits and what
# some readers take for the end of a line are encoded.
function note_encode(s,    all, part)
{
	all = ""
	while (match(s, /%[0-9A-F][0-9A-F]/)) {
		all = all substr(s, 1, RSTART - 1) "%25"
		s = substr(s, RSTART + 1)
	}
	s = all s
	all = ""
	while (match(s, Inner)) {
		part = substr(s, RSTART, RLENGTH)
		all = all substr(s, 1, RSTART - 1) \
		    name_encode(part, "[\001-\377]")
		s = substr(s, RSTART + RLENGTH)
	}
	return all s
}

function name_of(type, label)
{
	if (type == "entity" && label !~ /^([a-z][a-z0-9_]*|SPAN)-/)
		return label
	return type "-" label
}

function name_type(name)
{
	return match(name, /^[a-z][a-z0-9_]*-/) ? \
	    substr(name, 1, RLENGTH - 1) : "entity"
}

function name_label(name)
{
	return match(name, /^[a-z][a-z0-9_]*-/) ? \
	    substr(name, RLENGTH + 1) : name
}
