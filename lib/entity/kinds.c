/*
 * kinds: what kind of person, place or thing a name is, and the country's code
 * (names.h).  By the table of countries, then what was read around the name,
 * its head, the gazetteers; names of one value share what one of them shows.
 */
#include "../ascii.h"
#include "../lexicon.h"
#include "evidence.h"

extern const struct lexicon lexicon_country_codes, lexicon_name_heads,
    lexicon_known_names;

/* "nigeria", "south africa" */
static size_t
find_small(struct slice text)
{
	char titled[32];
	size_t i;

	if (text.length < 4 || text.length > sizeof(titled) ||
	    text.at[0] < 'a' || text.at[0] > 'z')
		return LEXICON_NONE;
	for (i = 0; i < text.length; i++)
		titled[i] = (i == 0 || text.at[i - 1] == ' ') &&
		    is_lower(text.at[i]) ? (char)(text.at[i] - 'a' + 'A') :
		    text.at[i];
	text.at = titled;
	return lexicon_find(&lexicon_country_codes, text);
}

static bool
read_country(struct name *n, struct slice text)
{
	size_t row = lexicon_find(&lexicon_country_codes, text);
	struct slice kind;

	if (row == LEXICON_NONE)
		row = find_small(text);
	if (row == LEXICON_NONE)
		return false;
	kind = lexicon_cell(&lexicon_country_codes, row, 2);
	if (slice_is(kind, "nationality") != (n->label == ENTITY_MISC) ||
	    (n->label != ENTITY_LOC && n->label != ENTITY_MISC))
		return false;
	n->kind = kind;
	n->iso = lexicon_cell(&lexicon_country_codes, row, 1);
	return true;
}

static bool
read_head(const struct names *names, struct name *n)
{
	size_t head = evidence_head(names->words, n->first, n->last);

	/* "Super Typhoon Uwan" */
	if (n->label == ENTITY_MISC && n->last - n->first > 1 &&
	    has_role(&names->words[n->last - 2], "storm")) {
		n->kind = slice_of("event");
		return true;
	}
	if (head == LEXICON_NONE || !slice_is(lexicon_cell(
	    &lexicon_name_heads, head, 2), entity_label_name(n->label)))
		return false;
	n->kind = lexicon_cell(&lexicon_name_heads, head, 3);
	return n->kind.length > 0;
}

static bool
read_known(const struct names *names, struct name *n)
{
	size_t row = evidence_known(names->words, n->first, n->last);

	if (row == LEXICON_NONE || !slice_is(lexicon_cell(
	    &lexicon_known_names, row, 1), entity_label_name(n->label)))
		return false;
	n->kind = lexicon_cell(&lexicon_known_names, row, 2);
	return true;
}

/* Towns are called as hills and beaches are, but a canal is no region; clubs
 * as towns, in sport. */
static const char *
gazetteer_kind(uint32_t kinds, enum entity_label label, bool headed,
    bool sport)
{
	switch (label) {
	case ENTITY_LOC:
		return kinds & GAZETTEER_CITY ? "city" :
		    !headed && kinds & (GAZETTEER_COUNTRY | GAZETTEER_REGION) ?
		    "region" : "";
	case ENTITY_MISC:
		return kinds & GAZETTEER_DEMONYM ? "nationality" : "";
	case ENTITY_ORG:
		return kinds & GAZETTEER_COMPANY ? "company" :
		    kinds & GAZETTEER_CLUB && (sport ||
		    (kinds & GAZETTEER_CITY) == 0) ? "team" : "";
	case ENTITY_PER:
		break;
	}
	return "";
}

static void
set_kind(struct names *names, struct name *n)
{
	struct slice around = n->kind_label == (int)n->label ? n->kind :
	    slice_of("");
	uint32_t kinds;

	n->kind = n->iso = slice_of("");
	if (n->label == ENTITY_PER || read_country(n, names_text(names, n)) ||
	    read_country(n, n->value) || read_known(names, n) ||
	    read_head(names, n))
		return;
	kinds = gazetteer_find(names->gazetteer, names_hash(names, n->first,
	    n->last));
	/* NEW DELHI */
	if (kinds == 0)
		kinds = gazetteer_find(names->gazetteer,
		    names_titled_hash(names, n->first, n->last));
	n->kind = around.length > 0 ? around : slice_of(gazetteer_kind(kinds,
	    n->label, evidence_head(names->words, n->first, n->last) !=
	    LEXICON_NONE, names->sport));
}

/* Names of one value and label share a kind. */
static void
share_kinds(struct names *names)
{
	size_t i, *at;
	int pass;

	names_index_init(&names->index, names->arena);
	for (pass = 0; pass < 2; pass++)
		for (i = 0; i < names->count; i++) {
			struct name *n = &names->all[i];

			at = names_index_at(&names->index, gazetteer_fold(
			    (uint64_t)n->label, gazetteer_word(n->value)));
			if (pass == 0 && *at == 0 && n->kind.length > 0)
				*at = i + 1;
			if (pass == 1 && *at != 0 && n->kind.length == 0) {
				n->kind = names->all[*at - 1].kind;
				n->iso = names->all[*at - 1].iso;
			}
		}
}

void
names_kind(struct names *names)
{
	size_t i;

	for (i = 0; i < names->count; i++)
		if (!names->all[i].fixed || names->all[i].kind.length == 0)
			set_kind(names, &names->all[i]);
	share_kinds(names);
}
