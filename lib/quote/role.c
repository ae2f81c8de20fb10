/*
 * role: names of a document by what they are.
 */
#include "../lexicon.h"
#include "mention.h"
#include "role.h"
#include "word.h"

#define RIVALS 8		/* names with the same role */

extern const struct lexicon lexicon_group_kinds;

/* Whether a noun stands for names of a kind. */
static bool
stands_for(struct slice noun, struct slice kind)
{
	size_t row = lexicon_find_folded(&lexicon_group_kinds, noun);
	struct slice key;

	if (row == LEXICON_NONE)
		return false;
	key = lexicon_cell(&lexicon_group_kinds, row, 0);
	for (; lexicon_key_is(&lexicon_group_kinds, row, key); row++)
		if (slice_equal(lexicon_cell(&lexicon_group_kinds, row, 1),
		    kind))
			return true;
	return false;
}

bool
role_is_general(struct slice noun)
{
	return lexicon_find_folded(&lexicon_group_kinds, noun) !=
	    LEXICON_NONE;
}

bool
role_named_otherwise(struct slice name, struct slice noun)
{
	size_t i = 0;

	while (i < name.length) {
		struct slice word = word_next(name, &i);

		if (word_has(word, 'O') && !word_same(word, noun))
			return true;
	}
	return false;
}

struct slice
role_of_kind(const struct finder *f, size_t n, struct slice noun)
{
	bool company = stands_for(noun, slice_of("company"));
	struct slice found = { NULL, 0 };
	size_t i, most = 0;

	for (i = n; i > 0 && n - i < 2 * BACK; i--) {
		const struct quote_name *name = &f->names[i - 1];
		size_t weight = 2 * f->mentions[i - 1];

		if (mention_wire(f, name))
			continue;
		if (name->kind.length > 0) {
			if (!stands_for(noun, name->kind))
				continue;
		} else if (!company || !slice_is(name->label, "ORG") ||
		    role_named_otherwise(f->full[i - 1], noun)) {
			continue;
		} else {
			weight--;
		}
		if (weight > most) {
			most = weight;
			found = f->full[i - 1];
		}
	}
	return found;
}

struct slice
role_with_word(const struct finder *f, size_t n, struct slice head)
{
	struct slice none = { NULL, 0 };
	size_t i;

	for (i = n; i > 0 && n - i < 4 * BACK; i--)
		if (!name_is_person(&f->names[i - 1]) &&
		    word_in(f->full[i - 1], head))
			return f->full[i - 1];
	return none;
}

/* Whether a word stands right before a name: Judge Lin, the Lund
 * Study. */
static bool
titled(const struct finder *f, const struct quote_name *name,
    struct slice word)
{
	struct slice before = f->passages[name->passage].text;

	if (name->start < word.length + 1)
		return false;
	before.at += name->start - word.length - 1;
	before.length = word.length;
	return before.at[word.length] == ' ' && word_same(before, word);
}

struct slice
role_document(const struct finder *f, size_t n)
{
	struct slice none = { NULL, 0 };
	size_t i;

	for (i = n; i > 0 && n - i < 4 * BACK; i--)
		if (!name_is_person(&f->names[i - 1]) &&
		    word_has(word_last(f->full[i - 1]), 'D') &&
		    titled(f, &f->names[i - 1], slice_of("the")))
			return f->full[i - 1];
	return none;
}

/* Names that fit a role equally well. */
struct rivals {
	struct slice full[RIVALS];
	size_t count, most;	/* words of the role */
};

static bool
is_rival(const struct rivals *rivals, struct slice full)
{
	size_t i;

	for (i = 0; i < rivals->count; i++)
		if (slice_equal(rivals->full[i], full))
			return true;
	return false;
}

static void
weigh(struct rivals *rivals, struct slice full, size_t words)
{
	if (words < rivals->most || words == 0)
		return;
	if (words > rivals->most) {
		rivals->most = words;
		rivals->count = 0;
	}
	if (rivals->count < RIVALS && !is_rival(rivals, full))
		rivals->full[rivals->count++] = full;
}

static bool
may_have_role(const struct quote_name *name, bool persons)
{
	return persons ? name_is_person(name) : slice_is(name->label, "ORG");
}

struct slice
role_introduced(const struct finder *f, size_t n, struct slice mention,
    struct slice head, bool persons, size_t least)
{
	struct rivals rivals = { .count = 0, .most = least + 1 };
	struct slice found = { NULL, 0 };
	size_t i, k;

	for (i = n; i > 0 && n - i < 4 * BACK; i--)
		if (may_have_role(&f->names[i - 1], persons))
			weigh(&rivals, f->full[i - 1], mention_introduces(f,
			    &f->names[i - 1], mention, head));
	for (i = n; rivals.count > 0 && i > 0; i--)
		if (is_rival(&rivals, f->full[i - 1])) {
			found = f->full[i - 1];
			break;
		}
	least = rivals.count > 0 ? rivals.most : least;
	for (i = n; persons && i < f->name_count && i - n < 4 * BACK; i++) {
		if (!name_is_person(&f->names[i]))
			continue;
		k = mention_introduces(f, &f->names[i], mention, head);
		if (k > least) {
			least = k;
			found = f->full[i];
		}
	}
	return found;
}

struct slice
role_named_later(const struct finder *f, size_t n, struct slice head)
{
	struct slice none = { NULL, 0 };
	size_t i;

	for (i = n; i < f->name_count && i - n < BACK; i++)
		if (name_is_person(&f->names[i]) &&
		    titled(f, &f->names[i], head))
			return f->full[i];
	return none;
}
