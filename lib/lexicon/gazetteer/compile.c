/*
 * compile: writes the gazetteers named as arguments (name, type, licence,
 * source) as one hash table to standard output; see lib/entity/gazetteer.h.
 * A type is a kind of name, the class of a common word, or the number of a
 * word's cluster.
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

int
main(int argc, char *argv[])
{
	int i;

	for (i = 1; i < argc; i++) {
		char line[4096], *type, *codes;
		FILE *f = fopen(argv[i], "r");
		size_t k;

		if (f == NULL) {
			perror(argv[i]);
			return 1;
		}
		while (fgets(line, sizeof(line), f) != NULL) {
			if ((type = strchr(line, '\t')) == NULL)
				continue;
			*type++ = '\0';
			codes = type + strcspn(type, "\t\n");
			if (*codes != '\0')
				*codes++ = '\0';
			if (*type >= '0' && *type <= '7')
				add_cluster(line, (uint32_t)strtoul(type, NULL,
				    8), (uint32_t)strtoul(codes, NULL,
				    32) | CLUSTER_CODED);
			for (k = 0; k < sizeof(types) / sizeof(*types); k++)
				if (strcmp(type, types[k].type) == 0) {
					add(0, line, types[k].kinds);
					add_plain(line, types[k].kinds);
				}
			for (k = 0; k < sizeof(classes) / sizeof(*classes); k++)
				if (strcmp(type, classes[k]) == 0)
					add(GAZETTEER_CLASS, line,
					    (uint32_t)k + 1);
		}
		fclose(f);
	}
	return fwrite(slots, sizeof(slots), 1, stdout) == 1 &&
	    fflush(stdout) == 0 ? 0 : 1;
}
