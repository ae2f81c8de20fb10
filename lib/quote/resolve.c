/*
 * resolve: gives each speaker a name of the document.
 *
 * A mention that holds a name has that name's fullest form.  "he" and "she"
 * are the subject of the nearest sentence before that has one of that gender,
 * else who spoke last; "it" is an organisation.  "the president" is who was
 * introduced with that noun, "the ministry" the name that has it, "the
 * company" the organisation most spoken of.  What has no name keeps its noun
 * phrase.
 *
 * Bugs: the subject of a sentence is its first noun phrase or person.
 */
#include "../ascii.h"
#include "actor.h"
#include "mention.h"
#include "role.h"
#include "word.h"

#define LEAD 4			/* paragraphs */
#define MEMORY_MOST 1		/* paragraphs */
#define TITLE_MOST 8		/* bytes: Dr, Sir */
#define INTRODUCED_MOST 8
#define TURN_MOST 2		/* paragraphs from question to answer */

/* Who spoke last, and is to be spoken of. */
struct memory {
	struct slice person, group, people;
	enum name_gender gender;	/* of the person */
	size_t passage, start;		/* where the person spoke */
	size_t group_passage, group_start, people_passage, people_start;
	/* By gender: the person of it who spoke last. */
	struct slice spoke[3];
	size_t spoke_passage[3];
	/* Her publisher, Seuil, said: the last such. */
	struct {
		struct slice noun, value;
	} introduced[INTRODUCED_MOST];
	size_t introductions;
	size_t dead;		/* name of whom an obituary is about, or NONE */
};

/* The person of that gender, perhaps of one that is known, who is named most
 * in what is before. */
static struct slice
most_named(const struct finder *f, size_t n, enum name_gender gender,
    bool known)
{
	struct slice found = { NULL, 0 };
	size_t i, most = 0;

	for (i = n; i > 0 && n - i < BACK; i--)
		if (name_is_person(&f->names[i - 1]) &&
		    (known ? gender == f->gender[i - 1] :
		    word_agrees(gender, f->gender[i - 1])) &&
		    f->mentions[i - 1] > most &&
		    !actor_quoted(f, &f->names[i - 1])) {
			most = f->mentions[i - 1];
			found = f->full[i - 1];
		}
	return found;
}

/* The Scot, who knows Lin, said no: whether who spoke last did so in a
 * sentence of this paragraph. */
static bool
spoke_in(const struct passage *p, size_t sentence,
    const struct quote_place *place, const struct memory *memory,
    enum name_gender gender)
{
	/* The Scot is no doctor without a name. */
	return memory->person.length > 0 && memory->passage == place->passage &&
	    (gender != NAME_EITHER || !is_lower(memory->person.at[0])) &&
	    word_agrees(gender, memory->gender) && p->sentence_count > 0 &&
	    p->sentences[sentence].start <= memory->start && memory->start <
	    p->sentences[sentence].end;
}

/* "No," said Lin.  Duarte nodded. / "Yes," he said: who the last sentence of
 * the paragraph before begins with, behind what was said in it. */
static struct slice
acted_last(const struct finder *f, const struct quote_place *place,
    const struct memory *memory, enum name_gender gender)
{
	struct slice none = { NULL, 0 };
	const struct passage *p;
	const struct sentence *last;
	size_t n;

	if (place->passage == 0 || gender == NAME_EITHER ||
	    memory->passage + 1 != place->passage)
		return none;
	p = &f->passages[place->passage - 1];
	if (p->sentence_count == 0)
		return none;
	last = &p->sentences[p->sentence_count - 1];
	if (memory->start >= last->start)
		return none;
	n = actor_person(f, p, place->passage - 1, p->sentence_count - 1,
	    p->text.length, gender);
	return n != NONE && f->names[n].start <= last->start + TITLE_MOST &&
	    !mention_owns(f, &f->names[n]) ? f->full[n] : none;
}

/* He, she: the subject of the nearest sentence of the paragraph, who spoke
 * last, or a person of the paragraphs before. */
static struct slice
resolve_person(const struct finder *f, const struct quote_place *place,
    const struct memory *memory, enum name_gender gender)
{
	const struct passage *p = &f->passages[place->passage];
	size_t sentence = passage_sentence(p, place->start), i, n;
	struct slice none = { NULL, 0 }, found = none;

	for (i = sentence + 1; i-- > 0 && sentence - i < 6;) {
		if (i < sentence && spoke_in(p, i, place, memory, gender))
			return memory->person;
		/* She spoke to Lin: whom she spoke to is not she. */
		if (i < sentence && actor_pronoun(p, i, gender))
			continue;
		n = actor_person(f, p, place->passage, i, place->start, gender);
		found = actor_nameless(f, p, place->passage, i, place->start,
		    gender);
		if (found.length > 0 && n == NONE)
			return found;
		if (n != NONE)
			return f->full[n];
		if (p->sentence_count == 0)
			break;
	}
	found = acted_last(f, place, memory, gender);
	if (sentence == 0 && found.length > 0)
		return found;
	/* Of an obituary: she, whoever of her family spoke before. */
	if (memory->dead != NONE && gender != NAME_EITHER &&
	    gender == f->gender[memory->dead] &&
	    memory->passage != place->passage)
		return f->full[memory->dead];
	found = none;
	if (memory->person.length > 0 && word_agrees(gender, memory->gender) &&
	    place->passage - memory->passage <= MEMORY_MOST) {
		/* My teacher is not she of the next paragraph. */
		if (gender != NAME_EITHER && memory->passage !=
		    place->passage && word_same(word_first(memory->person),
		    slice_of("my")))
			found = most_named(f, mention_names_before(f, place),
			    gender, true);
		return found.length > 0 ? found : memory->person;
	}
	/* "No," she said, behind the paragraph with what he asked. */
	if (sentence == 0 && gender != NAME_EITHER &&
	    memory->spoke[gender].length > 0 &&
	    place->passage - memory->spoke_passage[gender] <= TURN_MOST)
		return memory->spoke[gender];
	found = most_named(f, mention_names_before(f, place), gender, false);
	if (found.length > 0)
		return found;
	if (memory->person.length > 0 && word_agrees(gender, memory->gender))
		return memory->person;
	return none;
}

/* It, the company: who of the organisations spoke last, or is named most. */
static struct slice
resolve_group(const struct finder *f, size_t n, const struct memory *memory)
{
	struct slice found = memory->group;
	size_t i, most = 0;

	for (i = n; found.length == 0 && i > 0 && n - i < BACK; i--)
		if (slice_is(f->names[i - 1].label, "ORG") &&
		    f->mentions[i - 1] > most && !mention_wire(f,
		    &f->names[i - 1]))
			most = f->mentions[i - 1];
	for (i = n; found.length == 0 && i > 0 && n - i < BACK; i--)
		if (slice_is(f->names[i - 1].label, "ORG") &&
		    f->mentions[i - 1] == most)
			found = f->full[i - 1];
	return found;
}

/* They: people who are the subject of the nearest sentence of the paragraph
 * that has any, those who spoke last, or an organisation that did. */
static struct slice
resolve_people(const struct finder *f, const struct quote_place *place,
    const struct memory *memory)
{
	const struct passage *p = &f->passages[place->passage];
	struct slice found = { NULL, 0 };
	size_t i = p->sentence_count > 0 ? passage_sentence(p, place->start) +
	    1 : 0, k;

	for (k = 0; i-- > 0 && k < 3 && found.length == 0; k++) {
		if (memory->people_passage == place->passage &&
		    memory->people.length > 0 &&
		    p->sentences[i].start <= memory->people_start &&
		    memory->people_start < p->sentences[i].end)
			return memory->people;
		found = actor_people(f, p, place->passage, i, place->start);
	}
	if (found.length > 0)
		return found;
	if (memory->people.length > 0 &&
	    place->passage - memory->people_passage <= MEMORY_MOST)
		return memory->people;
	return memory->group.length > 0 &&
	    place->passage - memory->group_passage <= MEMORY_MOST ?
	    memory->group : found;
}

/* Its website: the organisation named in the sentence before. */
static struct slice
group_of_sentence(const struct finder *f, const struct quote_place *place,
    size_t n)
{
	const struct passage *p = &f->passages[place->passage];
	struct slice none = { NULL, 0 };
	size_t begin = p->sentence_count > 0 ? p->sentences[
	    passage_sentence(p, place->start)].start : 0;

	for (; n > f->name_first[place->passage] &&
	    f->names[n - 1].start >= begin; n--)
		if (slice_is(f->names[n - 1].label, "ORG"))
			return f->full[n - 1];
	return none;
}

/* I, in an answer that begins with a name and a colon. */
static struct slice
answering(const struct finder *f, const struct quote_place *place)
{
	struct slice none = { NULL, 0 };
	size_t first = f->name_first[place->passage];
	struct slice text = f->passages[place->passage].text;

	if (first < f->name_first[place->passage + 1] &&
	    f->names[first].start == 0 &&
	    f->names[first].end < text.length &&
	    text.at[f->names[first].end] == ':')
		return f->full[first];
	return none;
}

/* The president, Police: not a guard, Two officials, His office. */
static bool
definite(struct slice text)
{
	size_t at = 0;
	struct slice first = word_next(text, &at);

	return word_same(first, slice_of("the")) || (is_upper(text.at[0]) &&
	    !word_has(first, 'd') && !word_has(first, 'g'));
}

/* The mother of two, the mother-of-two. */
static bool
parent(struct slice text, struct slice head)
{
	size_t at = (size_t)(head.at - text.at) + head.length + 4;

	return word_gender(head) != NAME_EITHER && at < text.length &&
	    (memcmp(text.at + at - 4, " of ", 4) == 0 ||
	    memcmp(text.at + at - 4, "-of-", 4) == 0) && text.at[at] >= '0' &&
	    !is_upper(text.at[at]) &&
	    memchr(text.at + at, ' ', text.length - at) == NULL;
}

/* The former mayor. */
static bool
former(struct slice text)
{
	size_t at = 0;

	word_next(text, &at);
	return at < text.length && word_is_one_of(word_next(text, &at),
	    "former ex retired one-time");
}

/* The baker, the retired baker, the former Kiel striker: not the judge, the
 * club doctor, the lawyer of Lin. */
static bool
epithet(const struct finder *f, const struct quote_place *place,
    struct slice text, struct slice head)
{
	const struct parse *parse = &f->parses[place->passage];
	size_t start = (size_t)(head.at - text.at), i;

	if (parent(text, head))
		return true;
	if (word_plural(head) || (word_has(head, 'U') && !former(text)) ||
	    word_has(head, 'O') || text.length != start + head.length)
		return false;
	for (i = atom_at(parse, place->start) + 1; i < parse->count &&
	    parse->atoms[i].start < place->start + start; i++)
		if (parse->atoms[i].tag != TAG_ADJECTIVE &&
		    parse->atoms[i].tag != TAG_DONE &&
		    parse->atoms[i].tag != TAG_NUMBER &&
		    (parse->atoms[i].tag != TAG_NAME || word_has(head, 'N')))
			return false;
	return true;
}

/* Whether a noun was there before, in this paragraph or the last ones. */
static bool
spoken_of(const struct finder *f, const struct quote_place *place,
    struct slice noun)
{
	size_t i;

	for (i = place->passage + 1; i-- > 0 &&
	    place->passage - i < LEAD;) {
		struct slice text = f->passages[i].text;

		if (i == place->passage)
			text.length = place->start;
		if (word_in(text, noun))
			return true;
	}
	return false;
}

/* The midfielder: another word for who is spoken of in this paragraph, else
 * for who spoke in the last one. */
static struct slice
resolve_epithet(const struct finder *f, const struct quote_place *place,
    const struct memory *memory, enum name_gender gender)
{
	const struct passage *p = &f->passages[place->passage];
	struct slice none = { NULL, 0 };
	size_t i, n;

	if (p->sentence_count == 0)
		return none;
	for (i = passage_sentence(p, place->start); i-- > 0;) {
		if (spoke_in(p, i, place, memory, gender))
			return memory->person;
		if (actor_pronoun(p, i, gender))
			break;
		n = actor_person(f, p, place->passage, i, place->start, gender);
		if (n != NONE)
			return f->full[n];
		none = actor_nameless(f, p, place->passage, i, place->start,
		    gender);
		if (none.length > 0)
			return none;
	}
	/* Nobody spoke: who was named before this sentence. */
	if (memory->person.length == 0) {
		struct quote_place at = *place;

		at.end = p->sentences[passage_sentence(p, place->start)].start;
		return most_named(f, mention_names_before(f, &at), gender,
		    false);
	}
	return word_agrees(gender, memory->gender) &&
	    place->passage - memory->passage == MEMORY_MOST ?
	    memory->person : none;
}

/* Halden said it was late.  The bureau said: the organisation that spoke
 * in the sentence before, or the last one named there. */
static struct slice
group_before(const struct finder *f, const struct quote_place *place, size_t n,
    const struct memory *memory)
{
	const struct passage *p = &f->passages[place->passage];
	struct slice none = { NULL, 0 };
	size_t i;

	if (p->sentence_count == 0)
		return none;
	i = passage_sentence(p, place->start);
	if (i == 0)
		return none;
	i = p->sentences[i - 1].start;
	if (memory->group_passage == place->passage &&
	    memory->group.length > 0 && memory->group_start >= i)
		return memory->group;
	for (; n > f->name_first[place->passage] &&
	    f->names[n - 1].start >= i; n--)
		if (slice_is(f->names[n - 1].label, "ORG") &&
		    f->names[n - 1].start < p->sentences[passage_sentence(p,
		    place->start)].start)
			return f->full[n - 1];
	return none;
}

/* A museum in Lund lent it.  The museum said: whether a noun that has no name
 * was told of as one of its sort before. */
static bool
first_as_one(const struct finder *f, const struct quote_place *place,
    struct slice noun)
{
	size_t i;

	for (i = place->passage + 1; i-- > 0 && place->passage - i < LEAD;) {
		struct slice text = f->passages[i].text;
		size_t at = 0, stop = i == place->passage ? place->start :
		    text.length;
		struct slice left = { NULL, 0 };

		while (at < stop) {
			struct slice word = word_next(text, &at);

			if (word_same(word, noun) && (word_same(left,
			    slice_of("a")) || word_same(left, slice_of("an"))))
				return true;
			left = word;
		}
	}
	return false;
}

/* Who spoke in the sentence before. */
static struct slice
spoke_before(const struct finder *f, const struct quote_place *place,
    const struct memory *memory, enum name_gender gender)
{
	const struct passage *p = &f->passages[place->passage];
	struct slice none = { NULL, 0 };
	size_t i = p->sentence_count > 0 ? passage_sentence(p, place->start) :
	    0;

	return i > 0 && spoke_in(p, i - 1, place, memory, gender) ?
	    memory->person : none;
}

/* The publisher, of "her publisher, Seuil, said". */
static struct slice
memory_introduced(const struct memory *memory, struct slice noun)
{
	struct slice none = { NULL, 0 };
	size_t i;

	for (i = 0; i < memory->introductions && i < INTRODUCED_MOST; i++) {
		size_t k = (memory->introductions - 1 - i) % INTRODUCED_MOST;

		if (word_same(memory->introduced[k].noun, noun))
			return memory->introduced[k].value;
	}
	return none;
}

/* A phrase without a name: its role, its kind, or of whom it is. */
static struct slice
resolve_phrase(const struct finder *f, const struct quote_place *place,
    const struct memory *memory, struct slice text, size_t n)
{
	struct slice head = word_head(text), found = { NULL, 0 }, first;
	bool group = word_has(head, 'O'), human = word_has(head, 'h');
	bool owned = memchr(text.at, '\'', text.length) != NULL ||
	    memchr(text.at, 0xe2, text.length) != NULL;
	bool bare;		/* the ministry: no words between */
	size_t at = 0;

	first = word_next(text, &at);
	bare = head.at == text.at + at &&
	    text.length == at + head.length;
	if (word_same(first, slice_of("its")) && word_has(head, 'D')) {
		found = group_of_sentence(f, place, n);
		return found.length > 0 ? found : resolve_group(f, n, memory);
	}
	if ((word_same(first, slice_of("his")) ||
	    word_same(first, slice_of("her"))) && word_has(head, 'D'))
		return resolve_person(f, place, memory, word_same(first,
		    slice_of("his")) ? NAME_MALE : NAME_FEMALE);
	/* A judge in the lead is named further down. */
	if (human && place->passage < LEAD && (word_same(first,
	    slice_of("a")) || word_same(first, slice_of("an"))))
		return role_named_later(f, n, head);
	if (!definite(text))
		return found;
	if (human && !word_plural(head) && at < text.length &&
	    word_is_one_of(word_next(text, &at), "new incoming"))
		found = resolve_epithet(f, place, memory, word_gender(head));
	if (found.length == 0 && ((human && !word_plural(head)) || group))
		found = role_introduced(f, n, text, head, human, owned ? 1 : 0);
	if (found.length == 0 && (group || word_has(head, 'D')) && !human)
		found = role_with_word(f, n, head);
	/* India's ministry is no other body; the bank's board is the bank. */
	if (found.length > 0 || (owned && !word_same(first, slice_of("the"))))
		return found;
	if (!human || (group && bare))
		found = role_of_kind(f, n, place->passage, head);
	if (found.length == 0 && group && !human && word_same(first,
	    slice_of("the")) && role_is_body(head) && !spoken_of(f, place,
	    head))
		found = group_before(f, place, n, memory);
	if (found.length == 0 && group && !human && !word_has(head, 'D') &&
	    !word_has(head, 'B') && bare && !first_as_one(f, place, head)) {
		found = resolve_group(f, n, memory);
		if (found.length > 0 && !role_is_general(head) &&
		    role_named_otherwise(found, head))
			found.length = 0;
	}
	if (found.length == 0 && !human && word_has(head, 'D') &&
	    word_same(first, slice_of("the")) &&
	    bare)
		found = role_document(f, n);
	/* The 34-year-old from Lund, who was introduced as "Ana Lin, 34". */
	if (found.length == 0 && word_same(first, slice_of("the")))
		found = role_of_age(f, n, text);
	if (found.length == 0 && human && word_same(first, slice_of("the")) &&
	    epithet(f, place, text, head) && (parent(text, head) ||
	    !spoken_of(f, place, head)))
		found = resolve_epithet(f, place, memory, word_gender(head));
	if (found.length == 0 && human && !word_plural(head) && word_same(first,
	    slice_of("the")))
		found = role_of_lead(f, n, head);
	if (found.length == 0 && human && former(text)) {
		found = role_former(f, n);
		if (found.length == 0)
			found = spoke_before(f, place, memory, word_gender(
			    head));
	}
	if (found.length == 0 && bare)
		found = memory_introduced(memory, head);
	/* The Scot, the 41-year-old: who is spoken of. */
	if (found.length == 0 && !group && !human && head.length >= 4 &&
	    word_same(first, slice_of("the")) && text.length == (size_t)(head.at
	    - text.at) + head.length && (is_upper(head.at[0]) ||
	    word_same((struct slice){ head.at + head.length - 4, 4 },
	    slice_of("-old"))) && (head.at[head.length - 1] != 's' ||
	    head.at[head.length - 2] == 's'))
		found = resolve_person(f, place, memory, NAME_EITHER);
	return found;
}

/* The body or paper without a name that a sentence begins with, or the name
 * that it stands for: The company had hoped to grow.  It said. */
static struct slice
nameless(const struct finder *f, size_t passage, size_t sentence,
    const struct memory *memory)
{
	const struct passage *p = &f->passages[passage];
	struct slice text = actor_paper(f, p, passage, sentence), found;
	size_t start = p->sentences[sentence].start;
	struct quote_place place = { passage, start, start + text.length };

	if (text.length == 0)
		return text;
	found = resolve_phrase(f, &place, memory, mention_text(f, &place),
	    mention_names_before(f, &place));
	return found.length > 0 ? found : text;
}

/* It: the first organisation of the sentence before in this paragraph, or of
 * the one before that which "it" begins. */
static struct slice
resolve_it(const struct finder *f, const struct quote_place *place, size_t n,
    const struct memory *memory)
{
	const struct passage *p = &f->passages[place->passage];
	size_t sentence, i;
	struct slice found;

	if (p->sentence_count == 0)
		return resolve_group(f, n, memory);
	sentence = passage_sentence(p, place->start);
	/* A trust left what it called a trial. */
	found = actor_paper(f, p, place->passage, sentence);
	if (found.length > 0 && place->start > p->sentences[sentence].start +
	    found.length)
		return found;
	while (sentence > 0) {
		i = actor_group(f, p, place->passage, --sentence, n);
		if (i != NONE)
			return f->full[i];
		found = nameless(f, place->passage, sentence, memory);
		if (found.length > 0)
			return found;
		if (!actor_its(p, sentence))
			break;
	}
	return resolve_group(f, n, memory);
}

/* The lawyer for Lin is not Lin; the secretary of state Lin is. */
static bool
serves(const struct quote_place *place, const struct quote_name *name,
    struct slice text, struct slice head)
{
	size_t at = (size_t)(head.at - text.at) + head.length;
	bool behind = false;

	while (at < text.length && text.at[at] == ' ')
		at++;
	while (at < text.length && place->start + at < name->start) {
		struct slice word = word_next(text, &at);

		if (word.length > 1 && word.at[word.length - 1] == '.')
			word.length--;
		behind = word_has(word, 'r') || (behind &&
		    (word_has(word, 'h') || word_has(word, 'M') ||
		    word_has(word, 'F')));
	}
	return behind && place->start + at == name->start;
}

/* A study by economists at Drake is not Drake. */
static bool
by_people(const struct quote_place *place, const struct quote_name *name,
    struct slice text, struct slice head)
{
	size_t at = (size_t)(head.at - text.at) + head.length;

	while (at < text.length && place->start + at < name->start)
		if (word_has(word_next(text, &at), 'h'))
			return true;
	return false;
}

/* A study in The Lancet is not the Lancet. */
static bool
printed_in(const struct quote_place *place, const struct quote_name *name,
    struct slice text, struct slice head)
{
	size_t at = (size_t)(head.at - text.at) + head.length;

	if (!word_has(head, 'D'))
		return false;
	while (at < text.length && text.at[at] == ' ')
		at++;
	return at < text.length && place->start + at < name->start &&
	    word_is_one_of(word_next(text, &at), "in on at");
}

/* The Lin campaign, a Lin aide, the Lin-led party: the name is told about
 * another noun. */
static bool
before_noun(const struct finder *f, const struct quote_place *place,
    const struct quote_name *name, struct slice head)
{
	const struct parse *parse = &f->parses[place->passage];
	struct slice text = mention_text(f, place);
	size_t at = name->end - place->start, i;

	if (at >= text.length || text.at + at > head.at ||
	    (text.at[at] != ' ' && text.at[at] != '-') ||
	    head.at[0] < 'a' || head.at[0] > 'z')
		return false;
	/* Lin and others */
	at++;
	if (word_has(word_next(text, &at), 'c'))
		return false;
	i = atom_at(parse, place->start + (size_t)(head.at - text.at));
	return i < parse->count && (parse->atoms[i].tag == TAG_NOUN ||
	    (parse->atoms[i].classes & WORD_PERSON));
}

/* To Lam, 50 Cent: the mention is more than the name found in it, and begins
 * with a word that stands before no name. */
static bool
begins_name(const struct finder *f, const struct quote_place *place,
    const struct quote_name *name, struct slice text)
{
	size_t at = 0;
	struct slice first = word_next(text, &at);

	return name->end == place->end && name->start == place->start + at &&
	    f->full[name - f->names].length == name->end - name->start &&
	    ((is_digit(first.at[0]) && memchr(first.at, '-', first.length) ==
	    NULL && memchr(first.at, ':', first.length) == NULL) ||
	    (is_upper(first.at[0]) && (word_has(first, 'r') || word_has(first,
	    'u') || word_has(first, 'x') || word_has(first, 'a'))));
}

/* Defence advocate E. M. Lin SC: the capitals behind the noun for a person,
 * where no row has them for a name. */
static struct slice
titled_name(struct slice text)
{
	struct slice name = { NULL, 0 }, word;
	size_t at = 0, words = 0;

	while (at < text.length) {
		word = word_next(text, &at);
		if (word.length == 0)
			break;
		/* The Cook of Ana Cook is no cook. */
		if (word.at[0] < 'A' || word.at[0] > 'Z' ||
		    (word.at == text.at && word_has(word, 'h'))) {
			name.at = word_has(word, 'h') && !word_plural(word) &&
			    !word_has(word, 'O') ? text.at + at : NULL;
			words = 0;
			continue;
		}
		/* Lin SC */
		if (word_has(word, 'P') && words > 1)
			break;
		if (name.at != NULL)
			name.length = (size_t)(word.at + word.length - name.at);
		words++;
	}
	if (name.at == NULL || words < 2)
		name.length = 0;
	return name;
}

/* Sergeant Lin of the Lund police: the person of that name, or the word behind
 * the title, where what is behind the preposition alone has a row. */
static struct slice
before_of(const struct finder *f, const struct quote_name *name,
    const struct quote_place *place, struct slice text, struct slice head)
{
	struct slice none = { NULL, 0 }, before = text;
	size_t k = (size_t)(name - f->names), i;

	if (head.at == text.at || head.at[0] < 'A' || head.at[0] > 'Z' ||
	    name_is_person(name) || word_has(head, 'O') ||
	    word_has(head, 'D') || word_has(head, 'h') ||
	    name->start <= place->start + (size_t)(head.at - text.at))
		return none;
	for (i = k > BACK ? k - BACK : 0; i < f->name_count && i < k + BACK;
	    i++)
		if (name_is_person(&f->names[i]) &&
		    slice_equal(word_last(f->full[i]), head))
			return f->full[i];
	before.length = (size_t)(head.at - text.at) - 1;
	return word_has(word_last(before), 'h') ? head : none;
}

/* Hat" Lin, of Ana "the Hat" Lin: a name with one mark. */
static bool
half_marked(struct slice name)
{
	const char *mark = memchr(name.at, '"', name.length);

	return mark != NULL && memchr(mark + 1, '"', (size_t)(name.at +
	    name.length - mark - 1)) == NULL;
}

/* The petitioner, retired teacher Ana Lin, said: the name behind the comma. */
static struct slice
behind_comma(const struct finder *f, const struct quote *quote, size_t n)
{
	const struct quote_place *place = &quote->speaker, *cue = &quote->cue;
	struct slice none = { NULL, 0 };
	struct slice text = f->passages[place->passage].text;
	const struct quote_name *name;
	size_t i;

	if (n >= f->name_first[place->passage + 1])
		return none;
	name = &f->names[n];
	if (place->end + 2 > name->start || name->start - place->end > WINDOW
	    || memcmp(text.at + place->end, ", ", 2) != 0 ||
	    name->end >= text.length || text.at[name->end] != ',' ||
	    quote->rule == QUOTE_ACCORDING || cue->start == cue->end ||
	    (cue->start < name->end && cue->end + 1 != place->start) ||
	    slice_is(name->label, "LOC") || slice_is(name->label, "MISC"))
		return none;
	for (i = place->end + 2; i < name->start;) {
		struct slice word = word_next(text, &i);

		/* The paper, published in Nature, said. */
		if (word.length == 0 || text.at[i - 2] == ',' ||
		    memchr(word.at, '"', word.length) != NULL ||
		    word_has(word, 'r'))
			return none;
	}
	return f->full[n];
}

/* Whether a mention is of the name inside it: "a spokesman for Lin", "the
 * Lund mayor", "growers in Lund", "Lin's office" are not. */
static bool
stands_for_name(const struct finder *f, const struct quote_place *place,
    const struct quote_name *name, struct slice text, struct slice head)
{
	bool human = word_has(head, 'h');
	/* Lin's office; not Lin's "office". */
	bool owns = mention_owns(f, name) && name->end + 4 < place->end;

	if (name_is_person(name))
		return !before_noun(f, place, name, head) && (human ? !owns &&
		    !serves(place, name, text, head) :
		    !owns || word_has(head, 'D'));
	if (human || by_people(place, name, text, head) ||
	    printed_in(place, name, text, head))
		return false;
	return !slice_is(name->label, "LOC") || word_has(word_last(name->value),
	    'O') || !(word_has(head, 'O') || (!is_upper(head.at[0]) &&
	    name->start > place->start + (size_t)(head.at - text.at)));
}

/* But Friends of Harbour Library said: a name that has but its last words in a
 * row. */
static bool
longer_name(const struct finder *f, const struct quote_place *place,
    const struct quote_name *name, struct slice text, struct slice head)
{
	const struct passage *p = &f->passages[place->passage];
	size_t end = (size_t)(head.at - text.at) + head.length;

	return !name_is_person(name) && head.at == text.at &&
	    is_upper(head.at[0]) && name->end == place->end && name->start ==
	    place->start + end + 4 && memcmp(head.at + head.length, " of ", 4)
	    == 0 && p->sentence_count > 0 && p->sentences[passage_sentence(p,
	    place->start)].start < place->start;
}

/* Kaveh, of Kaveh Rad: one word that some row takes for no person, and that is
 * a word of a person's name. */
static struct slice
of_person(const struct finder *f, size_t inside, size_t n, struct slice text)
{
	struct slice none = { NULL, 0 };
	size_t i = n > BACK ? n - BACK : 0;

	if (memchr(text.at, ' ', text.length) != NULL || word_pronoun(text) ||
	    !is_upper(text.at[0]) || (inside != NONE && (name_is_person(
	    &f->names[inside]) || slice_is(f->names[inside].label, "ORG") ||
	    slice_is(f->names[inside].kind, "country"))))
		return none;
	for (; i < f->name_count && i < n + BACK; i++)
		if (name_is_person(&f->names[i]) && (slice_equal(word_first(
		    f->full[i]), text) || slice_equal(word_last(f->full[i]),
		    text)))
			return f->full[i];
	return none;
}

static struct slice
resolve(const struct finder *f, const struct quote *quote,
    const struct memory *memory)
{
	const struct quote_place *place = &quote->speaker;
	struct slice text = mention_text(f, place), head, found = { NULL, 0 };
	size_t n, inside;

	if (text.length == 0)
		return found;
	n = mention_names_before(f, place);
	inside = mention_name(f, place, n);
	head = word_head(text);
	if (inside != NONE && (begins_name(f, place, &f->names[inside], text) ||
	    longer_name(f, place, &f->names[inside], text, head) ||
	    half_marked(f->full[inside])))
		return text;
	/* Of an obituary: the surname, whoever else of the family has it. */
	if (inside != NONE && memory->dead != NONE && slice_equal(text,
	    word_last(f->full[memory->dead])))
		return f->full[memory->dead];
	if (inside != NONE && name_is_person(&f->names[inside]) &&
	    stands_for_name(f, place, &f->names[inside], text, head))
		return f->full[inside];
	found = of_person(f, inside, n, text);
	if (found.length > 0)
		return found;
	found = inside == NONE ? titled_name(text) : before_of(f,
	    &f->names[inside], place, text, head);
	if (found.length > 0)
		return found;
	if (!word_pronoun(text) && is_lower(head.at[0])) {
		found = behind_comma(f, quote, n);
		if (found.length > 0)
			return found;
	}
	if (inside != NONE && !name_is_person(&f->names[inside]) &&
	    stands_for_name(f, place, &f->names[inside], text, head))
		return f->full[inside];
	if (!word_pronoun(text)) {
		/* the Lin campaign */
		if (inside == NONE || word_has(head, 'h') ||
		    slice_is(f->names[inside].label, "LOC") ||
		    !before_noun(f, place, &f->names[inside], head))
			found = resolve_phrase(f, place, memory, text, n);
	} else if (word_is_one_of(text, "they them their"))
		found = resolve_people(f, place, memory);
	else if (word_is_one_of(text, "we our"))
		found = memory->group;
	else if (word_is_one_of(text, "it its"))
		found = resolve_it(f, place, n, memory);
	else if (word_is_one_of(text, "i my"))
		found = answering(f, place);
	else if (word_is_one_of(text, "you your"))
		;	/* who is asked has no name here */
	else
		found = resolve_person(f, place, memory,
		    word_pronoun_gender(text));
	return found.length > 0 ? found : mention_small(f, place, text);
}

/* Whether the value of a quotation is the name of a person about it. */
static bool
names_person(const struct finder *f, const struct quote *quote)
{
	size_t n = mention_names_before(f, &quote->speaker), i;

	for (i = n; i > 0 && n - i < BACK; i--)
		if (slice_equal(f->full[i - 1], quote->value) &&
		    name_is_person(&f->names[i - 1]))
			return true;
	for (i = n; i < f->name_count && i - n < BACK; i++)
		if (slice_equal(f->full[i], quote->value) &&
		    name_is_person(&f->names[i]))
			return true;
	return false;
}

/* The Scot. */
static bool
nationality(struct slice text, struct slice head)
{
	size_t at = 0;

	return word_same(word_next(text, &at), slice_of("the")) && head.at ==
	    text.at + at && head.length == text.length - at &&
	    is_upper(head.at[0]) && head.length > 3 && head.at[1] >= 'a' &&
	    (head.at[head.length - 1] != 's' ||
	    head.at[head.length - 2] == 's');
}

/* A 29-year-old. */
static bool
aged(struct slice head)
{
	return head.length > 9 && memcmp(head.at + head.length - 9,
	    "-year-old", 9) == 0;
}

/* Her brother, Kaveh: the noun and comma before a name, in a sentence. */
static struct slice
noun_before(const struct finder *f, const struct quote_place *place)
{
	struct slice text = f->passages[place->passage].text, word;
	size_t i = place->start;

	word.at = text.at;
	word.length = 0;
	if (i < 4 || !is_upper(text.at[i]) || memcmp(text.at + i - 2, ", ",
	    2) != 0)
		return word;
	for (i -= 2; i > 0 && is_lower(text.at[i - 1]); i--)
		word.length++;
	word.at = text.at + i;
	if (i == 0 || text.at[i - 1] != ' ' || (!word_has(word, 'h') &&
	    !word_has(word, 'O')))
		word.length = 0;
	return word;
}

static void
remember(const struct finder *f, const struct quote *quote,
    struct memory *memory)
{
	struct slice text = mention_text(f, &quote->speaker);
	struct slice head = word_head(text);
	size_t inside = mention_name(f, &quote->speaker,
	    mention_names_before(f, &quote->speaker));
	bool stands = word_pronoun(text);
	struct slice noun = noun_before(f, &quote->speaker);
	/* the mayor's office, Lin's union; not the union boss Lin */
	bool body = word_has(head, 'O') && is_lower(head.at[0]) &&
	    !word_plural(head) && !names_person(f, quote);

	/* I ask: no one to be spoken of. */
	if (word_is_one_of(text, "it its they their we our i my you"))
		return;
	if (noun.length > 0) {
		size_t k = memory->introductions++ % INTRODUCED_MOST;

		memory->introduced[k].noun = noun;
		memory->introduced[k].value = quote->value;
	}
	if (body) {
		memory->group = quote->value;
		memory->group_passage = quote->speaker.passage;
	} else if (stands || (inside != NONE &&
	    name_is_person(&f->names[inside])) ||
	    (word_has(head, 'h') && !word_plural(head)) || aged(head) ||
	    word_has(noun, 'h') ||
	    (inside == NONE && titled_name(text).length > 0) ||
	    names_person(f, quote) || nationality(text, head)) {
		memory->person = quote->value;
		memory->gender = inside != NONE &&
		    name_is_person(&f->names[inside]) ? f->gender[inside] :
		    stands ? word_pronoun_gender(text) : noun.length > 0 ?
		    word_gender(noun) : word_gender(head);
		memory->passage = quote->speaker.passage;
		memory->start = quote->speaker.start;
		memory->spoke[memory->gender] = quote->value;
		memory->spoke_passage[memory->gender] = memory->passage;
	} else if (inside != NONE && slice_equal(quote->value,
	    f->full[inside])) {
		memory->group = quote->value;
		memory->group_passage = quote->speaker.passage;
		memory->group_start = quote->speaker.start;
	} else if (word_has(head, 'h') && word_plural(head)) {
		memory->people = quote->value;
		memory->people_passage = quote->speaker.passage;
		memory->people_start = quote->speaker.start;
	}
}

void
resolve_speakers(struct finder *f)
{
	struct memory memory = {
		.gender = NAME_EITHER, .dead = actor_dead(f)
	};
	struct quote_place before = { 0, 0, 0 };
	struct slice value = { NULL, 0 };
	size_t i;

	for (i = 0; i < f->count; i++) {
		struct quote *quote = &f->quotes[i];

		/* Pieces of one report share their speaker. */
		if (i > 0 && quote->speaker.start < quote->speaker.end &&
		    quote->speaker.passage == before.passage &&
		    quote->speaker.start == before.start) {
			quote->value = value;
			continue;
		}
		quote->value = resolve(f, quote, &memory);
		before = quote->speaker;
		value = quote->value;
		if (quote->speaker.start < quote->speaker.end)
			remember(f, quote, &memory);
	}
}
