/*
 * role: names of a document by what they are.
 */
#include "../ascii.h"
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

/* Whether a word of a name says what it is: the force, of the Lund Police. */
static bool
has_kind_word(struct slice name, struct slice noun)
{
	size_t row = lexicon_find_folded(&lexicon_group_kinds, noun);
	struct slice key;

	if (row == LEXICON_NONE)
		return false;
	key = lexicon_cell(&lexicon_group_kinds, row, 0);
	for (; lexicon_key_is(&lexicon_group_kinds, row, key); row++)
		if (word_in(name, lexicon_cell(&lexicon_group_kinds, row, 1)))
			return true;
	return false;
}

bool
role_is_general(struct slice noun)
{
	return stands_for(noun, slice_of("company")) ||
	    stands_for(noun, slice_of("agency")) ||
	    stands_for(noun, slice_of("media")) ||
	    stands_for(noun, slice_of("team")) ||
	    stands_for(noun, slice_of("party")) ||
	    stands_for(noun, slice_of("government"));
}

bool
role_is_body(struct slice noun)
{
	return !word_has(noun, 'B') && (stands_for(noun, slice_of("company")) ||
	    stands_for(noun, slice_of("agency")) ||
	    stands_for(noun, slice_of("media")) ||
	    stands_for(noun, slice_of("team")));
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

/* How well a name fits a noun for names of a kind: 2 by its kind, 1 if it may
 * be a company. */
static unsigned
fits_kind(const struct finder *f, size_t index, struct slice noun)
{
	const struct quote_name *name = &f->names[index];

	if (mention_wire(f, name))
		return 0;
	if (slice_is(name->label, "ORG") && has_kind_word(f->full[index], noun))
		return 2;
	if (name->kind.length > 0)
		return stands_for(noun, name->kind) ? 2 : 0;
	return stands_for(noun, slice_of("company")) &&
	    slice_is(name->label, "ORG") &&
	    !role_named_otherwise(f->full[index], noun);
}

/* Halden cut jobs.  The company said: the first of that kind in the nearest
 * sentence of the paragraph that has one. */
static size_t
near_of_kind(const struct finder *f, size_t n, size_t passage,
    struct slice noun)
{
	const struct passage *p = &f->passages[passage];
	size_t found = NONE, sentence = 0, i;

	for (i = n; i > f->name_first[passage] && p->sentence_count > 0; i--) {
		size_t s = passage_sentence(p, f->names[i - 1].start);

		if (found != NONE && s != sentence)
			break;
		if (fits_kind(f, i - 1, noun) > 0) {
			found = i - 1;
			sentence = s;
		}
	}
	return found;
}

struct slice
role_of_kind(const struct finder *f, size_t n, size_t passage,
    struct slice noun)
{
	struct slice found = { NULL, 0 };
	size_t i = near_of_kind(f, n, passage, noun), most = 0;

	if (i != NONE)
		return f->full[i];
	for (i = n; i > 0 && n - i < 2 * BACK; i--) {
		unsigned fit = fits_kind(f, i - 1, noun);
		size_t weight = 2 * f->mentions[i - 1] + fit;

		if (fit > 0 && weight > most) {
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

/* Whether a name begins its sentence, or stands behind a comma. */
static bool
leads(const struct finder *f, const struct quote_name *name)
{
	const struct passage *p = &f->passages[name->passage];

	return p->sentence_count > 0 && (p->sentences[passage_sentence(p,
	    name->start)].start == name->start || (name->start > 2 &&
	    p->text.at[name->start - 2] == ','));
}

struct slice
role_of_lead(const struct finder *f, size_t n, struct slice head)
{
	struct slice none = { NULL, 0 };
	size_t i, passage, k;

	for (passage = 0; passage < f->passage_count &&
	    f->passages[passage].kind == PASSAGE_HEADING; passage++)
		;
	if (passage == f->passage_count ||
	    f->passages[passage].sentence_count == 0)
		return none;
	i = f->name_first[passage];
	k = f->passages[passage].sentences[0].end;
	for (; i < n && f->names[i].passage == passage &&
	    f->names[i].start < k; i++)
		if (name_is_person(&f->names[i]))
			return none;
	if (!word_in((struct slice){ f->passages[passage].text.at, k }, head))
		return none;
	for (; i < f->name_count && i < n + BACK &&
	    f->names[i].passage <= passage + 1; i++)
		if (name_is_person(&f->names[i]))
			return leads(f, &f->names[i]) && !mention_has_role(f,
			    &f->names[i]) ? f->full[i] : none;
	return none;
}

struct slice
role_former(const struct finder *f, size_t n)
{
	struct slice found = { NULL, 0 }, word = slice_of("former");
	size_t i;

	for (i = n; i > 0 && n - i < 4 * BACK; i--) {
		if (!name_is_person(&f->names[i - 1]) ||
		    mention_introduces(f, &f->names[i - 1], word, word) == 0)
			continue;
		if (found.length > 0 && !slice_equal(found, f->full[i - 1]))
			return (struct slice){ NULL, 0 };
		found = f->full[i - 1];
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

/* Whether an age stands beside a name: Lin, 34; Lin (34); Lin, aged 34;
 * 34-year-old Lin. */
static bool
has_age(const struct finder *f, const struct quote_name *name,
    struct slice age)
{
	struct slice text = f->passages[name->passage].text;
	size_t at = name->end, start = name->start;

	if (start >= age.length + sizeof "-year-old" &&
	    memcmp(text.at + start - sizeof "-year-old", "-year-old ",
	    sizeof "-year-old") == 0 &&
	    memcmp(text.at + start - sizeof "-year-old" - age.length, age.at,
	    age.length) == 0)
		return true;
	if (at + 3 > text.length || !(memcmp(text.at + at, ", ", 2) == 0 ||
	    memcmp(text.at + at, " (", 2) == 0))
		return false;
	at += 2;
	if (at + 5 < text.length && memcmp(text.at + at, "aged ", 5) == 0)
		at += 5;
	return at + age.length <= text.length &&
	    memcmp(text.at + at, age.at, age.length) == 0 &&
	    (at + age.length == text.length ||
	    strchr(",.;:) ", text.at[at + age.length]) != NULL);
}

struct slice
role_of_age(const struct finder *f, size_t n, struct slice mention)
{
	struct slice none = { NULL, 0 }, age = none;
	size_t i, at = 0;

	while (at < mention.length && age.length == 0) {
		struct slice word = word_next(mention, &at);

		for (i = 0; i < word.length && is_digit(word.at[i]); i++)
			;
		if (i > 0 && word.length == i + strlen("-year-old") &&
		    memcmp(word.at + i, "-year-old", word.length - i) == 0) {
			age.at = word.at;
			age.length = i;
		}
	}
	if (age.length == 0)
		return none;
	for (i = n; i > 0 && n - i < 4 * BACK; i--)
		if (name_is_person(&f->names[i - 1]) &&
		    has_age(f, &f->names[i - 1], age))
			return f->full[i - 1];
	return none;
}
