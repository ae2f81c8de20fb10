# brat.awk: brat standoff, for each document NAME.txt and NAME.ann, and
# annotation.conf with what is in them; after rows.awk.
#
# T  a row; its type is name_of(), its text the fragments between line ends and
#    tabs, since the format allows none inside; offsets are code points
# #  the value, as a note        A  an attribute, as it stands
# R  an attribute that is a span (speaker, cue), to a T of type SPAN-speaker
# A carriage return is a space, since readers would make one character of CR LF.

function reformat(    path, i)
{
	path = doc_file(Doc)
	brat_text(path ".txt")
	Ann = path ".ann"
	Brat_ts = Brat_as = Brat_rs = Brat_ns = 0
	split("", Brat_span)
	printf "" > Ann
	for (i = 1; i <= Row_count; i++)
		if (row_chosen(Row_type[i]))
			brat_row(i)
	close(Ann)
}

function brat_text(path,    i, s)
{
	for (i = 1; i <= Blocks; i++) {
		s = Block_text[i]
		gsub(/\r/, " ", s)
		printf "%s%s", block_gap(i), s > path
	}
	printf "\n" > path
	close(path)
}

# A text-bound annotation; 0 when nothing is left between line ends.
function brat_bound(name, start, s,    spans, text, n)
{
	spans = text = ""
	while (s != "") {
		n = match(s, Inner) ? RSTART - 1 : length(s)
		if (n > 0) {
			spans = spans (spans == "" ? "" : ";") start " " \
			    start + text_length(substr(s, 1, n))
			text = text (text == "" ? "" : " ") substr(s, 1, n)
		}
		if (RSTART > 0)
			n += RLENGTH
		start += text_length(substr(s, 1, n))
		s = substr(s, n + 1)
	}
	if (spans == "")
		return 0
	print "T" ++Brat_ts "\t" name " " spans "\t" text > Ann
	return Brat_ts
}

function brat_row(i,    name, id, n, part, k)
{
	name = name_encode(name_of(Row_type[i], Row_label[i]), \
	    "[^A-Za-z0-9_.-]")
	id = brat_bound(name, Row_start[i], text_unescape(Row_text[i]))
	if (!id) {
		Left_out++
		return
	}
	Brat_names[name]
	if (Row_value[i] != "_")
		print "#" ++Brat_ns "\tAnnotatorNotes T" id "\t" \
		    note_encode(Row_value[i]) > Ann
	if (Row_attrs[i] == "_")
		return
	n = split(Row_attrs[i], part, "|")
	for (k = 1; k <= n; k++)
		brat_attr(name, id, part[k])
}

function brat_attr(name, id, pair,    key, value, target, span, at)
{
	at = index(pair, "=")
	key = name_encode(at ? substr(pair, 1, at - 1) : pair, \
	    "[^A-Za-z0-9_.-]")
	value = at ? substr(pair, at + 1) : ""
	if (value ~ /^[0-9]+-[0-9]+$/) {
		if (!((key, value) in Brat_span)) {
			split(value, span, "-")
			Brat_span[key, value] = span[2] <= Block_stop[Blocks] \
			    && text_length(text_span(value)) > 0 ? \
			    brat_bound("SPAN-" key, span[1] + 0, \
			    text_raw(span[1] + 0, span[2] + 0)) : 0
		}
		target = Brat_span[key, value]
		if (target) {
			print "R" ++Brat_rs "\t" key " Arg1:T" id " Arg2:T" \
			    target > Ann
			Brat_relations[key] = Brat_relations[key] \
			    (index("|" Brat_relations[key] "|", "|" name "|") ? \
			    "" : "|" name)
			Brat_names["SPAN-" key]
			return
		}
	}
	value = name_encode(value, "[\001-\040%\177-\377]")
	print "A" ++Brat_as "\t" key " T" id (at ? " " value : "") > Ann
	if (at && !((key, value) in Brat_values))
		Brat_keys[key] = Brat_keys[key] \
		    (Brat_keys[key] == "" ? "" : "|") value
	else
		Brat_keys[key] = Brat_keys[key] ""
	Brat_values[key, value]
}

function sorted(set, order,    k, n, key, at)
{
	n = 0
	for (k in set)
		key[++n] = k
	sort_keys(key, n, at)
	for (k = 1; k <= n; k++)
		order[k] = key[at[k]]
	return n
}

function reformat_end(    path, n, order, i)
{
	path = ENVIRON["RILL_FOLDER"] "/annotation.conf"
	print "[entities]" > path
	n = sorted(Brat_names, order)
	for (i = 1; i <= n; i++)
		print order[i] > path
	print "\n[relations]" > path
	n = sorted(Brat_relations, order)
	for (i = 1; i <= n; i++)
		print order[i] "\tArg1:" substr(Brat_relations[order[i]], 2) \
		    ", Arg2:SPAN-" order[i] > path
	print "\n[events]\n\n[attributes]" > path
	n = sorted(Brat_keys, order)
	for (i = 1; i <= n; i++)
		print order[i] "\tArg:<ENTITY>" (Brat_keys[order[i]] == "" ? \
		    "" : ", Value:" Brat_keys[order[i]]) > path
	close(path)
	if (Left_out)
		print Name ": " Left_out " rows without text left out" \
		    > "/dev/stderr"
}
