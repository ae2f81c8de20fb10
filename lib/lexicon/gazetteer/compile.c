/*
 * compile: writes the gazetteers named as arguments (name, type, licence,
 * source) as one hash table to standard output; see lib/entity/gazetteer.h.
 * A type is a kind of name, the class of a common word, or in octal the number
 * of a word's cluster, whose rows have name, type and codes.
 * Errors: `file:line: reason` on standard error, exit 1.
 */
#include <stdio.h>
#include <stdlib.h>

#include "../../entity/gazetteer.h"

static uint32_t slots[GAZETTEER_SIZE];
static const struct {
	const char *type;
	uint32_t kinds;
} types[] = {
	{ "COUNTRY", GAZETTEER_COUNTRY },
	{ "CAPITAL", GAZETTEER_CITY },
	{ "CITY", GAZETTEER_CITY },
	{ "REGION", GAZETTEER_REGION },
	{ "ADMIN1", GAZETTEER_REGION },
	{ "DEMONYM", GAZETTEER_DEMONYM },
	{ "FIRST", GAZETTEER_FIRST },
	{ "LAST", GAZETTEER_LAST },
	{ "ORG", GAZETTEER_ORG },
	{ "UNIVERSITY", GAZETTEER_ORG },
	{ "COMPANY", GAZETTEER_COMPANY },
	{ "CLUB", GAZETTEER_CLUB },
	{ "ORG_SUFFIX", GAZETTEER_AFFIX | GAZETTEER_ORG },
	{ "LOC_SUFFIX", GAZETTEER_AFFIX | GAZETTEER_REGION },
	{ "TITLE", GAZETTEER_AFFIX },
	{ "MISC", GAZETTEER_MISC },
};

/* Classes of common words, numbered from 1 as kinds are. */
static const char *const classes[] = {
	"act", "adj", "adv", "animal", "artifact", "attribute", "body",
	"cognition", "communication", "event", "feeling", "food", "group",
	"location", "motive", "object", "person", "phenomenon", "plant",
	"possession", "process", "quantity", "relation", "shape", "state",
	"substance", "time", "vbody", "vchange", "vcognition",
	"vcommunication", "vcompetition", "vconsumption", "vcontact",
	"vcreation", "vemotion", "vmotion", "vperception", "vpossession",
	"vsocial", "vstative", "vweather"
};

static void
add(uint64_t h, const char *name, uint32_t kinds)
{
	uint32_t at, print, bit;
	bool several = h == 0 && strpbrk(name, " -") != NULL;
	size_t i = 0, n;

	while (name[i] != '\0') {
		struct slice word;

		if (name[i] == ' ') {
			i++;
			continue;
		}
		n = name[i] == '-' ? 1 : strcspn(name + i, " -");
		word.at = name + i;
		word.length = n;
		h = gazetteer_fold(h, gazetteer_word(word));
		i += n;
		at = gazetteer_bit(h, &bit);
		if (several)
			slots[GAZETTEER_SLOTS + 2 * CLUSTER_SLOTS + at] |=
			    bit;
	}
	print = (uint32_t)(h >> 44) << 12;
	at = (uint32_t)h & (GAZETTEER_SLOTS - 1);
	while (slots[at] != 0 && (slots[at] & ~4095u) != print)
		at = (at + 1) & (GAZETTEER_SLOTS - 1);
	slots[at] |= print | kinds;
}

/* The name without marks on its letters, too. */
static void
add_plain(const char *name, uint32_t kinds)
{
	char plain[256];
	struct slice text = { name, strlen(name) };
	size_t n = gazetteer_plain(text, plain, sizeof(plain) - 1);

	plain[n] = '\0';
	if (n > 0)
		add(0, plain, kinds);
}

static void
add_cluster(const char *name, uint32_t cluster, uint32_t codes)
{
	struct slice word = { name, strlen(name) };
	uint64_t h = gazetteer_fold(0, gazetteer_word(word));
	uint32_t print = (uint32_t)(h >> 44 | 1) << 12;
	uint32_t at = (uint32_t)h & (CLUSTER_SLOTS - 1);

	while (slots[GAZETTEER_SLOTS + at] != 0)
		at = (at + 1) & (CLUSTER_SLOTS - 1);
	slots[GAZETTEER_SLOTS + at] = print | cluster;
	slots[GAZETTEER_SLOTS + CLUSTER_SLOTS + at] = codes;
}

/* Whether the type is a kind of name or a class; if so the name has it. */
static bool
add_type(const char *name, const char *type)
{
	size_t k;

	for (k = 0; k < sizeof(types) / sizeof(*types); k++)
		if (strcmp(type, types[k].type) == 0) {
			add(0, name, types[k].kinds);
			add_plain(name, types[k].kinds);
			return true;
		}
	for (k = 0; k < sizeof(classes) / sizeof(*classes); k++)
		if (strcmp(type, classes[k]) == 0) {
			add(GAZETTEER_CLASS, name, (uint32_t)k + 1);
			return true;
		}
	return false;
}

/* Whether the text is so many of these digits. */
static bool
is_number(const char *text, const char *digits, size_t length)
{
	return strlen(text) == length && strspn(text, digits) == length;
}

#define CELLS_MOST 4

/* Cuts the line at its tabs; the number of cells, CELLS_MOST + 1 if more. */
static size_t
cut_cells(char *line, char *cells[CELLS_MOST])
{
	size_t n = 0;

	for (;;) {
		if (n == CELLS_MOST)
			return n + 1;
		cells[n++] = line;
		line += strcspn(line, "\t");
		if (*line == '\0')
			return n;
		*line++ = '\0';
	}
}

/* Takes in a line that is one of columns cells; what is wrong, or NULL. */
static const char *
add_line(char *line, size_t columns)
{
	char *cells[CELLS_MOST] = { NULL };
	size_t n = cut_cells(line, cells), i;

	if (n != columns)
		return "not as many cells as the first line";
	for (i = 0; i < n; i++)
		if (cells[i][0] == '\0')
			return "empty cell";
	for (i = 0; i < n; i++)
		if (cells[i][strcspn(cells[i], "\r")] != '\0')
			return "carriage return";
	if (columns == CELLS_MOST)
		return add_type(cells[0], cells[1]) ? NULL : "unknown type";
	if (!is_number(cells[1], "01234567", 4))
		return "the cluster is not of four octal digits";
	if (!is_number(cells[2], "0123456789abcdefghijklmnopqrstuv", 5))
		return "the codes are not of five digits to the base 32";
	add_cluster(cells[0], (uint32_t)strtoul(cells[1], NULL, 8),
	    (uint32_t)strtoul(cells[2], NULL, 32) | CLUSTER_CODED);
	return NULL;
}

/* Reads a table; false when something in it is wrong. */
static bool
read_file(const char *name, FILE *f)
{
	static char line[4096];
	const char *wrong = NULL;
	size_t columns = 0;
	long number = 0;

	while (wrong == NULL && fgets(line, sizeof(line), f) != NULL) {
		size_t n = strlen(line);

		number++;
		if (n == 0 || line[n - 1] != '\n') {
			wrong = "line too long, or no newline at its end";
			break;
		}
		line[n - 1] = '\0';
		if (columns > 0)
			wrong = add_line(line, columns);
		else if (strcmp(line, "name\ttype\tlicence\tsource") == 0)
			columns = CELLS_MOST;
		else if (strcmp(line, "name\ttype\tcodes") == 0)
			columns = 3;
		else
			wrong = "the columns are not name, type, licence and "
			    "source, or codes";
	}
	if (wrong == NULL && (ferror(f) || columns == 0))
		wrong = columns == 0 ? "no first line" : "read error";
	if (wrong != NULL)
		fprintf(stderr, "%s:%ld: %s\n", name, number, wrong);
	return wrong == NULL;
}

int
main(int argc, char *argv[])
{
	int i;

	for (i = 1; i < argc; i++) {
		FILE *f = fopen(argv[i], "r");

		if (f == NULL) {
			perror(argv[i]);
			return 1;
		}
		if (!read_file(argv[i], f))
			return 1;
		fclose(f);
	}
	return fwrite(slots, sizeof(slots), 1, stdout) == 1 &&
	    fflush(stdout) == 0 ? 0 : 1;
}
