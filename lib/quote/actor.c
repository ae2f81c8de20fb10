/*
 * actor: who or what a sentence, or a whole document, is about: whom pronouns
 * behind it stand for.
 */
#include "../ascii.h"
#include "actor.h"
#include "mention.h"
#include "word.h"

#define DEAD_MOST 30		/* bytes before whom an obituary is about */
#define DEAD_PARAGRAPHS 3

/* Whether a name is in marks. */
bool
actor_quoted(const struct finder *f, const struct quote_name *name)
{
	const struct parse *parse = &f->parses[name->passage];
	size_t i = atom_at(parse, name->start + 1);

	return i > 0 && parse->atoms[i - 1].region != NONE;
}

/* The first person of that gender named in a sentence, before a byte. */
size_t
actor_person(const struct finder *f, const struct passage *p, size_t passage,
    size_t sentence, size_t before, enum name_gender gender)
{
	struct quote_place place = { passage, 0, 0 };
	size_t i, begin, end, last, owner = NONE;

	begin = p->sentence_count > 0 ? p->sentences[sentence].start : 0;
	end = p->sentence_count > 0 ? p->sentences[sentence].end :
	    p->text.length;
	if (end > before)
		end = before;
	place.end = begin;
	last = f->name_first[passage + 1];
	i = mention_names_before(f, &place);
	if (last > i + BACK)
		last = i + BACK;
	for (; i < last && f->names[i].start < end; i++) {
		if (!name_is_person(&f->names[i]) || f->names[i].end > end ||
		    !word_agrees(gender, f->gender[i]) ||
		    actor_quoted(f, &f->names[i]))
			continue;
		if (!mention_owns(f, &f->names[i]))
			return i;
		/* Lin's lawyer, Ana Duarte, is not Lin. */
		if (owner == NONE)
			owner = i;
	}
	return owner;
}

/* The noun phrase at a byte, where its first word is of one of the classes. */
static bool
begins_with(const struct finder *f, size_t passage, size_t byte,
    unsigned classes, struct quote_place *place)
{
	struct parse *parse = &f->parses[passage];
	size_t low = atom_at(parse, byte);
	struct span np;

	mend_tag(f, parse, low);
	if (low >= parse->count || !(parse->atoms[low].classes & classes) ||
	    !chunk_after(parse, low, parse->count, &np))
		return false;
	subject_without_participle(parse, &np);
	place->passage = passage;
	place->start = parse->atoms[np.first].start;
	place->end = parse->atoms[np.last - 1].end;
	return true;
}

/* The nameless subject a sentence begins with: My father laughed. */
struct slice
actor_nameless(const struct finder *f, const struct passage *p,
    size_t passage, size_t sentence, size_t before, enum name_gender gender)
{
	struct slice none = { NULL, 0 }, text, head;
	struct quote_place place;

	if (p->sentence_count == 0 || p->sentences[sentence].end > before ||
	    !begins_with(f, passage, p->sentences[sentence].start,
	    WORD_DETERMINER | WORD_POSSESSIVE, &place))
		return none;
	text = mention_text(f, &place);
	head = word_head(text);
	if (!word_has(head, 'h') || word_plural(head) ||
	    !word_agrees(gender, word_gender(head)) ||
	    mention_name(f, &place, mention_names_before(f, &place)) != NONE)
		return none;
	return mention_small(f, &place, text);
}

/* Officials, the nurses: the nameless people whom a sentence begins with. */
struct slice
actor_people(const struct finder *f, const struct passage *p, size_t passage,
    size_t sentence, size_t before)
{
	struct slice none = { NULL, 0 }, text, head;
	struct quote_place place;

	if (!begins_with(f, passage, p->sentences[sentence].start,
	    WORD_WORD, &place) || place.end > before)
		return none;
	text = mention_text(f, &place);
	head = word_head(text);
	return word_has(head, 'h') && word_plural(head) && !word_pronoun(text) ?
	    mention_small(f, &place, text) : none;
}

/* The nameless document or group that a sentence begins with: The study, the
 * state's health ministry. */
struct slice
actor_paper(const struct finder *f, const struct passage *p, size_t passage,
    size_t sentence)
{
	struct quote_place place;
	struct slice none = { NULL, 0 }, text, head;

	if (!begins_with(f, passage, p->sentences[sentence].start,
	    WORD_DETERMINER | WORD_POSSESSIVE | WORD_CAPITAL, &place))
		return none;
	text = mention_text(f, &place);
	head = word_head(text);
	return (word_has(head, 'D') || word_has(head, 'O')) &&
	    !word_has(head, 'h') && !word_plural(head) && is_lower(head.at[0]) ?
	    mention_small(f, &place, text) : none;
}

/* The first organisation named in a sentence, outside marks and before a
 * name. */
size_t
actor_group(const struct finder *f, const struct passage *p, size_t passage,
    size_t sentence, size_t n)
{
	struct quote_place place = { passage, 0, p->sentences[sentence].start };
	size_t i = mention_names_before(f, &place);

	for (; i < n && f->names[i].start < p->sentences[sentence].end; i++)
		if (slice_is(f->names[i].label, "ORG") &&
		    !actor_quoted(f, &f->names[i]) &&
		    !mention_wire(f, &f->names[i]))
			return i;
	return NONE;
}

bool
actor_pronoun(const struct passage *p, size_t sentence,
    enum name_gender gender)
{
	const struct sentence *s = &p->sentences[sentence];
	struct slice word;

	if (p->sentence_count == 0 || s->first >= s->last ||
	    gender == NAME_EITHER)
		return false;
	word = token_text(p, s->first);
	return word_same(word, slice_of(gender == NAME_MALE ? "he" : "she"));
}

/* Its debt is due in May. */
bool
actor_its(const struct passage *p, size_t sentence)
{
	const struct sentence *s = &p->sentences[sentence];

	return s->first < s->last && word_is_one_of(token_text(p, s->first),
	    "it its");
}

/* Whether a paragraph says, behind its first name, that somebody has died aged
 * 88, or died at home; not that he died after a crash. */
static bool
tells_death(const struct passage *p, size_t behind)
{
	size_t k;

	for (k = 0; k + 1 < p->token_count; k++)
		if (p->tokens[k].start > behind &&
		    word_is_one_of(token_text(p, k), "died dies") &&
		    word_is_one_of(token_text(p, k + 1), "at aged on"))
			return true;
	return false;
}

/* Ana Lin, who led the party, has died aged 88; Ana Lin, potter, dies at 88:
 * the first person named, if a headline or the first paragraph says so. */
size_t
actor_dead(const struct finder *f)
{
	size_t i, n;

	for (i = 0; i < f->passage_count && i < DEAD_PARAGRAPHS; i++) {
		n = f->name_first[i];
		if (n < f->name_first[i + 1] && name_is_person(&f->names[n]) &&
		    f->names[n].start < DEAD_MOST &&
		    tells_death(&f->passages[i], f->names[n].start))
			return n;
	}
	return NONE;
}
