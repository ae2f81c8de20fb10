# vocabulary: every word that the numbers' engine knows by itself, with all of
# its classes, so that a word is looked up once and a recogniser tests a bit.
# A program of the build:
#
#	awk -f vocabulary.awk number-starts.tsv number-words.tsv ...
#
# Of calendar, number-words and number-context all rows are taken, the class
# behind calendar-, word- and context-; calendar-any and its like are all of
# one table.  begins-...: what may begin at the word, so that nothing is tried
# where it cannot be: of number-starts the rows as they stand, of other tables
# the first word of every key.  begins-date are the words of the calendar by
# which a number is a date or a time; the other ones stand only beside these.
# begins-more: those that are no date without something behind them; begins-any:
# all words at which a number may begin or go on.  inner:
# words behind the first of a phrase or a holiday.  begins-unit: units, and
# their prefixes where these stand apart.  mod-last, mod-first: of the
# keys of number-mods.

function put(word, class, value)
{
	if (word != "" && !((word, class) in seen)) {
		seen[word, class] = 1
		print word "\t" class "\t" value
		if (class ~ beginnings)
			put(word, "begins-any")
	}
}

function begins(word, class)
{
	if (word !~ /^[0-9]/)
		gsub(/\./, "", word)
	if (class == "start" && (word, "begins-before") in seen)
		return
	put(word, "begins-" class)
}

# All up to the first blank of a key.
function head(key)
{
	sub(/ .*/, "", key)
	return key
}

# The first letters or digits of a key, or its first sign; of gh and a sign of
# a currency the letters.
function letters(key)
{
	if (match(key, /^[a-z]+(\302[\242-\245]|\342\202)/))
		match(key, /^[a-z]+/)
	else if (!match(key, /^[a-z\200-\377]+/) && !match(key, /^[0-9]+/))
		RLENGTH = 1
	return substr(key, 1, RLENGTH)
}

function first(key, class)
{
	begins(head(key), class)
	begins(letters(key), class)
}

# The words of a key behind the first.
function inner(key, class)
{
	while (match(key, /[^a-z\200-\377][a-z\200-\377]+/)) {
		put(substr(key, RSTART + 1, RLENGTH - 1), class)
		key = substr(key, RSTART + RLENGTH)
	}
}

# All that the last atom of a key can be.
function last(key,    word)
{
	word = key
	sub(/.* /, "", word)
	put(word, "mod-last")
	if (!match(key, /[a-z\200-\377]+$/))
		RSTART = length(key)
	put(substr(key, RSTART), "mod-last")
}

BEGIN {
	FS = "\t"
	split("at direction joint lately mod mod-of near of-text part-end" \
	    " period place starting times times-unit turn unit unit-short" \
	    " until whole", list, " ")
	for (i in list)
		incomplete[list[i]]
	beginnings = "^(begins-(before|date|holiday|phrase|start|through|" \
	    "year|zone)|word-any|calendar-any|currency-(code|first)|" \
	    "context-ordinal-end)$"
	print "word\tclass\tvalue"
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
	put($1, "begins-" $2)
	next
}

{ key = tolower($1) }

table == "units" || table == "unit-prefixes" {
	sub(/^=/, "", key)
	first(key, "unit")
	next
}

table == "number-mods" {
	last(key)
	put(head(key), "mod-first")
	put(letters(key), "mod-first")
	next
}

table == "calendar" || table == "number-words" || table == "number-context" {
	kind = table
	sub(/number-/, "", kind)
	sub(/s$/, "", kind)
	put($1, kind "-" $2, $3)
	put($1, kind "-any")
}

table == "calendar" {
	if ($2 in incomplete)
		leads[key]
	else
		alone[key]
}

table == "number-words" { alone[key] }

table == "calendar" && $2 !~ /^(opens|at|joint|starting|week-of|day-kind)$/ &&
    $2 !~ /^(lately|period|to-now|whole)$/ {
	put($1, "begins-date")
}

table == "zones" {
	put(head(key), "begins-zone")
	put(letters(key), "begins-zone")
	next
}

table == "holidays" {
	first(key, "holiday")
	inner(key, "inner")
	next
}

# currency-first and -inner are of names of several atoms; code and letters
# begin an amount in capitals only, other names in the plain not at all.
table == "currencies" {
	first(key, "currency")
	if (letters(key) != key) {
		put(letters(key), "currency-first")
		inner(key, "currency-inner")
	} else if ($3 ~ /^(code|letters)/) {
		put(key, "currency-code")
	} else if ($3 ~ /^(sign|word-before)$/) {
		begins(key, "start")
	}
	next
}

# Words of a date behind its first.
table == "calendar" && $2 ~ /^(at|day-kind|joint|meridiem|o'clock|part-end)$/ {
	next
}

table == "calendar" &&
    $2 ~ /^(period|starting|times-unit|to-now|turn|until|week-of)$/ {
	next
}

# Letters of units, magnitudes and codes behind digits.
(table == "calendar" && $2 == "unit-short") || (table == "number-words" &&
    $2 ~ /^(code-prefix|letter|letter-alone|oh|short)$/) {
	next
}

table != "number-context" {
	first(key, "start")
	next
}

key !~ /^[a-z\200-\377]+$/ {
	first(key, "phrase")
	inner(key, "inner")
}

$2 == "possessive" { begins(key, "before") }

$2 ~ /^(age|minus)$/ { first(key, "start") }

END {
	for (key in leads)
		if (!(key in alone))
			put(key, "begins-more")
}
