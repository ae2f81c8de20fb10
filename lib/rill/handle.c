/*
 * handle: see rill.h.  Options are those of the filters, by name.
 */
#include <stdlib.h>

#include "handle.h"

struct rill *
rill_open(void)
{
	struct rill *rill = calloc(1, sizeof *rill);
	struct rill_options *o;
	int t;

	if (rill == NULL)
		return NULL;
	o = &rill->options;
	arena_init(&rill->arenas[0]);
	arena_init(&rill->arenas[1]);
	arena_init(&rill->scratch);
	rill->arena = &rill->arenas[0];
	memcpy(o->number.context.dollar, "USD", 4);
	for (t = 0; t < RILL_TYPES; t++)
		o->wanted[t] = true;
	for (t = 0; t < NAMES_TYPES; t++)
		o->entity.types[t] = true;
	o->number.context.memory = calloc(1, sizeof *o->number.context.memory);
	o->entity.memory = calloc(1, sizeof *o->entity.memory);
	o->quote.options.memory = calloc(1, sizeof *o->quote.options.memory);
	if (o->number.context.memory == NULL || o->entity.memory == NULL ||
	    o->quote.options.memory == NULL ||
	    paragraph_init(&rill->reader, PARAGRAPH_AUTO) != 0 ||
	    rill_set(rill, "doc", "-") != RILL_OK) {
		rill_close(rill);
		return NULL;
	}
	return rill;
}

void
rill_close(struct rill *rill)
{
	if (rill == NULL)
		return;
	paragraph_free(&rill->reader);
	arena_free(&rill->arenas[0]);
	arena_free(&rill->arenas[1]);
	arena_free(&rill->scratch);
	free(rill->passages);
	free(rill->finds);
	free(rill->options.number.context.memory);
	free(rill->options.entity.memory);
	free(rill->options.quote.options.memory);
	free(rill->options.doc);
	free(rill->strings);
	free(rill->line);
	free(rill->value);
	free(rill);
}

/* Sets s as a field, what is ill-formed in it repaired. */
static enum rill_status
set_doc(struct rill *rill, const char *s)
{
	struct arena arena;
	size_t n = strlen(s), taken, bad = 0;
	struct slice field;
	char *repaired, *doc;

	arena_init(&arena);
	if (setjmp(arena.failure) != 0) {
		arena_free(&arena);
		return RILL_NO_MEMORY;
	}
	repaired = arena_alloc(&arena, n, 3);
	field.at = repaired;
	field.length = utf8_repair(s, n, 1, repaired, &taken, &bad);
	field = row_escape(field.length == 0 ? row_none.doc : field, &arena);
	doc = malloc(field.length + 1);
	if (doc != NULL) {
		memcpy(doc, field.at, field.length);
		doc[field.length] = '\0';
		free(rill->options.doc);
		rill->options.doc = doc;
	}
	arena_free(&arena);
	return doc == NULL ? RILL_NO_MEMORY : RILL_OK;
}

static bool
set_date(struct rill *rill, const char *s)
{
	char date[DATE_SIZE] = "";

	if (*s != '\0' && !date_normal(slice_of(s), date))
		return false;
	memcpy(rill->options.date, date, sizeof date);
	return true;
}

static bool
set_layout(struct rill *rill, const char *s)
{
	static const char *const names[] = { "auto", "wrapped", "lines" };
	static const enum paragraph_layout layouts[] = {
		PARAGRAPH_AUTO, PARAGRAPH_WRAPPED, PARAGRAPH_LINES
	};
	int i;

	for (i = 0; i < 3; i++)
		if (strcmp(s, names[i]) == 0) {
			rill->options.layout = layouts[i];
			return true;
		}
	return false;
}

/* A list of filters. */
static bool
set_layers(struct rill *rill, const char *s)
{
	static const char *const names[RILL_TYPES] = {
		"paragraphs", "sentences", "tokens", "numbers", "entities",
		"quotes"
	};
	bool wanted[RILL_TYPES] = { false };
	int t;

	for (;;) {
		struct slice name = { s, strcspn(s, ",") };

		for (t = 0; t < RILL_TYPES; t++)
			if (slice_is(name, names[t]))
				break;
		if (t == RILL_TYPES)
			return false;
		wanted[t] = true;
		if (s[name.length] == '\0')
			break;
		s += name.length + 1;
	}
	memcpy(rill->options.wanted, wanted, sizeof wanted);
	return true;
}

static bool
set_locale(struct rill *rill, const char *s)
{
	bool gb = strcmp(s, "en-GB") == 0;

	rill->options.number.context.locale_gb = gb;
	return gb || strcmp(s, "en-US") == 0;
}

static bool
set_dollar(struct rill *rill, const char *s)
{
	if (!number_is_currency(slice_of(s)))
		return false;
	memcpy(rill->options.number.context.dollar, s, 4);
	return true;
}

static bool *
flag_of(struct rill_options *options, const char *name)
{
	if (strcmp(name, "day-first") == 0)
		return &options->number.context.day_first;
	if (strcmp(name, "terminators-only") == 0)
		return &options->segment.terminators_only;
	if (strcmp(name, "all") == 0)
		return &options->quote.options.beliefs;
	return strcmp(name, "unattributed") == 0 ?
	    &options->quote.options.terms : NULL;
}

int
rill_set(struct rill *rill, const char *name, const char *value)
{
	static const struct {
		const char *name;
		bool (*set)(struct rill *rill, const char *value);
	} table[] = {
		{ "date", set_date }, { "layout", set_layout },
		{ "layers", set_layers }, { "locale", set_locale },
		{ "dollar", set_dollar }
	};
	bool *flag;
	size_t i;

	if (rill->begun)
		return RILL_BUSY;
	/* None of Python, nil of Lua */
	if (name == NULL || value == NULL)
		return RILL_WRONG_OPTION;
	flag = flag_of(&rill->options, name);
	if (strcmp(name, "doc") == 0)
		return (int)set_doc(rill, value);
	if (flag != NULL) {
		if (strcmp(value, "0") != 0 && strcmp(value, "1") != 0)
			return RILL_WRONG_OPTION;
		*flag = value[0] == '1';
		return RILL_OK;
	}
	for (i = 0; i < sizeof table / sizeof table[0]; i++)
		if (strcmp(name, table[i].name) == 0)
			return table[i].set(rill, value) ? RILL_OK :
			    RILL_WRONG_OPTION;
	return RILL_WRONG_OPTION;
}

/* A date has nothing that needs an escape. */
static void
make_attrs(struct rill *rill)
{
	static const char key[] = "date=";

	rill->attrs[0] = '\0';
	if (rill->options.date[0] != '\0') {
		memcpy(rill->attrs, key, sizeof key - 1);
		memcpy(rill->attrs + sizeof key - 1, rill->options.date,
		    sizeof rill->options.date);
	}
}

static void
begin(struct rill *rill)
{
	if (rill->begun)
		return;
	rill->reader.layout = rill->options.layout;
	paragraph_begin(&rill->reader);
	make_attrs(rill);
	rill->begun = rill->first = true;
	rill->ended = rill->over = false;
	rill->sentences = 0;
}

int
rill_feed(struct rill *rill, const char *bytes, size_t length)
{
	if (rill->status != RILL_OK)
		return (int)rill->status;
	if (rill->ended)
		return RILL_ENDED;
	if (rill->fed.length > 0)
		return RILL_BUSY;
	begin(rill);
	rill->fed.at = bytes;
	rill->fed.length = length;
	return RILL_OK;
}

int
rill_end(struct rill *rill)
{
	if (rill->status != RILL_OK)
		return (int)rill->status;
	begin(rill);
	rill->ended = true;
	return RILL_OK;
}

int
rill_status(const struct rill *rill)
{
	return (int)rill->status;
}

uint64_t
rill_repaired(const struct rill *rill)
{
	return rill->reader.bad;
}

const char *
rill_message(int status)
{
	switch (status) {
	case RILL_OK:
		return "all is well";
	case RILL_NO_MEMORY:
		return "out of memory";
	case RILL_WRONG_OPTION:
		return "no such option, or not with this value";
	case RILL_BUSY:
		return "the document is not over, or rows are still to be read";
	case RILL_ENDED:
		return "the document has ended";
	default:
		return "unknown status";
	}
}

const char *
rill_version(void)
{
	return RILL_VERSION;
}
