# starts: the words that numbers and phrases of number-context can begin with,
# and all other words of number-context, so that the numbers' engine looks at no
# other word.  A program of the build:
#
#	awk -f starts.awk number-starts.tsv number-words.tsv ...
#
# Of number-starts.tsv rows are taken as they stand; of other tables the first
# word of every key: of number-context those of phrases, and of the classes
# that begin numbers; of holidays once more as such.

function add(word, class)
{
	gsub(/\./, "", word)
	if (word != "" && !((word, class) in seen) &&
	    !(class == "start" && (word, "before") in seen)) {
		seen[word, class] = 1
		print word "\t" class
	}
}

# The first letters of a key, or its first sign; and all up to a blank.
function first(key, class,    word)
{
	word = key
	sub(/ .*/, "", word)
	add(word, class)
	if (!match(key, /^[a-z\200-\377]+/))
		RLENGTH = 1
	add(substr(key, 1, RLENGTH), class)
}

BEGIN {
	FS = "\t"
	print "word\tclass"
}

FNR == 1 {
	table = FILENAME
	sub(/.*\//, "", table)
	sub(/\.tsv$/, "", table)
	header = 1
}

/^# / { next }

header {
	header = 0
	next
}

table == "number-starts" {
	print
	seen[$1, $2] = 1
	next
}

{ key = tolower($1) }

table == "holidays" { first(key, "holiday") }

table != "number-context" {
	first(key, "start")
	next
}

{ add(key, "context") }

key !~ /^[a-z\200-\377]+$/ { first(key, "phrase") }

$2 == "possessive" { add(key, "before") }

$2 ~ /^(age|minus)$/ { first(key, "start") }
