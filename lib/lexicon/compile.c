/*
 * compile: turns a table of knowledge into C.  A program of the build:
 *
 *	compile COLUMNS lib/lexicon/units.tsv > build/lexicon/units.c
 *	compile COLUMNS TABLE.tsv HEADER.h > TABLE.c
 *
 * COLUMNS says which columns the table has to have, and what may be in them
 * (lib/lexicon/columns).  Writes the constant lexicon_units of lexicon.h: a pool of all cells one
 * after another, the offset of each cell, the hash table of the keys, of
 * which rows with the same key share one slot, the filters before it, and which
 * lengths they have.
 * With a header the words of the second column become numbers, which have
 * their names there (day-kind: DAY_KIND), and each key a set of them.
 * Errors: `file:line: reason` on standard error, exit 1.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../lexicon.h"

#define LINE_MOST 65536

struct table {
	char *pool;
	uint32_t *cells;
	size_t pool_used, pool_size, cell_count, cell_size;
	uint32_t rows, columns;
	uint32_t *lines;		/* of the file, by row */
	size_t line_size;
};

/* What lib/lexicon/columns says of a table. */
#define COLUMNS_MOST 16

static struct column {
	char *name, *values;		/* values: NULL, or a,b,c */
	bool empty, one_row;
} rules[COLUMNS_MOST];
static uint32_t rule_count;

static const char *file;
static long line_number;

static void
fail(const char *reason)
{
	fprintf(stderr, "%s:%ld: %s\n", file, line_number, reason);
	exit(1);
}

static void
wrong(const char *column, const char *reason)
{
	fprintf(stderr, "%s:%ld: %s: %s\n", file, line_number, column,
	    reason);
	exit(1);
}

static void *
larger(void *base, size_t *size, size_t need, size_t each)
{
	if (need <= *size)
		return base;
	*size = need * 2;
	base = realloc(base, *size * each);
	if (base == NULL)
		fail("out of memory");
	return base;
}

static void
add_cell(struct table *t, const char *text, size_t length)
{
	t->pool = larger(t->pool, &t->pool_size, t->pool_used + length + 1, 1);
	memcpy(t->pool + t->pool_used, text, length);
	t->cells = larger(t->cells, &t->cell_size, t->cell_count + 2,
	    sizeof *t->cells);
	t->cells[t->cell_count++] = (uint32_t)t->pool_used;
	t->pool_used += length;
	t->cells[t->cell_count] = (uint32_t)t->pool_used;
}

/* Reads what rules there are for the table of this name. */
static void
read_rules(const char *path, const char *table)
{
	static char line[LINE_MOST];
	FILE *in = fopen(path, "r");
	bool found = false;
	char *word;

	if (in == NULL) {
		perror(path);
		exit(1);
	}
	while (!found && fgets(line, sizeof line, in) != NULL) {
		word = strtok(line, " \n");
		found = word != NULL && strcmp(word, table) == 0;
	}
	fclose(in);
	if (!found) {
		fprintf(stderr, "%s: no line for the table %s\n", path, table);
		exit(1);
	}
	while ((word = strtok(NULL, " \n")) != NULL &&
	    rule_count < COLUMNS_MOST) {
		struct column *c = &rules[rule_count++];

		c->name = word;
		word += strcspn(word, "!?=");
		c->one_row = *word == '!';
		c->empty = *word == '?';
		if (c->one_row || c->empty)
			*word++ = '\0';
		if (*word == '=') {
			*word++ = '\0';
			c->values = word;
		}
	}
}

static bool
among(const char *values, const char *cell, size_t length)
{
	for (;; values++) {
		size_t n = strcspn(values, ",");

		if (n == length && memcmp(values, cell, n) == 0)
			return true;
		values += n;
		if (*values == '\0')
			return false;
	}
}

/* Ends when a cell of this column may not be so. */
static void
check_cell(const char *cell, size_t length, uint32_t column)
{
	const struct column *c;
	size_t i;

	if (column >= rule_count)
		fail("more cells than columns");
	c = &rules[column];
	if (length == 0 && !c->empty)
		wrong(c->name, "empty");
	if (length > 0 && (cell[0] == ' ' || cell[length - 1] == ' '))
		wrong(c->name, "a blank at its edge");
	for (i = 0; i < length; i++)
		if ((unsigned char)cell[i] < ' ')
			wrong(c->name, "a control character (CRLF?)");
	if (length > 0 && c->values != NULL &&
	    !among(c->values, cell, length))
		wrong(c->name, "none of the values in lib/lexicon/columns");
}

static void
add_row(struct table *t, const char *line)
{
	uint32_t columns = 0;

	t->lines = larger(t->lines, &t->line_size, t->rows + (size_t)1,
	    sizeof *t->lines);
	t->lines[t->rows] = (uint32_t)line_number;
	for (;;) {
		size_t n = strcspn(line, "\t");

		check_cell(line, n, columns++);
		add_cell(t, line, n);
		if (line[n] == '\0')
			break;
		line += n + 1;
	}
	if (columns != rule_count)
		fail("fewer cells than columns");
	t->rows++;
}

/* The first line names the columns of the rules. */
static void
check_header(struct table *t, char *line)
{
	char *name = strtok(line, "\t");

	for (; name != NULL; name = strtok(NULL, "\t"))
		if (t->columns == rule_count ||
		    strcmp(name, rules[t->columns++].name) != 0)
			fail("not the columns of lib/lexicon/columns");
	if (t->columns != rule_count)
		fail("not the columns of lib/lexicon/columns");
}

static void
read_table(struct table *t, FILE *in)
{
	static char line[LINE_MOST];

	while (fgets(line, sizeof line, in) != NULL) {
		size_t n = strlen(line);

		line_number++;
		if (n == 0 || line[n - 1] != '\n')
			fail("line too long, or no newline at its end");
		line[n - 1] = '\0';
		if (line[0] == '#' && line[1] == ' ')
			continue;
		if (t->columns == 0) {
			check_header(t, line);
			continue;
		}
		if (line[0] == '\0')
			fail("empty line");
		add_row(t, line);
	}
	if (ferror(in))
		fail("read error");
	if (t->columns == 0)
		fail("no header");
}

static const struct table *sorting;

static struct slice
key_of(uint32_t row)
{
	const uint32_t *cell = sorting->cells + (size_t)row * sorting->columns;
	struct slice s = { sorting->pool + cell[0], cell[1] - cell[0] };

	return s;
}

static int
by_key(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	int order = slice_compare(key_of(x), key_of(y));

	return order != 0 ? order : (x > y) - (x < y);
}

static bool
same_row(const struct table *t, uint32_t a, uint32_t b)
{
	const uint32_t *x = t->cells + (size_t)a * t->columns;
	const uint32_t *y = t->cells + (size_t)b * t->columns;
	uint32_t k;

	for (k = 0; k < t->columns; k++)
		if (x[k + 1] - x[k] != y[k + 1] - y[k])
			return false;
	return memcmp(t->pool + x[0], t->pool + y[0],
	    x[t->columns] - x[0]) == 0;
}

/* Ends at a row that stands twice, or its key where it has but one row. */
static void
check_twins(const struct table *t, const uint32_t *order)
{
	uint32_t i, k;

	for (i = 1; i < t->rows; i++)
		for (k = i; k > 0 && slice_equal(key_of(order[k - 1]),
		    key_of(order[i])); k--) {
			line_number = (long)t->lines[order[i]];
			if (rules[0].one_row)
				wrong(rules[0].name, "is there already");
			if (same_row(t, order[k - 1], order[i]))
				fail("this row is there already");
		}
}

/* Rows in the order of their keys, so that equal keys stand together. */
static void
sort_rows(struct table *t)
{
	struct table sorted = { .columns = t->columns };
	uint32_t *order = calloc(t->rows + (size_t)1, sizeof *order);
	uint32_t i, k;

	if (order == NULL)
		fail("out of memory");
	for (i = 0; i < t->rows; i++)
		order[i] = i;
	sorting = t;
	qsort(order, t->rows, sizeof *order, by_key);
	check_twins(t, order);
	for (i = 0; i < t->rows; i++) {
		for (k = 0; k < t->columns; k++) {
			const uint32_t *cell = t->cells +
			    (size_t)order[i] * t->columns + k;

			add_cell(&sorted, t->pool + cell[0],
			    cell[1] - cell[0]);
		}
		sorted.rows++;
	}
	free(order);
	free(t->pool);
	free(t->cells);
	free(t->lines);
	*t = sorted;
}

static void
write_numbers(const char *name, const uint32_t *numbers, size_t count)
{
	size_t i;

	printf("static const uint32_t %s[] = {", name);
	for (i = 0; i < count; i++)
		printf("%s%lu,", i % 10 == 0 ? "\n" : "",
		    (unsigned long)numbers[i]);
	printf("\n};\n");
}

#define CLASSES_MOST 255
#define SETS_MOST 65535
#define SET_MOST ((CLASSES_MOST + 63) / 64)

struct classes {
	struct slice names[CLASSES_MOST];
	size_t count, width, set_count;
	uint64_t (*sets)[SET_MOST];
};

static struct slice
class_of(const struct table *t, uint32_t row)
{
	const uint32_t *cell = t->cells + (size_t)row * t->columns + 1;
	struct slice s = { t->pool + cell[0], cell[1] - cell[0] };

	return s;
}

static size_t
class_number(const struct classes *c, struct slice name)
{
	size_t i;

	for (i = 0; i < c->count && !slice_equal(c->names[i], name); i++)
		;
	return i;
}

static int
by_name(const void *a, const void *b)
{
	return slice_compare(*(const struct slice *)a,
	    *(const struct slice *)b);
}

static void
read_classes(const struct table *t, struct classes *c)
{
	uint32_t row;

	c->set_count = 1;
	c->sets = calloc(t->rows + (size_t)1, sizeof *c->sets);
	if (c->sets == NULL)
		fail("out of memory");
	for (row = 0; row < t->rows; row++) {
		struct slice name = class_of(t, row);

		if (class_number(c, name) < c->count)
			continue;
		if (c->count == CLASSES_MOST)
			fail("too many classes");
		c->names[c->count++] = name;
	}
	qsort(c->names, c->count, sizeof *c->names, by_name);
	c->width = (c->count + 63) / 64;
}

/* The number of the set of the key that begins at row; a new one if need be. */
static size_t
set_number(const struct table *t, struct classes *c, uint32_t row)
{
	uint64_t *set = c->sets[c->set_count];
	struct slice key = key_of(row);
	size_t i;

	memset(set, 0, sizeof *c->sets);
	for (; row < t->rows && slice_equal(key_of(row), key); row++) {
		i = class_number(c, class_of(t, row));
		set[i / 64] |= UINT64_C(1) << i % 64;
	}
	for (i = 0; memcmp(c->sets[i], set, sizeof *c->sets) != 0; i++)
		;
	if (i == c->set_count && ++c->set_count > SETS_MOST)
		fail("too many sets of classes");
	return i;
}

static void
write_header(const struct classes *c, const char *name)
{
	FILE *out = fopen(name, "w");
	size_t i, k;

	if (out == NULL)
		fail("cannot write the header");
	fprintf(out, "enum {");
	for (i = 0; i < c->count; i++) {
		fprintf(out, "\n\t");
		for (k = 0; k < c->names[i].length; k++) {
			char b = c->names[i].at[k];

			fputc(b >= 'a' && b <= 'z' ? b - 'a' + 'A' : b >= '0'
			    && b <= '9' ? b : '_', out);
		}
		fputc(',', out);
	}
	fprintf(out, "\n};\n");
	if (fclose(out) != 0)
		fail("cannot write the header");
}

static void
write_classes(const struct table *t, struct classes *c)
{
	size_t i, k, set = 0;
	uint32_t row;

	printf("static const uint8_t classes[] = {");
	for (row = 0; row < t->rows; row++)
		printf("%s%lu,", row % 20 == 0 ? "\n" : "", (unsigned long)
		    class_number(c, class_of(t, row)));
	printf("\n};\nstatic const uint16_t sets[] = {");
	for (row = 0; row < t->rows; row++) {
		if (row == 0 || !slice_equal(key_of(row - 1), key_of(row)))
			set = set_number(t, c, row);
		printf("%s%lu,", row % 20 == 0 ? "\n" : "",
		    (unsigned long)set);
	}
	printf("\n};\nstatic const uint64_t bits[] = {");
	for (i = 0; i < c->set_count; i++)
		for (k = 0; k < c->width; k++)
			printf("%s%lluu,", (i * c->width + k) % 4 == 0 ? "\n" :
			    "", (unsigned long long)c->sets[i][k]);
	printf("\n};\n");
}

/* Whether the row is the first with its key. */
static bool
begins_key(uint32_t row)
{
	return row == 0 || !slice_equal(key_of(row - 1), key_of(row));
}

static uint32_t
count_keys(const struct table *t)
{
	uint32_t row, count = 0;

	for (row = 0; row < t->rows; row++)
		count += begins_key(row);
	return count;
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* What the key begins with up to a blank, a sign or what may be one. */
static void
add_leads(uint8_t *leads, uint32_t mask, struct slice key)
{
	size_t n;

	for (n = 1; n < key.length; n++) {
		uint32_t hash = lexicon_hash((struct slice){ key.at, n });

		if (!is_letter(key.at[n - 1]) || !is_letter(key.at[n]))
			leads[hash & mask] |= lexicon_bit(hash);
	}
}

static void
write_filter(const char *name, const uint8_t *bits, uint32_t size)
{
	uint32_t i;

	printf("static const uint8_t %s[] = {", name);
	for (i = 0; i < size; i++)
		printf("%s%d,", i % 20 == 0 ? "\n" : "", bits[i]);
	printf("\n};\n");
}

static void
write_table(const struct table *t, const char *name, const char *header)
{
	static struct classes c;
	uint32_t lengths[256] = { 0 };
	uint32_t size = 8, hash, i, row;
	struct lexicon_slot *slots;
	uint8_t *filter, *leads;
	size_t k;

	sorting = t;
	while (size < count_keys(t) * 2)
		size *= 2;
	slots = calloc(size, sizeof *slots);
	filter = calloc(size, 1);
	leads = calloc(size, 1);
	if (slots == NULL || filter == NULL || leads == NULL)
		fail("out of memory");
	for (row = 0; row < t->rows; row++) {
		if (!begins_key(row))
			continue;
		hash = lexicon_hash(key_of(row));
		i = hash & (size - 1);
		filter[i] |= lexicon_bit(hash);
		add_leads(leads, size - 1, key_of(row));
		while (slots[i].row != 0)
			i = (i + 1) & (size - 1);
		slots[i].row = row + 1;
		slots[i].head = lexicon_head(key_of(row));
		slots[i].length = (uint32_t)key_of(row).length;
		lengths[(unsigned char)key_of(row).at[0]] |=
		    lexicon_length(key_of(row).length);
	}
	printf("#include \"lexicon.h\"\n\nstatic const char pool[] = {");
	for (k = 0; k < t->pool_used; k++)
		printf("%s%d,", k % 20 == 0 ? "\n" : "", t->pool[k]);
	printf("0\n};\n");
	write_numbers("cells", t->cells, t->cell_count + 1);
	printf("static const struct lexicon_slot slots[] = {");
	for (i = 0; i < size; i++)
		printf("%s{%lluu,%lu,%lu},", i % 5 == 0 ? "\n" : "",
		    (unsigned long long)slots[i].head,
		    (unsigned long)slots[i].row,
		    (unsigned long)slots[i].length);
	printf("\n};\n");
	write_filter("filter", filter, size);
	write_filter("leads", leads, size);
	write_numbers("lengths", lengths, 256);
	if (header != NULL) {
		read_classes(t, &c);
		write_classes(t, &c);
		write_header(&c, header);
		free(c.sets);
	}
	printf("extern const struct lexicon lexicon_%s;\n"
	    "const struct lexicon lexicon_%s = { pool, cells, slots, "
	    "filter, leads, lengths, %s, %lu, %lu, %lu, %lu };\n", name, name,
	    header != NULL ? "classes, sets, bits" : "0, 0, 0",
	    (unsigned long)size - 1, (unsigned long)t->rows,
	    (unsigned long)t->columns, (unsigned long)c.width);
	free(slots);
	free(filter);
	free(leads);
}

/* The name of the table that a file holds, without folder and ending. */
static void
table_name(char *name, size_t size)
{
	const char *slash = strrchr(file, '/');
	size_t n;

	slash = slash == NULL ? file : slash + 1;
	n = strcspn(slash, ".");
	if (n >= size)
		fail("name too long");
	memcpy(name, slash, n);
	name[n] = '\0';
}

int
main(int argc, char *argv[])
{
	struct table t = { 0 };
	char name[64], *c;
	FILE *in;

	if (argc < 3 || argc > 4) {
		fprintf(stderr,
		    "usage: compile COLUMNS TABLE.tsv [HEADER.h]\n");
		return 2;
	}
	file = argv[2];
	table_name(name, sizeof name);
	read_rules(argv[1], name);
	for (c = name; *c != '\0'; c++)
		if (*c == '-')
			*c = '_';
	in = fopen(file, "r");
	if (in == NULL) {
		perror(file);
		return 1;
	}
	read_table(&t, in);
	fclose(in);
	if (t.rows == 0)
		add_cell(&t, "", 0);
	sort_rows(&t);
	if (t.cells == NULL)
		add_cell(&t, "", 0);
	write_table(&t, name, argc == 4 ? argv[3] : NULL);
	free(t.pool);
	free(t.cells);
	return fflush(stdout) == 0 ? 0 : 1;
}
