# agreement.awk: how far a stream agrees with another, its gold; after
# stream.awk.
#
# Rows of one type are paired by document: first those of equal span and label,
# then of equal span, then, with overlap, those that share more than half of
# what either covers. ENVIRON: RILL_GOLD the file, RILL_SHOW scores, confusion
# or errors, RILL_MOST how many errors of a layer, RILL_OVERLAP 1, RILL_LAYERS
# the types to compare (default: those of the gold but paragraphs).
#
# Documents are paired by their whole name, else by what base() leaves of it.

BEGIN {
	Most = ENVIRON["RILL_MOST"] + 0
	View = ENVIRON["RILL_SHOW"]
	Overlap = ENVIRON["RILL_OVERLAP"] + 0
	All = "*"
	Some = split(ENVIRON["RILL_LAYERS"], Asked, ",")
	for (i = 1; i <= Some; i++) {
		Chosen[Asked[i]] = 1
		layer_add(Asked[i])
	}
	gold_read(ENVIRON["RILL_GOLD"])
	if (Layers == 0)
		unlike(ENVIRON["RILL_GOLD"] ": no row to compare with")
}

function gold_read(path,    line, f, n, number)
{
	while ((getline line < path) > 0) {
		number++
		if (line ~ /^type\tdoc\t/)
			continue
		n = split(line, f, "\t")
		if (n < 9 || f[3] !~ /^[0-9]+$/ || f[4] !~ /^[0-9]+$/) {
			print Name ": " path ":" number \
			    ": not a row of the stream" > "/dev/stderr"
			Failed = 1
			exit 1
		}
		if (Some ? !(f[1] in Chosen) : f[1] == "paragraph")
			continue
		layer_add(f[1])
		f[2] = text_unescape(f[2])
		if (!(f[2] in Gold_rows))
			gold_document(f[2])
		Gold[f[2], ++Gold_rows[f[2]]] = line
	}
	close(path)
}

function layer_add(type)
{
	if (type in Has)
		return
	Has[type]
	Layer[++Layers] = type
}

function gold_document(doc)
{
	Gold_doc[++Gold_docs] = doc
	Of_base[base(doc)]++
	Full_name[base(doc)] = doc
}

# The document of the gold with this name; "" when it has none.
function gold_name(doc,    name)
{
	if (doc in Gold_rows)
		return doc
	name = base(doc)
	if (Of_base[name] > 1)
		unlike("the gold has several documents of the name " name \
		    ", none is " doc)
	return Of_base[name] ? Full_name[name] : ""
}

# Ends with what makes scores meaningless.
function unlike(reason)
{
	print Name ": " text_plain(reason) > "/dev/stderr"
	Failed = 1
	exit 1
}

# The name of a document without folder and .txt.
function base(doc)
{
	sub(/.*\//, "", doc)
	sub(/\.txt$/, "", doc)
	return doc
}

$1 in Has { Found[++Found_rows] = $0 }

function document_end(    id)
{
	id = gold_name(text_unescape(Doc))
	if (id != "" && id in Seen)
		unlike(text_unescape(Doc) ": came before, by this name or by " \
		    "one that is " base(id) " as well")
	if (id != "")
		Shared++
	compare(id, 1)
	Found_rows = 0
}

function compare(id, there,    k, i, key, n)
{
	n = 0
	if (id != "") {
		Seen[id] = 1
		n = Gold_rows[id]
	}
	split("", Mate)
	split("", Taken)
	if (there) {
		pair(id, n, 6)
		pair(id, n, 4)
		if (Overlap)
			pair_overlap(id, n)
	}
	for (k = 1; k <= n; k++)
		count(Gold[id, k], k in Mate ? Found[Mate[k]] : "", there)
	for (i = 1; there && i <= Found_rows; i++)
		if (!(i in Taken))
			count("", Found[i], there)
}

# Pairs rows of equal type and span, and label when width is 6.
function pair(id, n, width,    k, i, key, first, next_one)
{
	for (k = n; k >= 1; k--) {
		if (k in Mate)
			continue
		key = key_of(Gold[id, k], width)
		next_one[k] = key in first ? first[key] : 0
		first[key] = k
	}
	for (i = 1; i <= Found_rows; i++) {
		key = i in Taken ? "" : key_of(Found[i], width)
		if (key == "" || !(key in first) || !first[key])
			continue
		Mate[first[key]] = i
		Taken[i]
		first[key] = next_one[first[key]]
	}
}

function key_of(row, width,    f)
{
	split(row, f, "\t")
	return f[1] " " f[3] " " f[4] (width == 6 ? " " f[6] : "")
}

function pair_overlap(id, n,    k, i, g, f, a, b, common, best, most)
{
	for (k = 1; k <= n; k++) {
		if (k in Mate)
			continue
		split(Gold[id, k], g, "\t")
		best = most = 0
		for (i = 1; i <= Found_rows; i++) {
			if (i in Taken)
				continue
			split(Found[i], f, "\t")
			if (f[1] != g[1])
				continue
			a = f[3] + 0 > g[3] + 0 ? f[3] : g[3]
			b = f[4] + 0 < g[4] + 0 ? f[4] : g[4]
			common = b - a
			if (common <= most || 2 * common <= f[4] - f[3] + \
			    g[4] - g[3] - common)
				continue
			best = i
			most = common
		}
		if (best) {
			Mate[k] = best
			Taken[best]
		}
	}
}

# A pair, or a row that has none on the other side.
function count(gold, found, there,    g, f, layer, right, error)
{
	split(gold, g, "\t")
	split(found, f, "\t")
	layer = gold == "" ? f[1] : g[1]
	Confused[layer, gold == "" ? "_" : g[6], found == "" ? "_" : f[6]]++
	if (gold != "")
		add(Wanted, layer, g[6])
	if (found != "")
		add(Given, layer, f[6])
	right = gold != "" && found != "" && g[6] == f[6]
	if (right)
		add(Right, layer, g[6])
	error = gold == "" ? "extra" : found == "" ? "missed" : \
	    !right ? "label" : ""
	if (right && g[7] != "_") {
		add(Valued, layer, g[6])
		if (same_value(g, f))
			add(Value_right, layer, g[6])
		else
			error = "value"
	}
	if (error != "" && Errors[layer] < Most) {
		Errors[layer]++
		keep_error(layer, error, gold == "" ? found : gold, \
		    gold == "" ? "" : sense(gold), \
		    found == "" ? "" : sense(found), there)
	}
}

function add(table, layer, label)
{
	table[layer, All]++
	table[layer, label]++
	Known[layer, label]
}

function same_value(g, f)
{
	return g[7] "" == f[7] "" && \
	    row_attr(g[8], "unit") == row_attr(f[8], "unit")
}

function sense(row,    f, unit)
{
	split(row, f, "\t")
	unit = row_attr(f[8], "unit")
	return f[6] (f[7] == "_" ? "" : " " row_value(f[7])) \
	    (unit == "" ? "" : " " unit)
}

function keep_error(layer, error, row, gold, found, there,    f, text)
{
	split(row, f, "\t")
	text = "[" text_unescape(f[9]) "]"
	if (there)
		text = text_before(f[3] + 0) text text_after(f[4] + 0)
	text = text_plain(text)
	gsub(/^ +| +$/, "", text)
	Error[layer, Errors[layer]] = error "\t" f[2] "\t" f[3] "\t" f[4] \
	    "\t" gold "\t" found "\t" text
}

# Some 40 characters, and a blank where another paragraph begins.
function text_before(at,    s)
{
	s = text_at(at > 40 ? at - 40 : 0, at)
	return s (s == "" || text_at(at - 1, at) != "" ? "" : " ")
}

function text_after(at,    s)
{
	s = text_at(at, at + 40)
	return (s == "" || text_at(at, at + 1) != "" ? "" : " ") s
}

function percent(part, all)
{
	return all ? sprintf("%.2f", 100 * part / all) : "_"
}

# The labels of a layer in order, All first.
function labels(layer, order,    n, i, key, name, part, sorted)
{
	n = 0
	for (key in Known) {
		split(key, part, SUBSEP)
		if (part[1] == layer)
			name[++n] = part[2]
	}
	sort_keys(name, n, sorted)
	order[1] = All
	for (i = 1; i <= n; i++)
		order[i + 1] = name[sorted[i]]
	return n + 1
}

function show_scores(layer,    n, i, k, order)
{
	n = labels(layer, order)
	for (i = 1; i <= n; i++) {
		k = layer SUBSEP order[i]
		Cell[1] = layer
		Cell[2] = order[i]
		Cell[3] = Wanted[k] + 0
		Cell[4] = Given[k] + 0
		Cell[5] = Right[k] + 0
		Cell[6] = percent(Right[k], Given[k])
		Cell[7] = percent(Right[k], Wanted[k])
		Cell[8] = percent(2 * Right[k], Wanted[k] + Given[k])
		Cell[9] = percent(Value_right[k], Valued[k])
		table_row()
	}
}

function show_confusion(layer,    n, i, j, order)
{
	n = labels(layer, order)
	order[1] = "_"
	for (i = 1; i <= n; i++)
		for (j = 1; j <= n; j++) {
			if (!((layer, order[i], order[j]) in Confused))
				continue
			Cell[1] = layer
			Cell[2] = order[i]
			Cell[3] = order[j]
			Cell[4] = Confused[layer, order[i], order[j]]
			table_row()
		}
}

function show_errors(layer,    i, j, f)
{
	for (i = 1; i <= Errors[layer]; i++) {
		split(Error[layer, i], f, "\t")
		Cell[1] = layer
		for (j = 1; j <= 7; j++)
			Cell[j + 1] = f[j]
		Cell[3] = text_unescape(f[2])
		table_row()
	}
}

function views_begin()
{
	if (View == "confusion")
		table_begin("layer gold found count", \
		    "layer gold found count", 0)
	else if (View == "errors")
		table_begin("layer error doc start end gold found context", \
		    "layer error gold found context", 0)
	else
		table_begin("layer label gold found right precision recall " \
		    "f1 value", "layer label gold found right precision " \
		    "recall f1 value", 0)
}

END {
	if (Failed)
		exit 1
	if (Docs)
		document_end()
	if (Docs && Gold_docs && !Shared)
		unlike("no document is in both: the gold has " Gold_doc[1] \
		    ", the stream " text_unescape(Doc))
	# documents that did not come were not found at all
	for (i = 1; i <= Gold_docs; i++)
		if (!(Gold_doc[i] in Seen))
			compare(Gold_doc[i], 0)
	for (i = 1; i <= Some; i++)
		if (!Wanted[Asked[i], All] && !Given[Asked[i], All])
			unlike("no row has the type " Asked[i])
	views_begin()
	sort_keys(Layer, Layers, order)
	for (i = 1; i <= Layers; i++) {
		layer = Layer[order[i]]
		if (View == "confusion")
			show_confusion(layer)
		else if (View == "errors")
			show_errors(layer)
		else
			show_scores(layer)
	}
	table_end()
}
