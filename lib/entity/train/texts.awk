# texts.awk: token TAB BIO label of the texts in texts/, where a name stands in
# brackets behind its type ("[PER Aung San] of [ORG Shwe Timber]"), a sentence
# is a line, and a blank line or the end of the file ends a document.

BEGIN {
	opening = "^(\"|'|“|‘|\\(|\\$|£|€|#)"
	closing = "(\"|'|”|’|\\)|,|;|:|[?]+|!+|\\.\\.\\.|%)$"
	clitic = "(('|’)(s|S|re|ve|ll|d|m)|n('|’)t)$"
}

function put(token) {
	print token "\t" (type == "" ? "O" : (inside ? "I-" : "B-") type)
	inside = 1
}

# Puts what stands behind the word after it.
function cut(word, last,    tail, count, n) {
	while (length(word) > 1 && word !~ ("^" clitic) &&
	    match(word, opening)) {
		put(substr(word, 1, RLENGTH))
		word = substr(word, RLENGTH + 1)
	}
	for (count = 0; length(word) > 1; count++) {
		if (match(word, closing))
			n = RLENGTH
		else if (word ~ /\.$/ && last && word !~ /[A-Za-z]\..*\.$/ &&
		    word !~ /^(Inc|Corp|Ltd|Co|Jr|Sr|[A-Z])\.$/)
			n = 1
		else if (match(word, clitic) && RSTART > 1)
			n = RLENGTH
		else
			break
		tail[count] = substr(word, length(word) - n + 1)
		word = substr(word, 1, length(word) - n)
	}
	if (word ~ /^-./ && word !~ /^--/) {
		put("-")
		word = substr(word, 2)
	}
	if (word != "")
		put(word)
	while (count > 0)
		put(tail[--count])
}

function cut_all(text, last,    words, n, i) {
	n = split(text, words, " ")
	for (i = 1; i <= n; i++)
		cut(words[i], last && i == n)
}

FNR == 1 { document = 1 }

/^#/ { next }

/^$/ {
	document = 1
	next
}

{
	if (document)
		print "-DOCSTART-\tO\n"
	document = 0
	rest = $0
	while (match(rest, /\[(PER|ORG|LOC|MISC) [^]]*\]/)) {
		name = substr(rest, RSTART + 1, RLENGTH - 2)
		before = substr(rest, 1, RSTART - 1)
		rest = substr(rest, RSTART + RLENGTH)
		type = ""
		cut_all(before, 0)
		type = name
		sub(/ .*/, "", type)
		sub(/^[A-Z]* /, "", name)
		inside = 0
		cut_all(name, rest !~ /[A-Za-z0-9]/)
		type = ""
	}
	cut_all(rest, 1)
	print ""
}
