/*
 * corpus: files of token TAB BIO label as documents with the project's own
 * tokens; part of the trainer.
 */
#ifndef TRAIN_CORPUS_H
#define TRAIN_CORPUS_H

#include "../tagger.h"

/* Words, labels (0, or 1 + 2 * type + (I)) and ends of sentences. */
struct document {
	struct tagger_word *words;
	signed char *labels;
	unsigned char *hidden;	/* words the gazetteer shall not know */
	size_t *ends;
	size_t count, capacity, label_capacity, hidden_capacity;
	size_t sentence_count, end_capacity;
	float weight;
	int set;		/* number of the file, for the report */
	int fold;		/* those of one are learned without */
};

struct corpus {
	struct document *documents;
	size_t count, capacity;
};

/* Ends the program when p is NULL. */
void *need(void *p);

/* Takes a copy of the bytes; splits it at hyphens as the tokens are. */
void document_add(struct document *document, const char *text,
    size_t length, int label, bool hidden);
void document_end_sentence(struct document *document);
void document_free(struct document *document);
/* Looks the words up, so that their features can be made. */
void document_read(struct document *document, const uint32_t *gazetteer);

/* Adds the documents of a file (between lines of -DOCSTART-, else of twenty
 * sentences). */
void corpus_read(struct corpus *corpus, const char *file, float weight,
    int set);

#endif
