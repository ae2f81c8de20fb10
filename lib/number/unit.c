/*
 * unit: what stands before or behind a numeral: currencies, measures, lengths
 * of time, per cent.
 *
 * Units are in units.tsv (UCUM; prefixes in unit-prefixes.tsv), currencies in
 * currencies.tsv (ISO 4217).
 *
 * Bugs: "pounds" is weight or money by the words of the sentence.
 */
#include "../ascii.h"
#include "amount.h"
#include "calendar.h"
#include "numeral.h"

extern const struct lexicon lexicon_units;
extern const struct lexicon lexicon_unit_prefixes;
extern const struct lexicon lexicon_unit_local;
extern const struct lexicon lexicon_currencies;
extern const struct lexicon lexicon_country_codes;
extern const struct lexicon lexicon_city_lands;
extern const struct lexicon lexicon_land_money;

#define SYMBOL_MOST 24	/* bytes of a unit's symbol and = */
#define LAND_MOST 64	/* bytes of a land's name */
#define LAND_ATOMS 40	/* how far from its money it may stand */

/* A sign's letters are capitals; in text that was taken apart ("hk $ 5") they
 * need not be. */
static bool
sign_fits(const struct grammar *g, size_t i, size_t end)
{
	size_t j;

	for (j = i; j < end; j++) {
		const struct atom *a = g->atoms + j;

		if (a->kind != ATOM_WORD || a->capital)
			continue;
		if (a[1].space ? !g->atoms[end].space : a->text.length < 2)
			return false;
	}
	return true;
}

/* The code of the land whose people, city or self is named at i, perhaps in
 * several words; empty where none is. */
static struct slice
land_at(const struct grammar *g, size_t i)
{
	static const struct lexicon *const tables[] = {
		&lexicon_country_codes, &lexicon_city_lands
	};
	struct slice found = slice_of("");
	char key[LAND_MOST];
	size_t length = 0, j, t, row;

	for (j = i; j < i + 3 && j < g->count; j++) {
		struct slice text = g->atoms[j].text;

		if (length + text.length + 1 > sizeof key)
			break;
		if (j > i)
			key[length++] = ' ';
		memcpy(key + length, text.at, text.length);
		length += text.length;
		for (t = 0; t < sizeof tables / sizeof *tables; t++) {
			row = lexicon_find(tables[t], (struct slice){ key,
			    length });
			if (row != LEXICON_NONE)
				found = lexicon_cell(tables[t], row, 1);
		}
	}
	return found;
}

/* The code that this money has in this land. */
static struct slice
money_of(struct slice land, struct slice name)
{
	const struct lexicon *table = &lexicon_land_money;
	size_t row = lexicon_find(table, name);

	for (; lexicon_key_is(table, row, name); row++)
		if (slice_equal(lexicon_cell(table, row, 1), land))
			return lexicon_cell(table, row, 2);
	return slice_of("");
}

#define LANDS 4		/* so many of a document are kept, of this long */
#define LAND_SENTENCES 8	/* beginning: dateline and lead name its own */

void
note_lands(const struct grammar *g)
{
	char *state = g->context->state, *lands = state + STATE_LANDS;
	size_t i, known;

	if (state[STATE_SENTENCES] == LAND_SENTENCES)
		return;
	state[STATE_SENTENCES]++;
	for (i = 0; i < g->count; i++) {
		struct slice land;

		if (!g->atoms[i].capital || (land = land_at(g, i)).length != 2)
			continue;
		for (known = 0; known < LANDS && lands[2 * known] != '\0' &&
		    memcmp(lands + 2 * known, land.at, 2) != 0; known++)
			;
		if (known < LANDS)
			memcpy(lands + 2 * known, land.at, 2);
	}
}

void
note_money(const struct grammar *g, struct slice code)
{
	if (code.length == 3 && !slice_is(code, "USD") && !slice_is(code,
	    "EUR") && !slice_is(code, "GBP"))
		memcpy(g->context->state + STATE_MONEY, code.at, 3);
}

/* The code of this money by what the document told so far: its last one, else
 * that of a land in its beginning.  Empty when there is none. */
static struct slice
document_code(const struct grammar *g, struct slice name)
{
	const struct lexicon *table = &lexicon_land_money;
	const char *state = g->context->state;
	struct slice last = { state + STATE_MONEY, 3 }, code = slice_of("");
	size_t row = lexicon_find(table, name), i;

	for (; lexicon_key_is(table, row, name); row++)
		if (slice_equal(lexicon_cell(table, row, 2), last))
			return lexicon_cell(table, row, 2);
	for (i = 0; i < LANDS && code.length == 0; i++)
		code = money_of((struct slice){ state + STATE_LANDS + 2 * i,
		    2 }, name);
	return code;
}

/* Dinars, pesos, shillings of the land that the sentence names: the nearest
 * before the money at i, else behind it; else by the document.  Empty when
 * neither names one. */
static struct slice
land_code(const struct grammar *g, size_t i, struct slice name)
{
	struct slice code, land;
	size_t j, k;

	if (lexicon_find(&lexicon_land_money, name) == LEXICON_NONE)
		return slice_of("");
	for (k = 1; k <= 2 * LAND_ATOMS; k++) {
		j = k <= LAND_ATOMS ? i - k : i + k - LAND_ATOMS;
		if (j >= g->count || !g->atoms[j].capital ||
		    (land = land_at(g, j)).length == 0)
			continue;
		if ((code = money_of(land, name)).length > 0)
			return code;
	}
	return document_code(g, name);
}

size_t
currency_at(const struct grammar *g, size_t i, const char *kinds, size_t *row)
{
	const struct atom *a = g->atoms + i;
	size_t end;
	struct slice kind;
	bool dotted;

	end = may_stand(g, i, BEGINS_CURRENCY) ? phrase_find(g, i,
	    &lexicon_currencies, row) : 0;
	if (end == 0)
		return 0;
	/* BOB of Bolivia, 500 bob */
	if (!a->capital && lexicon_key_is(&lexicon_currencies, *row + 1,
	    lexicon_cell(&lexicon_currencies, *row, 0)))
		++*row;
	kind = lexicon_cell(&lexicon_currencies, *row, 2);
	if (strchr(kinds, kind.at[0]) == NULL)
		return 0;
	/* L.E., l.e. */
	dotted = a->text.length > a->norm.length;
	if (kind.at[0] == 'c' && !slice_is(kind, "code-any") && !a->upper &&
	    !dotted)
		return 0;
	if (kind.at[0] == 'l' && !a->capital && !dotted)
		return 0;
	/* Bs 50, Lps 20; DB 3 is a room */
	if (slice_is(kind, "letters-mixed") && a->upper)
		return 0;
	/* crowns of Prague; the three crowns of a boxer */
	if (slice_is(kind, "word-land") && land_code(g, i, lexicon_cell(
	    &lexicon_currencies, *row, 0)).length == 0)
		return 0;
	/* two grand, but two grand pianos */
	if (slice_is(kind, "minor-low") && (a->capital || (end < g->count &&
	    g->atoms[end].kind == ATOM_WORD && class_at(g, end,
	    CONTEXT_NONNOUN) == 0)))
		return 0;
	if (slice_is(kind, "minor-glued") && (a->space || a->capital))
		return 0;
	if (slice_is(kind, "sign") && !sign_fits(g, i, end))
		return 0;
	return end;
}

bool
money_of_land(const struct grammar *g, size_t i, size_t row)
{
	return land_code(g, i, lexicon_cell(&lexicon_currencies, row,
	    0)).length > 0;
}

struct slice
currency_code(const struct grammar *g, size_t i, size_t row)
{
	struct slice name = lexicon_cell(&lexicon_currencies, row, 0);
	struct slice code = lexicon_cell(&lexicon_currencies, row, 1), land;

	land = land_code(g, i, name);
	if (land.length > 0)
		return land;
	if (slice_is(code, "$") || (slice_is(code, "USD") &&
	    (slice_is(name, "dollar") || slice_is(name, "dollars"))))
		return slice_of(g->context->dollar);
	return code;
}

bool
number_is_currency(struct slice code)
{
	char low[3];
	size_t row, i;

	if (code.length != sizeof low)
		return false;
	for (i = 0; i < sizeof low; i++)
		low[i] = is_upper(code.at[i]) ? (char)(code.at[i] + 'a' - 'A') :
		    code.at[i];
	row = lexicon_find(&lexicon_currencies, (struct slice){ low,
	    sizeof low });
	return row != LEXICON_NONE && slice_equal(lexicon_cell(
	    &lexicon_currencies, row, 1), code);
}

/* Whether the inches at i stand behind feet: 6'2", 5-foot-4, 6ft 2in. */
static bool
feet_before(const struct grammar *g, size_t i)
{
	size_t j = i - 1 - (hyphen_at(g, i - 1, true) && i > 2);

	return g->atoms[j - 1].kind == ATOM_NUMBER && g->atoms[j -
	    1].number < 9 && (word_is(g, j, "ft") || word_is(g, j, "feet") ||
	    word_is(g, j, "foot") || (sign_is(g, j, "'") && !g->atoms[i].space
	    && !g->atoms[j].space));
}

/* Whether the sentence, or the text before, speaks of weights and dollars; but
 * millions, and what other money explains in brackets, are money. */
static bool
pounds_weigh(const struct grammar *g, size_t i, size_t end,
    const struct numeral *n)
{
	size_t from = i > 12 ? i - 12 : 0, j, row;

	if (g->context->state[STATE_POUND] == 'P' || n->power >= 6 ||
	    (sign_is(g, end, "(") && currency_at(g, end + 1, "scl", &row) != 0))
		return false;
	/* a 20-pound note */
	if (class_at(g, end, CONTEXT_CASH) != 0)
		return false;
	if (hyphen_at(g, i, true) || word_is(g, end, "of"))
		return true;
	for (j = from; j < g->count && j < end + 12; j++)
		if (class_at(g, j, CONTEXT_WEIGHT) == j + 1 || (j > 1 &&
		    g->atoms[j].kind == ATOM_NUMBER && feet_before(g, j)))
			return true;
	return g->context->state[STATE_POUND] == '$';
}

size_t
time_unit_at(const struct grammar *g, size_t i, char *letter, int64_t *times)
{
	struct slice value;

	if (!calendar(g, i, CALENDAR_UNIT, &value) &&
	    !(calendar(g, i, CALENDAR_UNIT_SHORT, &value)
	    && i > 0 && g->atoms[i - 1].kind == ATOM_NUMBER &&
	    !g->atoms[i].space && !g->atoms[i].capital &&
	    !(g->atoms[i - 1].number > 59 || (g->atoms[i - 1].number >
	    9 && g->atoms[i - 1].number % 10 == 0 && word_is(g, i,
	    "s")))))
		return 0;
	*letter = value.at[0];
	*times = value.length > 1 ? slice_int((struct slice){
	    value.at + 1, value.length - 1 }) : 1;
	return i + 1;
}

/* The code of this row of units; of local units the British where asked. */
static struct slice
unit_code(const struct grammar *g, size_t row)
{
	struct slice code = lexicon_cell(&lexicon_units, row, 1);
	struct slice kind = lexicon_cell(&lexicon_units, row, 2);
	size_t local;

	if (!g->context->locale_gb || !(slice_is(kind, "local") ||
	    slice_is(kind, "symbol-local")))
		return code;
	local = lexicon_find(&lexicon_unit_local, code);
	return local == LEXICON_NONE ? code :
	    lexicon_cell(&lexicon_unit_local, local, 1);
}

/* The row of units of a symbol (=kWh) behind a prefix of so many letters, and
 * the row of that. */
static size_t
behind_prefix(struct slice symbol, size_t letters, size_t *prefix)
{
	char base[SYMBOL_MOST] = "=";

	*prefix = lexicon_find(&lexicon_unit_prefixes, (struct slice){
	    symbol.at, letters + 1 });
	if (*prefix == LEXICON_NONE)
		return LEXICON_NONE;
	memcpy(base + 1, symbol.at + letters + 1, symbol.length - letters - 1);
	return lexicon_find(&lexicon_units, (struct slice){ base,
	    symbol.length - letters });
}

#define PREFIX_MOST 5		/* letters: kilo, micro */

bool
unit_has_prefix(const struct atom *a)
{
	struct slice text = a->capital ? a->text : a->norm;
	char key[SYMBOL_MOST] = "=";
	size_t cut, prefix;

	for (cut = 3; cut <= PREFIX_MOST && cut < a->norm.length; cut++)
		if (lexicon_find(&lexicon_unit_prefixes, (struct slice){
		    a->norm.at, cut }) != LEXICON_NONE &&
		    lexicon_find(&lexicon_units, (struct slice){ a->norm.at +
		    cut, a->norm.length - cut }) != LEXICON_NONE)
			return true;
	if (text.length >= sizeof key)
		return false;
	memcpy(key + 1, text.at, text.length);
	for (cut = 1; cut <= 2 && cut < text.length; cut++)
		if (behind_prefix((struct slice){ key, text.length + 1 }, cut,
		    &prefix) != LEXICON_NONE)
			return true;
	return false;
}

/* A unit symbol at i, case kept: key "=km/h". */
static size_t
symbol_at(const struct grammar *g, size_t i, struct slice *ucum)
{
	char key[SYMBOL_MOST];
	size_t length = 1, j, end = 0, row;

	key[0] = '=';
	for (j = i; j < g->count && j < i + 4; j++) {
		const struct atom *a = g->atoms + j;
		/* k.g. */
		struct slice text = a->kind == ATOM_WORD && !a->capital ?
		    a->norm : a->text;

		if ((j > i && g->atoms[j].space) || length + text.length >
		    sizeof key)
			break;
		memcpy(key + length, text.at, text.length);
		length += text.length;
		/* a symbol ends where the letters do */
		if (g->atoms[j].kind == ATOM_WORD &&
		    g->atoms[j + 1].kind == ATOM_WORD && !g->atoms[j + 1].space)
			continue;
		row = lexicon_find(&lexicon_units, (struct slice){ key,
		    length });
		if (row != LEXICON_NONE) {
			*ucum = unit_code(g, row);
			end = j + 1;
		} else if (g->atoms[j].kind == ATOM_WORD && j == i) {
			size_t cut, prefix;

			for (cut = 1; cut <= 2 && cut + 1 < length; cut++) {
				row = behind_prefix((struct slice){ key,
				    length }, cut, &prefix);
				if (row == LEXICON_NONE || !slice_is(
				    lexicon_cell(&lexicon_units, row, 2),
				    "symbol-metric"))
					continue;
				*ucum = join(g->arena, lexicon_cell(
				    &lexicon_unit_prefixes, prefix, 1), "",
				    lexicon_cell(&lexicon_units, row, 1));
				end = j + 1;
			}
		}
	}
	return end;
}

/* A unit's name at i. */
static size_t
unit_word_at(const struct grammar *g, size_t i, struct slice *ucum)
{
	size_t row, end, cut;
	struct slice word;

	/* kilo watt hours, peta bytes */
	if (g->atoms[i].kind == ATOM_WORD && g->atoms[i].norm.length >= 4 &&
	    i + 1 < g->count && g->atoms[i + 1].kind == ATOM_WORD) {
		size_t prefix = lexicon_find(&lexicon_unit_prefixes,
		    g->atoms[i].norm);

		end = prefix == LEXICON_NONE ? 0 : phrase_find(g, i + 1,
		    &lexicon_units, &row);
		if (end != 0 && slice_is(lexicon_cell(&lexicon_units, row, 2),
		    "metric")) {
			*ucum = join(g->arena, lexicon_cell(
			    &lexicon_unit_prefixes, prefix, 1), "",
			    lexicon_cell(&lexicon_units, row, 1));
			return end;
		}
	}
	end = phrase_find(g, i, &lexicon_units, &row);
	if (end != 0) {
		*ucum = unit_code(g, row);
		return end;
	}
	if (g->atoms[i].kind != ATOM_WORD)
		return 0;
	word = g->atoms[i].norm;
	for (cut = 3; cut <= 5 && cut < word.length; cut++) {
		size_t prefix = lexicon_find(&lexicon_unit_prefixes,
		    (struct slice){ word.at, cut });
		struct slice code;
		char base[48];
		size_t rest = word.length - cut, used = rest, j = i + 1;

		if (prefix == LEXICON_NONE || rest > 16)
			continue;
		memcpy(base, word.at + cut, rest);
		/* kilowatt-hours, gigawatt hours */
		if (j < g->count) {
			size_t k = skip_hyphen(g, j);

			if (g->atoms[k].kind == ATOM_WORD &&
			    g->atoms[k].norm.length < 8 && k < g->count &&
			    (word_is(g, k, "hour") || word_is(g, k, "hours"))) {
				base[used++] = k > j ? '-' : ' ';
				memcpy(base + used, g->atoms[k].norm.at,
				    g->atoms[k].norm.length);
				used += g->atoms[k].norm.length;
				row = lexicon_find(&lexicon_units,
				    (struct slice){ base, used });
				if (row != LEXICON_NONE) {
					rest = used;
					end = k + 1;
				}
			}
		}
		row = lexicon_find(&lexicon_units, (struct slice){ base,
		    rest });
		if (row == LEXICON_NONE || !slice_is(lexicon_cell(
		    &lexicon_units, row, 2), "metric"))
			continue;
		code = lexicon_cell(&lexicon_unit_prefixes, prefix, 1);
		*ucum = join(g->arena, code, "", lexicon_cell(&lexicon_units,
		    row, 1));
		return end != 0 ? end : i + 1;
	}
	return 0;
}

/* Single letters and short words that are no units behind a blank. */
static bool
symbol_needs_glue(const struct grammar *g, size_t i, size_t end)
{
	struct slice s = g->atoms[i].text;

	if (end != i + 1 || s.length > 3)
		return false;
	if (slice_is(s, "in")) {
		/* 7 feet, 10 in; not one-in-five */
		size_t back = i >= 3 && sign_is(g, i - 2, ",") ? i - 3 :
		    i >= 2 ? i - 2 : i;

		return !(word_is(g, back, "ft") || word_is(g, back, "feet") ||
		    word_is(g, back, "foot")) &&
		    !(end < g->count && class_at(g, end, CONTEXT_EXTENT) != 0)
		    &&
		    !(end + 1 == g->count && sign_is(g, end, ".")) &&
		    end < g->count;
	}
	if (slice_is(s, "t") && g->atoms[i - 1].grouped)
		return false;
	if (s.length == 1)
		return strchr("mgWCFKVlL", s.at[0]) == NULL ||
		    (g->atoms[end].kind == ATOM_WORD && g->atoms[end].capital
		    && strchr("mglLVW", s.at[0]) == NULL) ||
		    (hyphen_at(g, end, true));
	/* 2 bar, but 12 bar stools */
	if (slice_is(s, "bar"))
		return (!g->atoms[i - 1].point && g->atoms[i - 1].number < 2) ||
		    (end < g->count && class_at(g, end, CONTEXT_NONNOUN) == 0
		    && (g->atoms[end].kind != ATOM_SIGN || hyphen_at(g, end,
		    false)));
	return slice_is(s, "in") || slice_is(s, "ins") || slice_is(s, "st") ||
	    slice_is(s, "ac") || slice_is(s, "pt") ||
	    slice_is(s, "PA") || slice_is(s, "mA") || slice_is(s, "gal");
}

/* kg, ml behind a number word or "a": letters that are no word */
static size_t
spelt_symbol_at(const struct grammar *g, size_t i, struct slice *ucum)
{
	const struct atom *a = g->atoms + i;
	size_t end;

	if (i >= g->count || a->kind != ATOM_WORD || a->capital ||
	    a->text.length < 2 || atom_has(a, CALENDAR_ANY) ||
	    class_at(g, i, CONTEXT_NONNOUN) != 0)
		return 0;
	end = symbol_at(g, i, ucum);
	return end == i + 1 && !symbol_needs_glue(g, i, end) ? end : 0;
}

/* A time's UCUM code, of its letter; NULL when it has none. */
static const char *
time_code(char letter)
{
	static const char *const codes[] = {
		"Ss", "Imin", "Hh", "Dd", "Wwk", "Mmo", "Ya"
	};
	size_t k;

	for (k = 0; k < sizeof codes / sizeof *codes; k++)
		if (codes[k][0] == letter)
			return codes[k] + 1;
	return NULL;
}

/* What a rate is counted by: day, s, kg, 100 km. */
static size_t
below_at(const struct grammar *g, size_t i, bool sign, bool per,
    struct slice *below)
{
	char letter;
	int64_t times;
	size_t end = time_unit_at(g, i, &letter, &times);
	struct slice unit;

	if (end != 0 && times == 1 && time_code(letter) != NULL) {
		*below = slice_of(time_code(letter));
		return end;
	}
	if (sign && (word_is(g, i, "s") || word_is(g, i, "sec") ||
	    word_is(g, i, "h") || word_is(g, i, "hr"))) {
		*below = slice_of(word_is(g, i, "h") || word_is(g, i, "hr") ?
		    "h" : "s");
		return i + 1;
	}
	/* per 100 km, /100km */
	if ((per || (sign && g->atoms[i].number == 100)) && i + 1 < g->count &&
	    g->atoms[i].number > 0) {
		if ((end = symbol_at(g, i + 1, &unit)) == 0 &&
		    (end = unit_word_at(g, i + 1, &unit)) == 0)
			return 0;
		*below = join(g->arena, join(g->arena, slice_of("("), "",
		    decimal_text(g->atoms[i].value, g->arena)), ".",
		    join(g->arena, unit, ")", slice_of("")));
		return end;
	}
	if (sign && (end = symbol_at(g, i, below)) != 0)
		return end;
	return sign || per ? unit_word_at(g, i, below) : 0;
}

/* By what nobody counts a speed. */
static bool
long_time(struct slice ucum)
{
	return slice_is(ucum, "d") || slice_is(ucum, "wk") ||
	    slice_is(ucum, "mo") || slice_is(ucum, "a");
}

/* per day, a day, / s behind a unit */
static size_t
rate_at(const struct grammar *g, size_t i, struct slice *ucum)
{
	bool sign = sign_is(g, i, "/"), per = word_is(g, i, "per");
	struct slice below, turn;
	size_t end;

	if (!sign && !per && !word_is(g, i, "a") && !word_is(g, i, "an") &&
	    !word_is(g, i, "each"))
		return 0;
	end = below_at(g, i + 1, sign, per, &below);
	/* 5 kg a year earlier: a date; 900m a year: millions, or metres */
	if (!sign && !per && end != 0 && (calendar(g, end, CALENDAR_TURN, &turn)
	    ||
	    (slice_is(g->atoms[i - 1].text, "m") && long_time(below))))
		return 0;
	if (end != 0)
		*ucum = join(g->arena, *ucum, "/", below);
	return end;
}

/* Whether 1st, 21st may be meant: 13st is a weight. */
static bool
ordinal_fits(const struct grammar *g, size_t i)
{
	int64_t n = g->atoms[i - 1].number;

	return word_is(g, i, "th") || (n % 10 == 1 && n % 100 != 11);
}

static size_t
percent_at(const struct grammar *g, size_t j, struct amount *a)
{
	size_t end;

	a->label = NUMBER_PERCENT;
	a->unit = slice_of("{pp}");
	if ((end = class_at(g, j, CONTEXT_BASIS)) != 0) {
		a->factor = decimal_of(slice_of("0.01"), g->arena);
		a->factored = true;
		return end;
	}
	if ((end = class_at(g, j, CONTEXT_POINTS)) != 0)
		return end;
	a->unit = slice_of("%");
	end = class_at(g, j, CONTEXT_PERCENT);
	/* 70 pc; two PC are none, nor is a 12 pc set */
	return word_is(g, j, "pc") && g->atoms[j].space &&
	    (g->atoms[j].capital || word_is(g, j + 1, "set") ||
	    (a->n.words && a->n.value.scale == 0)) &&
	    g->atoms[j].text.length == 2 ? 0 : end;
}

/* MEUR, KUSD, TSEK: a code with the letter of its magnitude. */
static size_t
scaled_code_at(const struct grammar *g, size_t j, struct amount *a)
{
	const struct atom *atom = g->atoms + j;
	size_t row;
	int64_t power;

	if (j >= g->count || atom->kind != ATOM_WORD || !atom->upper ||
	    atom->norm.length != 4 || a->n.power != 0)
		return 0;
	power = numeral_class((struct slice){ atom->norm.at, 1 },
	    WORD_CODE_PREFIX);
	row = lexicon_find(&lexicon_currencies, (struct slice){
	    atom->norm.at + 1, 3 });
	if (power < 0 || row == LEXICON_NONE || lexicon_cell(
	    &lexicon_currencies, row, 2).at[0] != 'c')
		return 0;
	a->label = NUMBER_MONEY;
	a->unit = lexicon_cell(&lexicon_currencies, row, 1);
	a->n.power = (int)power;
	a->n.value = decimal_shift(a->n.value, a->n.power, g->arena);
	return j + 1;
}

/* What the currency may not be that stands at j, behind the numeral at i. */
static bool
no_money(const struct grammar *g, size_t i, size_t j, size_t end,
    struct slice kind, const struct numeral *n)
{
	struct numeral next;
	size_t row, stop = g->atoms[end].kind == ATOM_NUMBER ?
	    numeral_at(g, end, 0, &next) : 0;
	/* the number behind has no currency but this one: 5 USD 20 */
	bool number = stop != 0 && currency_at(g, stop, "wcm", &row) == 0;

	switch (kind.at[0]) {
	case 's':	/* 10 $5 bills */
		return g->atoms[j].space && number;
	case 'c':
		return number && !n->power;
	case 'l':	/* 20Rs, 42 RM, 42 L.E.; 5 Rs 20 */
		return number || n->words || g->atoms[j].norm.length < 2;
	case 'm':	/* 50p; the rapper 50 Cent */
		return word_is(g, j, "cent") && g->atoms[j].capital &&
		    !g->atoms[j].upper && !g->titled;
	default:
		/* won, real, crowns: of small numbers hardly */
		return n->power < 3 && j >= i &&
		    ((slice_is(kind, "word-large") && decimal_compare(n->value,
		    decimal_of_int(1000, g->arena)) < 0) ||
		    (slice_is(kind, "word-land") && (n->words ||
		    decimal_compare(n->value, decimal_of_int(10,
		    g->arena)) < 0)));
	}
}

static size_t
money_at(const struct grammar *g, size_t i, size_t j, struct amount *a)
{
	struct slice kind, weight;
	size_t row, end = currency_at(g, j, "wcmpsl", &row);

	if (end == 0)
		return scaled_code_at(g, j, a);
	kind = lexicon_cell(&lexicon_currencies, row, 2);
	/* 400 pound-feet of torque */
	if (kind.at[0] == 'p' && unit_word_at(g, j, &weight) > end)
		return 0;
	if (kind.at[0] == 'p' && pounds_weigh(g, i, end, &a->n)) {
		a->label = NUMBER_QUANTITY;
		a->unit = slice_of("[lb_av]");
		return end;
	}
	if (no_money(g, i, j, end, kind, &a->n))
		return 0;
	a->label = NUMBER_MONEY;
	a->unit = currency_code(g, j, row);
	/* a shilling of Kenya is no part of a pound */
	if (kind.at[0] == 'm' && slice_equal(a->unit, lexicon_cell(
	    &lexicon_currencies, row, 1))) {
		a->factor = decimal_of(lexicon_cell(&lexicon_currencies, row,
		    3), g->arena);
		a->factored = true;
		if (slice_is(a->unit, "USD"))
			a->unit = slice_of(g->context->dollar);
	}
	return end;
}

/* 10Y bonds, for 2W: the letter glued, W only where a length is told */
static size_t
year_letter_at(const struct grammar *g, size_t i, size_t j, struct amount *a)
{
	const struct atom *letter = g->atoms + j;
	bool week = word_is(g, j, "w");

	if (a->n.words || j != i || letter->space || !letter->capital ||
	    a->n.value.scale > 0 || i < 1 || !(week ? i > 1 && class_before(g,
	    i - 1, CONTEXT_LENGTH_BEFORE) : word_is(g, j, "y")))
		return 0;
	a->letter = week ? 'W' : 'Y';
	a->times = 1;
	return j + 1;
}

static size_t
length_of_time_at(const struct grammar *g, size_t i, size_t j,
    struct amount *a)
{
	const struct numeral *n = &a->n;
	size_t end = time_unit_at(g, j, &a->letter, &a->times);

	if (end == 0)
		end = year_letter_at(g, i, j, a);
	/* the 90+3 minute */
	if (end == 0 || (i > 2 && added_at(g, i - 2)))
		return 0;
	/* the 2018 day */
	if (!n->words && j == i && decimal_int(n->value) >= 1900 &&
	    decimal_int(n->value) <= 2100 && !n->power &&
	    g->atoms[i - 1].whole == 4 && !g->atoms[i - 1].grouped &&
	    g->atoms[j].norm.at[g->atoms[j].norm.length - 1] != 's')
		return 0;
	if (a->letter == 'Q' && !(i >= 2 && word_is(g, j, "quarters") &&
	    class_before(g, i - 1, CONTEXT_DIRECTION)))
		return 0;
	a->label = NUMBER_DURATION;
	return end;
}

/* A unit's symbol behind digits, where it is no other word. */
static size_t
fitting_symbol_at(const struct grammar *g, size_t i, size_t j,
    struct slice *ucum)
{
	struct slice text = g->atoms[j].text;
	size_t end = symbol_at(g, j, ucum);

	/* 1908 Mt Vernon Avenue, in 2006 El Salvador */
	if (end == j + 1 && text.length == 2 && g->atoms[j].space &&
	    g->atoms[j].capital && !g->atoms[j].upper &&
	    g->atoms[end].capital && !g->atoms[end].upper)
		return 0;
	/* a 5.0 V8 */
	if (end == j + 1 && g->atoms[j].upper && g->atoms[end].kind ==
	    ATOM_NUMBER && !g->atoms[end].space)
		return 0;
	/* 4K is no temperature */
	if (end == j + 1 && slice_is(text, "K") && !g->atoms[j].space)
		return 0;
	if (end == 0 || (g->atoms[j].space && symbol_needs_glue(g, j, end)) ||
	    (slice_is(text, "in") && hyphen_at(g, end, true)))
		return 0;
	if (text.length == 1 && ((j > i && strchr("mgCFK", text.at[0]) ==
	    NULL) || (end == j + 1 && strchr("ANJB", text.at[0]) != NULL)))
		return 0;
	return end;
}

/* A unit in brackets: 20 (kg) */
static size_t
bracketed_at(const struct grammar *g, size_t i, size_t j, struct slice *ucum)
{
	const char *close = sign_is(g, j, "(") ? ")" : sign_is(g, j, "{") ?
	    "}" : sign_is(g, j, "[") ? "]" : NULL;
	size_t end;

	if (close == NULL)
		return 0;
	end = symbol_at(g, j + 1, ucum);
	if (end == 0)
		end = unit_word_at(g, j + 1, ucum);
	return end > i && sign_is(g, end, close) ? end + 1 : 0;
}

/* ^2, squared, and the full stop of "5 ft. 3" behind a unit */
static size_t
unit_tail_at(const struct grammar *g, size_t end, struct slice *ucum)
{
	if (sign_is(g, end, "^") && (g->atoms[end + 1].number == 2 ||
	    g->atoms[end + 1].number == 3)) {
		*ucum = join(g->arena, *ucum, "", g->atoms[end + 1].text);
		end += 2;
	} else if (word_is(g, end, "squared") || word_is(g, end, "cubed")) {
		*ucum = join(g->arena, *ucum, word_is(g, end, "cubed") ? "3" :
		    "2", slice_of(""));
		end++;
	}
	if (g->atoms[end - 1].dotted && sign_is(g, end, ".") &&
	    g->atoms[end - 1].text.length <= 3 && end + 1 < g->count &&
	    g->atoms[end + 1].kind == ATOM_NUMBER)
		end++;
	return end;
}

/* 6'2" behind the 6 */
static size_t
height_at(const struct grammar *g, size_t j, struct amount *a)
{
	static const char *const marks[] = {
		"'", "\xE2\x80\x99", "\xE2\x80\xB2"
	};
	static const char *const ends[] = {
		"\"", "\xE2\x80\x9D", "\xE2\x80\xB3"
	};
	const struct atom *inches = g->atoms + j + 1;
	size_t k;

	for (k = 0; k < 3 && !sign_is(g, j, marks[k]); k++)
		;
	/* 7' 10" too */
	if (k == 3 || g->atoms[j].space || inches->kind != ATOM_NUMBER ||
	    inches->number < 0 || inches->number > 11 ||
	    decimal_int(a->n.value) < 1 || decimal_int(a->n.value) > 9)
		return 0;
	for (k = 0; k < 3 && !sign_is(g, j + 2, ends[k]); k++)
		;
	if (k == 3 || g->atoms[j + 2].space)
		return 0;
	a->label = NUMBER_QUANTITY;
	a->unit = slice_of("[in_i]");
	a->n.value = decimal_add(decimal_multiply(a->n.value, decimal_of_int(12,
	    g->arena), g->arena), inches->value, g->arena);
	return j + 3;
}

/* 10" long, or all that is said; else the mark ends a quotation */
static size_t
inch_mark_at(const struct grammar *g, size_t i, size_t j, struct amount *a)
{
	bool feet = sign_is(g, j, "'");

	if (!(feet || sign_is(g, j,
	    "\"")) || !(class_at(g, j + 1, CONTEXT_EXTENT) !=
	    0 || alone(g, i - 1, j + 1)))
		return 0;
	a->label = NUMBER_QUANTITY;
	a->unit = slice_of(feet ? "[ft_i]" : "[in_i]");
	return j + 1;
}

static size_t
measure_at(const struct grammar *g, size_t i, size_t j, struct amount *a)
{
	const struct numeral *n = &a->n;
	struct slice ucum, name;
	size_t end = 0, rate, longer;

	if (n->kind != NUMERAL_PLAIN && n->kind != NUMERAL_VAGUE)
		return 0;
	if (!n->words && ((end = height_at(g, j, a)) != 0 ||
	    (end = inch_mark_at(g, i, j, a)) != 0))
		return end;
	if (!n->words)
		end = fitting_symbol_at(g, i, j, &ucum);
	else if (n->article || n->value.digits.length < 3)
		end = spelt_symbol_at(g, j, &ucum);
	longer = unit_word_at(g, j, &name);
	if (longer > end) {
		ucum = name;
		end = longer;
	}
	if (end == 0 && word_is(g, j, "more"))
		end = unit_word_at(g, j + 1, &ucum);
	if (end == 0 && !n->words)
		end = bracketed_at(g, i, j, &ucum);
	if (end == 0 && word_is(g, j, "per") && n->kind == NUMERAL_PLAIN &&
	    (end = unit_word_at(g, j + 1, &ucum)) != 0) {
		a->label = NUMBER_QUANTITY;
		a->unit = join(g->arena, slice_of("/"), "", ucum);
		return end;
	}
	if (end == 0)
		return 0;
	a->label = NUMBER_QUANTITY;
	a->unit = ucum;
	end = unit_tail_at(g, end, &a->unit);
	rate = rate_at(g, end, &a->unit);
	return rate != 0 ? rate : end;
}

/* forty-second, two hundred second; a two-hundred-second burn is time */
static bool
ordinal_second(const struct grammar *g, size_t i, const struct numeral *n)
{
	int64_t end;

	if (n->value.scale > 0 || n->value.digits.length < 2)
		return false;
	end = last_two(n->value);
	return end == 0 ? g->atoms[i].space && n->value.digits.length > 2 :
	    end % 10 == 0 && end >= 20;
}

size_t
unit_at(const struct grammar *g, size_t i, struct amount *a)
{
	size_t j = skip_hyphen(g, i), end;
	const struct numeral *n = &a->n;

	if (!may_count(&g->atoms[j]))
		return 0;
	/* 21st is no weight */
	if (j == i && !n->words && !g->atoms[i].space &&
	    class_at(g, i, CONTEXT_ORDINAL_END) == i + 1 &&
	    (word_is(g, i, "th") || word_is(g, i, "st") ?
	    ordinal_fits(g, i) : true))
		return 0;
	if (n->words && word_is(g, j, "second") && ordinal_second(g, i, n))
		return 0;
	if ((end = percent_at(g, j, a)) != 0)
		return end;
	a->unit = slice_of("");
	if ((end = money_at(g, i, j, a)) != 0 ||
	    (end = length_of_time_at(g, i, j, a)) != 0)
		return end;
	return measure_at(g, i, j, a);
}
