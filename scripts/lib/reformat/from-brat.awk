# from-brat.awk: a stream of the .ann and .txt that ARGV names; after names.awk.
#
# Rows are the T that brat.awk writes, or of types of one's own, which are
# entities.  Paragraphs are those that are annotated, else what stands between
# empty lines, joined where a row crosses.

BEGIN {
	OFS = "\t"
	print "type", "doc", "start", "end", "sent", "label", "value", \
	    "attrs", "text"
	for (arg = 1; arg < ARGC; arg++)
		brat_document(ARGV[arg])
	if (Ignored)
		print Name ": " Ignored " lines are no text-bound" \
		    " annotation, note, attribute or relation" > "/dev/stderr"
	exit Failed
}

# No stream is read.
function document_end()
{
}

function wrong(path, number, why)
{
	sub(/^\.\//, "", path)
	print Name ": " text_plain(path) (number > 0 ? ":" number : "") ": " \
	    why > "/dev/stderr"
	Failed = 1
	exit 1
}

function brat_document(ann,    txt, i, order, key)
{
	txt = ann
	if (!sub(/\.ann$/, ".txt", txt))
		wrong(ann, 0, "not a file of brat (.ann)")
	Doc = ann
	sub(/.*\//, "", Doc)
	sub(/\.ann$/, "", Doc)
	gsub(/=/, "%", Doc)
	Doc = field(name_decode(Doc))
	lines_read(txt)
	ann_read(ann)
	blocks_find(ann)
	for (i = 1; i <= Ts; i++)
		key[i] = sprintf("%010d %010d ", T_start[i], \
		    2000000000 - T_end[i]) (T_type[i] == "paragraph" ? 0 : \
		    T_type[i] == "sentence" ? 1 : 2 T_type[i]) "\t" T_label[i] \
		    "\t" T_value[i]
	sort_keys(key, Ts, order)
	Sentences = Sentence = 0
	for (i = 1; i <= Ts; i++)
		if (T_type[order[i]] == "sentence")
			Sentence_of[++Sentences] = order[i]
	for (i = 1; i <= Ts; i++)
		row_print(order[i])
}

# A field of the stream.
function field(s)
{
	gsub(/\\/, "\\\\&", s)
	gsub(/\t/, "\\t", s)
	gsub(/\n/, "\\n", s)
	gsub(/\r/, "\\r", s)
	return s
}

# Lines as blocks, so that text_at() finds the text of any span.
function lines_read(path,    line, at, got)
{
	Blocks = at = 0
	while ((got = (getline line < path)) > 0) {
		if (Size)
			meter(line)
		Block_text[++Blocks] = line "\n"
		Block_start[Blocks] = at
		at += text_length(line) + 1
		Block_stop[Blocks] = at
	}
	close(path)
	if (got < 0)
		wrong(path, 0, "cannot be read")
}

function ann_read(path,    line, number)
{
	Ts = 0
	split("", T_number)
	split("", T_pairs)
	while ((getline line < path) > 0) {
		if (Size)
			meter(line)
		number++
		sub(/\r$/, "", line)
		Parts = split(line, Part, "\t")
		if (line ~ /^T[0-9]+\t/)
			ann_bound(path, number)
	}
	close(path)
	number = 0
	while ((getline line < path) > 0) {
		number++
		sub(/\r$/, "", line)
		Parts = split(line, Part, "\t")
		if (line ~ /^#[0-9]+\tAnnotatorNotes T/)
			ann_note(path, number)
		else if (line ~ /^A[0-9]+\t/)
			ann_attribute(path, number)
		else if (line ~ /^R[0-9]+\t/)
			ann_relation(path, number)
		else if (line !~ /^T[0-9]+\t/ && line != "")
			Ignored++
	}
	close(path)
}

function ann_bound(path, number,    at, name, n, piece, span, i, s, text)
{
	at = index(Part[2], " ")
	name = substr(Part[2], 1, at - 1)
	n = split(substr(Part[2], at + 1), piece, ";")
	s = ""
	for (i = 1; i <= n; i++) {
		if (piece[i] !~ /^[0-9]+ [0-9]+$/)
			wrong(path, number, "not TYPE START END")
		split(piece[i], span, " ")
		if (i == 1)
			T_start[Ts + 1] = span[1] + 0
		s = s (i > 1 ? " " : "") text_at(span[1] + 0, span[2] + 0)
	}
	text = Part[3]
	for (i = 4; i <= Parts; i++)
		text = text "\t" Part[i]
	if (s "" != text "" || s == "")
		wrong(path, number, "the text is another in the .txt")
	T_number[Part[1]] = ++Ts
	T_end[Ts] = span[2] + 0
	T_line[Ts] = number
	name = name_decode(name)
	T_type[Ts] = name ~ /^SPAN-/ ? "" : name_type(name)
	T_label[Ts] = field(name_label(name))
	T_value[Ts] = "_"
	T_pairs[Ts] = 0
}

function bound(path, number, id)
{
	if (!(id in T_number))
		wrong(path, number, "there is no " text_plain(id))
	return T_number[id]
}

function ann_note(path, number,    s, i)
{
	s = substr(Part[2], length("AnnotatorNotes ") + 1)
	i = bound(path, number, s)
	s = name_decode(Part[3])
	# what was typed need not be escaped as in a stream
	T_value[i] = s == "" ? "_" : field(text_unescape(s))
}

function ann_attribute(path, number,    part, n, i)
{
	n = split(Part[2], part, " ")
	i = bound(path, number, part[2])
	pair_add(i, name_decode(part[1]), n > 2 ? name_decode(part[3]) : 1)
}

function ann_relation(path, number,    part, to, i)
{
	split(Part[2], part, " ")
	sub(/^[^:]*:/, "", part[2])
	sub(/^[^:]*:/, "", part[3])
	i = bound(path, number, part[2])
	to = bound(path, number, part[3])
	pair_add(i, name_decode(part[1]), T_start[to] "-" T_end[to])
}

function pair_add(i, key, value)
{
	key = pair_field(key)
	T_key[i, ++T_pairs[i]] = key
	T_pair[i, T_pairs[i]] = key "=" pair_field(value)
}

# What was typed need not be escaped here either.
function pair_field(s)
{
	s = field(text_unescape(s))
	gsub(/\|/, "%7C", s)
	gsub(/=/, "%3D", s)
	return s == "" ? "_" : s
}

function attrs_of(i,    k, n, key, order, all)
{
	n = T_pairs[i]
	if (!n)
		return "_"
	for (k = 1; k <= n; k++)
		key[k] = T_key[i, k]
	sort_keys(key, n, order)
	all = ""
	for (k = 1; k <= n; k++)
		all = all (k > 1 ? "|" : "") T_pair[i, order[k]]
	return all
}

function row_print(i,    sent)
{
	if (T_type[i] == "")
		return
	while (Sentence < Sentences && \
	    T_start[Sentence_of[Sentence + 1]] <= T_start[i])
		Sentence++
	sent = T_type[i] != "paragraph" && Sentence && \
	    T_start[i] < T_end[Sentence_of[Sentence]] ? Sentence : "_"
	print T_type[i], Doc, T_start[i], T_end[i], sent, T_label[i], \
	    T_value[i], attrs_of(i), field(text_at(T_start[i], T_end[i]))
}

# Adds paragraphs where none are annotated.
function blocks_find(path,    i, n, order, key, k, last, text, rows)
{
	for (i = 1; i <= Ts; i++)
		if (T_type[i] == "paragraph")
			return blocks_check(path)
	n = paragraphs_find()
	for (i = 1; i <= Ts; i++)
		key[i] = sprintf("%010d", T_start[i])
	sort_keys(key, Ts, order)
	k = 1
	for (i = 1; i <= Ts; i++) {
		if (T_type[order[i]] == "")
			continue
		while (k < n && Found_stop[k] <= T_start[order[i]])
			k++
		while (k < n && Found_stop[k] < T_end[order[i]]) {
			Found_start[k + 1] = Found_start[k]
			Found_start[k++] = -1
		}
	}
	for (k = 1; k <= n; k++)
		if (Found_start[k] >= 0) {
			T_start[++Ts] = Found_start[k]
			T_end[Ts] = Found_stop[k]
			T_type[Ts] = "paragraph"
			T_label[Ts] = "body"
			T_value[Ts] = "_"
			T_pairs[Ts] = 0
		}
}

# What stands between lines without text, from its first letter to its last.
function paragraphs_find(    i, n, line, open)
{
	n = open = 0
	for (i = 1; i <= Blocks; i++) {
		line = Block_text[i]
		sub(/[ \t\r\n]+$/, "", line)
		if (line == "") {
			open = 0
			continue
		}
		if (!open) {
			match(line, /^[ \t]*/)
			Found_start[++n] = Block_start[i] + RLENGTH
			open = 1
		}
		Found_stop[n] = Block_start[i] + text_length(line)
	}
	return n
}

# No row may cross paragraphs.
function blocks_check(path,    i, n, order, key, stop)
{
	for (i = 1; i <= Ts; i++)
		key[i] = sprintf("%010d %d", T_start[i], \
		    T_type[i] != "paragraph")
	sort_keys(key, Ts, order)
	stop = 0
	for (i = 1; i <= Ts; i++) {
		n = order[i]
		if (T_type[n] == "paragraph")
			stop = T_end[n]
		else if (T_type[n] != "" && T_end[n] > stop)
			wrong(path, T_line[n], "in no paragraph")
	}
}
