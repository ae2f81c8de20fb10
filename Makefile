# Rill: filters that turn news prose into tables.
#
#	make			the filters, in build/bin
#	make test		all tests (bats)
#	make asan		all tests with address and undefined behaviour checks
#	make model DATA=DIR	trains the weights again (lib/lexicon/*.bin)
#	make bench		speed of every filter
#	make lint		shellcheck and cppcheck
#	make readme		the README's examples with today's output
#	make install		PREFIX and DESTDIR are honoured

FILTERS = paragraphs sentences tokens numbers entities quotes
VERSION = 0.1.0

BUILD = build
PREFIX = /usr/local
CC = cc
CFLAGS = -O2 -g
PKG_CONFIG = pkg-config
BATS = bats

WARNINGS = -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes $(WERROR)
ICU_CFLAGS := $(shell $(PKG_CONFIG) --cflags icu-uc icu-i18n)
ICU_LIBS := $(shell $(PKG_CONFIG) --libs icu-i18n icu-uc)
ALL_CFLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L -DRILL_VERSION='"$(VERSION)"' \
	-Ilib $(WARNINGS) $(ICU_CFLAGS) $(CPPFLAGS) $(CFLAGS)
LIBS = $(ICU_LIBS) -lcsv

SOURCES := $(wildcard lib/*.c) $(filter-out lib/lexicon/%, \
	$(wildcard lib/*/*.c))
TABLES := $(wildcard lib/lexicon/*.tsv)
BLOBS := $(wildcard lib/lexicon/*.bin)
OBJECTS := $(SOURCES:%.c=$(BUILD)/%.o) \
	$(TABLES:lib/lexicon/%.tsv=$(BUILD)/lexicon/%.o) \
	$(BLOBS:lib/lexicon/%.bin=$(BUILD)/blob/%.o) $(BUILD)/blob/gazetteer.o
LIBRARY = $(BUILD)/librill.a
PROGRAMS = $(FILTERS:%=$(BUILD)/bin/%)

all: $(PROGRAMS)

$(PROGRAMS): $(BUILD)/bin/%: $(BUILD)/filters/%.o $(LIBRARY)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $< $(LIBRARY) $(LIBS)

$(LIBRARY): $(OBJECTS)
	rm -f $@
	$(AR) rc $@ $(OBJECTS)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# Knowledge: tables become C by a program of the build, weights are embedded.
$(BUILD)/compile-lexicon: lib/lexicon/compile.c lib/lexicon.c lib/lexicon.h
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -o $@ lib/lexicon/compile.c lib/lexicon.c

$(BUILD)/lexicon/%.c: lib/lexicon/%.tsv $(BUILD)/compile-lexicon
	@mkdir -p $(@D)
	$(BUILD)/compile-lexicon $< > $@.new && mv $@.new $@

$(BUILD)/lexicon/%.o: $(BUILD)/lexicon/%.c
	$(CC) $(ALL_CFLAGS) -c -o $@ $<

$(BUILD)/blob/%.o: lib/lexicon/%.bin lib/lexicon/blob.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -DBLOB_NAME=blob_$(subst -,_,$*) \
		-DBLOB_FILE='"$<"' -c -o $@ lib/lexicon/blob.c

GAZETTEERS := $(wildcard lib/lexicon/gazetteer/*.tsv)

$(BUILD)/compile-gazetteer: lib/lexicon/gazetteer/compile.c \
		lib/entity/gazetteer.h
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -o $@ lib/lexicon/gazetteer/compile.c

$(BUILD)/lexicon/gazetteer.bin: $(GAZETTEERS) $(BUILD)/compile-gazetteer
	@mkdir -p $(@D)
	$(BUILD)/compile-gazetteer $(GAZETTEERS) > $@.new && mv $@.new $@

$(BUILD)/blob/gazetteer.o: $(BUILD)/lexicon/gazetteer.bin lib/lexicon/blob.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -DBLOB_NAME=blob_gazetteer \
		-DBLOB_FILE='"$<"' -c -o $@ lib/lexicon/blob.c

test: all
	BUILD='$(BUILD)' FILTERS='$(FILTERS)' $(BATS) test

# Leaks are looked for by valgrind, not here: ICU keeps its tables.
asan:
	ASAN_OPTIONS=detect_leaks=0 $(MAKE) BUILD=$(BUILD)/asan \
		CFLAGS='-O1 -g -fsanitize=address,undefined \
		-fno-sanitize-recover=all -fno-omit-frame-pointer' \
		RILL_SANITIZED=1 test

model:
	sh scripts/train-entities '$(DATA)'

readme: all
	BUILD='$(BUILD)' sh test/readme-update -w

install: all
	mkdir -p '$(DESTDIR)$(PREFIX)/bin'
	for f in $(FILTERS); do \
		install -m 755 $(BUILD)/bin/$$f '$(DESTDIR)$(PREFIX)/bin/' \
		|| exit 1; \
	done

uninstall:
	for f in $(FILTERS); do \
		rm -f '$(DESTDIR)$(PREFIX)/bin/'$$f; \
	done

clean:
	rm -rf $(BUILD)

.PHONY: all test asan model readme install uninstall clean
.SECONDARY:

-include $(SOURCES:%.c=$(BUILD)/%.d) $(FILTERS:%=$(BUILD)/filters/%.d)
