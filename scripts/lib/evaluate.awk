# evaluate.awk: the scores of scripts/evaluate; after stream.awk.
#
# Gold rows and rows found are kept as G[layer, i, field] and F[layer, i,
# field] for one document; its pairs are counted when it ends. Layers: sentence
# entity number quote.

BEGIN {
	Gold_folder = ENVIRON["RILL_GOLD"]
	Layers = split("sentence entity number quote", Layer, " ")
	for (i = 1; i <= Layers; i++)
		gold_read(Layer[i], Gold_folder "/" \
		    (Layer[i] == "entity" ? "entities" : Layer[i] "s") ".tsv")
	if (!Tables)
		no_gold(Gold_folder, "no sentences.tsv, entities.tsv, " \
		    "numbers.tsv or quotes.tsv")
	Mark = "([ \"'`,;:.-]|\\\\[tnr]|\342\200[\223\224\230\231\234\235\246]" \
	    "|\302[\253\273]"
	Lead = "^(" Mark ")|that )+"
	Trail = "(" Mark ")|[!?)])+$"
	n = split("he she they it i we you who him her them his one that " \
	    "which this those these others some many both", part, " ")
	for (i = 1; i <= n; i++)
		Pronoun[part[i]] = 1
}

# Lines of a gold file, by document, with the columns its first line names.
function gold_read(layer, path,    line, n, i, name, field, k)
{
	if ((getline line < path) <= 0)
		return
	if (line !~ /^doc\t(.*\t)?start(\t|$)/)
		no_gold(path ":1", "no names of columns: doc, start, end ...")
	Has[layer] = 1
	Tables++
	n = split(line, name, "\t")
	while ((getline line < path) > 0) {
		split(line, field, "\t")
		Gold_doc[field[1]] = 1
		k = ++Gold_rows[layer, field[1]]
		for (i = 2; i <= n; i++)
			Gold[layer, field[1], k, name[i]] = field[i]
	}
	close(path)
}

function no_gold(path, reason)
{
	print Name ": " path ": " reason > "/dev/stderr"
	Failed = 1
	exit 1
}

function base(doc)
{
	sub(/.*\//, "", doc)
	sub(/\.txt$/, "", doc)
	return doc
}

$1 in Has { found_add($1) }

function found_add(layer,    k)
{
	k = ++Found_rows[layer]
	F[layer, k, "start"] = Start
	F[layer, k, "end"] = End
	F[layer, k, "type"] = $6
	F[layer, k, "value"] = $7
	F[layer, k, "attrs"] = $8
	F[layer, k, "text"] = $9
}

function document_end(    i, layer, k, key)
{
	Id = base(text_unescape(Doc))
	if (Id in Gold_doc) {
		Seen[Id] = 1
		for (i = 1; i <= Layers; i++)
			if (Layer[i] in Has)
				score(Layer[i])
	}
	for (i = 1; i <= Layers; i++)
		Found_rows[Layer[i]] = 0
}

function score(layer,    k, n)
{
	n = Gold_rows[layer, Id]
	for (k = 1; k <= n; k++) {
		G[k, "start"] = Gold[layer, Id, k, "start"] + 0
		G[k, "end"] = Gold[layer, Id, k, "end"] + 0
		G[k, "type"] = layer == "sentence" ? "" : \
		    Gold[layer, Id, k, "type"]
	}
	if (layer == "quote") {
		score_quotes(n, Found_rows[layer])
		return
	}
	score_spans(layer, layer, n, Found_rows[layer], "")
	if (layer == "entity") {
		score_spans("entity3", layer, n, Found_rows[layer], "^MISC$")
		score_names(n, Found_rows[layer])
	}
	if (layer == "number")
		score_values(n, Found_rows[layer])
}

# Equal spans and, of entities, equal types, but for those left out; blanks
# around a sentence are no part of it.
function score_spans(figure, layer, n, found, out,    k, at)
{
	for (k = 1; k <= n; k++) {
		if (out != "" && G[k, "type"] ~ out)
			continue
		Wanted[figure]++
		at[span_key(layer, G[k, "start"], G[k, "end"], G[k, "type"], \
		    Gold[layer, Id, k, "text"])] = 1
	}
	for (k = 1; k <= found; k++) {
		if (out != "" && F[layer, k, "type"] ~ out)
			continue
		Given[figure]++
		Right[figure] += span_key(layer, F[layer, k, "start"], \
		    F[layer, k, "end"], F[layer, k, "type"], \
		    F[layer, k, "text"]) in at
	}
}

function span_key(layer, start, end, type, text)
{
	return layer == "sentence" ? \
	    trimmed(start, end, text, "^( |\\\\[tnr])+", \
	    "( |\\\\[tnr])+$") : \
	    start " " end (layer == "entity" ? " " type : "")
}

# Of the names found: how many are called what the document calls them.
function score_names(n, found,    k, name, at)
{
	for (k = 1; k <= n; k++)
		at[G[k, "start"] " " G[k, "end"]] = k
	for (k = 1; k <= found; k++) {
		name = F["entity", k, "start"] " " F["entity", k, "end"]
		if (!(name in at))
			continue
		name = Gold["entity", Id, at[name], "name"]
		if (name == "_")
			continue
		Names++
		Names_right += name "" == F["entity", k, "value"] ""
	}
}

# "START END" without what the patterns match at either side of the text.
function trimmed(start, end, text, lead, trail)
{
	if (match(text, lead) && RLENGTH < length(text)) {
		start += points(substr(text, 1, RLENGTH))
		text = substr(text, RLENGTH + 1)
	}
	if (match(text, trail) && RSTART > 1)
		end -= points(substr(text, RSTART))
	return start " " end
}

# Code points of escaped text.
function points(s,    n)
{
	n = gsub(/\\./, ".", s)
	return text_length(s)
}

# Each number of the gold has the value of the one at its place, else of the
# one that covers most of it.
function score_values(n, found,    k, i, best, most, common, used)
{
	for (k = 1; k <= n; k++) {
		Values++
		best = 0
		most = 0
		for (i = 1; i <= found; i++) {
			common = overlap(k, i, "number")
			if (F["number", i, "start"] == G[k, "start"] && \
			    F["number", i, "end"] == G[k, "end"])
				common = 1000000
			if (common > most && !(i in used)) {
				best = i
				most = common
			}
		}
		if (!best)
			continue
		used[best] = 1
		Values_right += value_right(k, best)
	}
}

# A resolved date is as good as one that hangs on the day of the document.
function value_right(k, i,    unit, value, dated, gold, gold_dated)
{
	unit = row_attr(F["number", i, "attrs"], "unit")
	dated = row_attr(F["number", i, "attrs"], "dated")
	value = F["number", i, "value"]
	gold = Gold["number", Id, k, "value"]
	gold_dated = Gold["number", Id, k, "dated_value"]
	return (unit == "" ? "_" : unit) == Gold["number", Id, k, "unit"] && \
	    (value "" == gold "" || dated "" == gold "" || \
	    gold_dated != "_" && (value "" == gold_dated "" || \
	    dated "" == gold_dated ""))
}

function overlap(k, i, layer,    a, b)
{
	a = G[k, "start"] > F[layer, i, "start"] ? G[k, "start"] : \
	    F[layer, i, "start"]
	b = G[k, "end"] < F[layer, i, "end"] ? G[k, "end"] : F[layer, i, "end"]
	return b > a ? b - a : 0
}

function trim_quote(table, key, text,    part)
{
	split(trimmed(table[key "start"], table[key "end"], text, Lead, \
	    Trail), part, " ")
	table[key "start"] = part[1] + 0
	table[key "end"] = part[2] + 0
}

# Sets Pair[gold] = found for the rows whose type matches, the most alike
# first. measure 1: common part of the longer, 2: of the union.
function pair_quotes(n, found, gold_type, found_type, measure, least, \
    k, i, common, a, b, like, best, best_k, best_i, used)
{
	for (k in Pair)
		delete Pair[k]
	for (k = 1; k <= n; k++)
		for (i = 1; i <= found; i++) {
			if (G[k, "neutral"] || G[k, "type"] !~ gold_type || \
			    F["quote", i, "type"] !~ found_type)
				continue
			common = overlap(k, i, "quote")
			a = G[k, "end"] - G[k, "start"]
			b = F["quote", i, "end"] - F["quote", i, "start"]
			a = measure == 1 ? (a > b ? a : b) : a + b - common
			if (common >= least * a && common > 0)
				like[k, i] = common / a
		}
	for (;;) {
		best = 0
		for (k = 1; k <= n; k++)
			for (i = 1; i <= found; i++)
				if (!(k in Pair) && !(i in used) && \
				    (k, i) in like && like[k, i] > best) {
					best = like[k, i]
					best_k = k
					best_i = i
				}
		if (best == 0)
			return
		Pair[best_k] = best_i
		used[best_i] = 1
	}
}

# A quotation found that no row of the gold matches is not wrong where it
# covers half of a row that may be found or not.
function count_quotes(layer, n, found, gold_type, found_type, neutral_type, \
    k, i, a, b, used, excused)
{
	for (k in Pair) {
		Right[layer]++
		used[Pair[k]] = 1
	}
	for (k = 1; k <= n; k++)
		Wanted[layer] += !G[k, "neutral"] && G[k, "type"] ~ gold_type
	for (i = 1; i <= found; i++) {
		if (F["quote", i, "type"] !~ found_type)
			continue
		excused = 0
		for (k = 1; k <= n && !(i in used); k++) {
			if (!G[k, "neutral"] && G[k, "type"] !~ neutral_type)
				continue
			a = G[k, "end"] - G[k, "start"]
			b = F["quote", i, "end"] - F["quote", i, "start"]
			if (overlap(k, i, "quote") >= .5 * (a < b ? a : b))
				excused = 1
		}
		Given[layer] += !excused
	}
}

function score_quotes(n, found,    k, i)
{
	for (k = 1; k <= n; k++) {
		G[k, "neutral"] = \
		    Gold["quote", Id, k, "attr"] ~ /^(nested|optional)/
		trim_quote(G, k SUBSEP, Gold["quote", Id, k, "text"])
	}
	for (i = 1; i <= found; i++)
		trim_quote(F, "quote" SUBSEP i SUBSEP, F["quote", i, "text"])
	pair_quotes(n, found, "^direct$", "^direct$", 1, .8)
	count_quotes("direct", n, found, "^direct$", "^direct$", "^mixed$")
	pair_quotes(n, found, "^(indirect|mixed)$", "^(indirect|mixed)$", 2, .5)
	count_quotes("indirect", n, found, "^(indirect|mixed)$", \
	    "^(indirect|mixed)$", "^$")
	pair_quotes(n, found, "", "", 2, .5)
	for (k in Pair)
		score_roles(k, Pair[k])
}

function score_roles(k, i,    attrs, text, gold, cue)
{
	attrs = F["quote", i, "attrs"]
	gold = Gold["quote", Id, k, "speaker_text"]
	if (gold != "_") {
		Speakers++
		Speakers_right += place_overlaps(row_attr(attrs, "speaker"), \
		    Gold["quote", Id, k, "speaker_start"], \
		    Gold["quote", Id, k, "speaker_end"]) || same_speaker( \
		    gold, text_span(row_attr(attrs, "speaker")))
	}
	if (Gold["quote", Id, k, "cue_text"] != "_") {
		Cues++
		Cues_right += place_overlaps(row_attr(attrs, "cue"), \
		    Gold["quote", Id, k, "cue_start"], \
		    Gold["quote", Id, k, "cue_end"])
	}
}

function place_overlaps(place, start, end,    part)
{
	if (split(place, part, "-") != 2 || start !~ /^[0-9]+$/)
		return 0
	return part[1] + 0 < end + 0 && start + 0 < part[2] + 0
}

# Another mention of the same person: the last word of either is in the other.
function same_speaker(gold, given,    a, b)
{
	a = words(gold)
	b = words(given)
	if (a == " " || b == " " || last_word(a) in Pronoun)
		return 0
	return index(b, " " last_word(a) " ") > 0 || \
	    !(last_word(b) in Pronoun) && index(a, " " last_word(b) " ") > 0
}

function words(s)
{
	s = tolower(s)
	gsub(/[^a-z0-9'\200-\377]+/, " ", s)
	gsub(/^ +| +$/, "", s)
	return " " s " "
}

function last_word(s)
{
	sub(/ $/, "", s)
	sub(/.* /, "", s)
	return s
}

function f1(layer,    sum)
{
	sum = Wanted[layer] + Given[layer]
	return sum ? 200 * Right[layer] / sum : 0
}

function show(name, value)
{
	printf "%s\t%.2f\n", name, value
}

# Nothing counted is no score: "-", and not 0.
function show_share(name, right, all)
{
	if (all)
		show(name, 100 * right / all)
	else
		printf "%s\t-\n", name
}

# Documents of the gold that did not come were not found at all.
function count_missing(    id, i, k, n)
{
	for (id in Gold_doc) {
		if (id in Seen)
			continue
		for (i = 1; i < Layers; i++)
			Wanted[Layer[i]] += Gold_rows[Layer[i], id]
		n = Gold_rows["entity", id]
		for (k = 1; k <= n; k++)
			Wanted["entity3"] += \
			    Gold["entity", id, k, "type"] != "MISC"
		Values += Gold_rows["number", id]
		n = Gold_rows["quote", id]
		for (k = 1; k <= n; k++)
			if (Gold["quote", id, k, "attr"] !~ /^(nest|option)/)
				Wanted[Gold["quote", id, k, "type"] == \
				    "direct" ? "direct" : "indirect"]++
	}
}

END {
	if (Failed)
		exit 1
	if (Docs)
		document_end()
	for (any in Seen)
		break
	if (Docs && any == "")
		no_gold(Gold_folder, "no document of it is in the stream, " \
		    "which has " text_plain(Id))
	count_missing()
	if ("sentence" in Has)
		show("sentence", f1("sentence"))
	if ("entity" in Has) {
		show("entity", f1("entity"))
		show("entity3", f1("entity3"))
		show_share("name", Names_right, Names)
	}
	if ("number" in Has) {
		show("number", f1("number"))
		show_share("value", Values_right, Values)
	}
	if (!("quote" in Has))
		exit 0
	show("direct", f1("direct"))
	show("indirect", f1("indirect"))
	show_share("speaker", Speakers_right, Speakers)
	show_share("cue", Cues_right, Cues)
}
