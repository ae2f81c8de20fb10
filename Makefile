# Rill: filters that turn news prose into tables.
#
#	make			the filters, in build/bin
#	make test		all tests (bats)
#	make asan		all tests with address and undefined behaviour checks
#	make model DATA=DIR	trains the model of names again (entity.bin)
#	make oracle		100,000 numbers that ICU spells, read back
#	make bench		speed of every filter (CORPUS=FILE)
#	make latency		how soon resident filters answer
#	make unicode-test	Unicode's break tests (Debian: unicode-data)
#	make fuzz		fuzzes every engine for FUZZ_SECONDS
#	make afl		AFL++ on every filter for FUZZ_SECONDS
#	make torture		hostile input: time and memory
#	make valgrind		the tests under memcheck: an hour and more
#	make browser		hostile pages in chromium
#	make pages		html and report there, and what axe-core says
#	make cross		the same bytes from other compilers and machines
#	make mutants		whether tests notice a changed token (SEED=N)
#	make coverage		lines and branches that the tests reach
#	make lint		shellcheck, cppcheck, clang-tidy, two compilers
#	make readme		examples of README and pages with today's output
#	make library		librill, static and shared
#	make library-bench	the library next to the pipe of all filters
#	make tsan		several handles of it at once, every access watched
#	make pgo		faster filters, in build/pgo/bin
#	make growth		time and memory for SIZES in MB
#	make crash		annotate killed 50 times, and resumed
#	make slurm		the launcher for Slurm on a cluster of its own
#	make install		PREFIX, DESTDIR, LIBDIR, PROGRAM_PREFIX; uninstall
#	make dist		the sources, packed: build/rill-VERSION.tar.gz
#	make formula		Homebrew's, build/rill.rb (URL, HOMEPAGE)
#	make deb		Debian packages, in build/deb (MAINTAINER)
#	make golden		the rows that test/golden.bats expects, of today
#	make clean		removes build/

FILTERS = paragraphs sentences tokens numbers entities quotes
VERSION = 0.1.0

BUILD = build
PREFIX = /usr/local
CC = cc
CFLAGS = -O3 -g
# One instruction in a hundred.  HARDENING= HARDENING_LD= leave it out.
HARDENING = -fstack-protector-strong -U_FORTIFY_SOURCE \
	-D_FORTIFY_SOURCE=3
HARDENING_SHARED = -Wl,-z,relro,-z,now
HARDENING_LD = -pie $(HARDENING_SHARED)
PKG_CONFIG = pkg-config
# Runs programs of the build that were compiled for another machine.
RUN =
BATS = bats
UNICODE = /usr/share/unicode/auxiliary

WARNINGS = -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes $(WERROR)
ICU_CFLAGS := $(shell $(PKG_CONFIG) --cflags icu-uc icu-i18n)
ICU_LIBS := $(shell $(PKG_CONFIG) --libs icu-i18n icu-uc)
# Objects serve the filters and librill, which shows none of their names.
SHARED_CFLAGS = -fPIC -fvisibility=hidden -ffunction-sections -fdata-sections
# gcc's string instructions take long to begin: structures of some hundred bytes
# are copied and cleared by libc, which makes numbers a fifth faster.
COPY_CFLAGS := $(foreach f,memcpy memset,-m$(f)-strategy=libcall:-1:noalign)
COPY_CFLAGS := $(shell $(CC) $(COPY_CFLAGS) -x c -fsyntax-only /dev/null \
	2>/dev/null && echo '$(COPY_CFLAGS)')
ALL_CFLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L -DRILL_VERSION='"$(VERSION)"' \
	-Ilib -I$(BUILD)/lexicon -fdebug-prefix-map=$(CURDIR)=. $(WARNINGS) \
	$(ICU_CFLAGS) $(HARDENING) $(COPY_CFLAGS) $(CPPFLAGS) $(CFLAGS) \
	$(SHARED_CFLAGS)
ALL_LDFLAGS = $(HARDENING_LD) $(LDFLAGS)
LIBS = $(ICU_LIBS) -lcsv -lm

SOURCES := $(wildcard lib/*.c) $(filter-out lib/lexicon/%, \
	$(wildcard lib/*/*.c))
TABLES := $(filter-out %/number-starts.tsv, $(wildcard lib/lexicon/*.tsv))
BLOBS := $(wildcard lib/lexicon/*.bin)
OBJECTS := $(SOURCES:%.c=$(BUILD)/%.o) \
	$(TABLES:lib/lexicon/%.tsv=$(BUILD)/lexicon/%.o) \
	$(BUILD)/lexicon/number-vocabulary.o \
	$(BLOBS:lib/lexicon/%.bin=$(BUILD)/blob/%.o) $(BUILD)/blob/gazetteer.o
LIBRARY = $(BUILD)/engines.a
PROGRAMS = $(FILTERS:%=$(BUILD)/bin/%)

all: $(PROGRAMS) completion

$(PROGRAMS): $(BUILD)/bin/%: $(BUILD)/filters/%.o $(LIBRARY)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(ALL_LDFLAGS) -o $@ $< $(LIBRARY) $(LIBS)

$(LIBRARY): $(OBJECTS)
	rm -f $@
	$(AR) rc $@ $(OBJECTS)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# Knowledge: tables become C by a program of the build, weights are embedded.
$(BUILD)/compile-lexicon: lib/lexicon/compile.c lib/lexicon.c lib/lexicon.h
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ lib/lexicon/compile.c \
		lib/lexicon.c

TABLE_RULES = lib/lexicon/columns

$(BUILD)/lexicon/%.c: lib/lexicon/%.tsv $(BUILD)/compile-lexicon $(TABLE_RULES)
	@mkdir -p $(@D)
	$(RUN) $(BUILD)/compile-lexicon $(TABLE_RULES) $< > $@.new && mv $@.new $@

# The words of several tables in one, with the classes of each as bits, whose
# names are in the header.
VOCABULARY = $(BUILD)/lexicon/number-vocabulary
SPOKEN = $(patsubst %,lib/lexicon/%.tsv,number-starts number-words \
	number-context number-mods calendar currencies holidays units \
	unit-prefixes zones)

$(VOCABULARY).c: $(SPOKEN) lib/lexicon/vocabulary.awk $(TABLE_RULES) \
		$(BUILD)/compile-lexicon
	@mkdir -p $(@D)
	LC_ALL=C awk -f lib/lexicon/vocabulary.awk $(SPOKEN) \
		> $(VOCABULARY).tsv
	$(RUN) $(BUILD)/compile-lexicon $(TABLE_RULES) $(VOCABULARY).tsv \
		$(VOCABULARY).h > $@.new && mv $@.new $@

$(VOCABULARY).h: $(VOCABULARY).c ;

$(filter $(BUILD)/lib/number/%,$(OBJECTS)): $(VOCABULARY).h

$(BUILD)/lexicon/%.o: $(BUILD)/lexicon/%.c lib/lexicon.h
	$(CC) $(ALL_CFLAGS) -c -o $@ $<

$(BUILD)/blob/%.o: lib/lexicon/%.bin lib/lexicon/blob.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -fno-lto -DBLOB_NAME=blob_$(subst -,_,$*) \
		-DBLOB_FILE='"$<"' -c -o $@ lib/lexicon/blob.c

GAZETTEERS := $(wildcard lib/lexicon/gazetteer/*.tsv)

$(BUILD)/compile-gazetteer: lib/lexicon/gazetteer/compile.c \
		lib/entity/gazetteer.h
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ \
		lib/lexicon/gazetteer/compile.c

$(BUILD)/lexicon/gazetteer.bin: $(GAZETTEERS) $(BUILD)/compile-gazetteer
	@mkdir -p $(@D)
	$(RUN) $(BUILD)/compile-gazetteer $(GAZETTEERS) > $@.new && mv $@.new $@

$(BUILD)/blob/gazetteer.o: $(BUILD)/lexicon/gazetteer.bin lib/lexicon/blob.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -fno-lto -DBLOB_NAME=blob_gazetteer \
		-DBLOB_FILE='"$<"' -c -o $@ lib/lexicon/blob.c

include lib/rill/rill.mk

# Tests that call make have no part in the jobs of this one.
test: all replays faults tried library-test
	MAKEFLAGS='$(filter-out -j% --jobserver%,$(MAKEFLAGS))' \
		BUILD='$(BUILD)' FILTERS='$(FILTERS)' $(BATS) test

# In variables: tests call make, and a line's end in CFLAGS does not outlive that.
CHECKED = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all \
	-fno-omit-frame-pointer -DARENA_EXACT
COUNTED = -O0 -g --coverage -fprofile-update=atomic

# Leaks are looked for by valgrind, not here: ICU keeps its tables.
asan:
	ASAN_OPTIONS=detect_leaks=0 $(MAKE) BUILD=$(BUILD)/asan \
		CFLAGS='$(CHECKED)' \
		HARDENING= HARDENING_LD= RILL_SANITIZED=1 test

# Slow: MEMCHECKED=tokens for one file of tests.
MEMCHECKED = paragraphs sentences tokens numbers grammar entities tagger quotes \
	stream io memory

valgrind: all replays
	FILTERS='$(FILTERS)' sh test/valgrind $(BUILD) $(MEMCHECKED)

# The filters with calls that can be made to fail (test/faults.bats).
WRAPPED = malloc calloc realloc read write
FAULTY = $(FILTERS:%=$(BUILD)/faults/%)

$(FAULTY): $(BUILD)/faults/%: $(BUILD)/filters/%.o $(LIBRARY) \
		$(BUILD)/test/faults/fault.o
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(ALL_LDFLAGS) $(WRAPPED:%=-Wl,--wrap=%) -o $@ $< \
		$(BUILD)/test/faults/fault.o $(LIBRARY) $(LIBS)

faults: $(FAULTY)

# numbers where every recogniser is tried at every place (test/numbers.bats).
$(BUILD)/tried/%.o: lib/number/%.c $(VOCABULARY).h
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -DALL_TRIED -MMD -MP -c -o $@ $<

$(BUILD)/tried/numbers: $(BUILD)/filters/numbers.o $(LIBRARY) \
		$(patsubst lib/number/%.c,$(BUILD)/tried/%.o, \
		$(wildcard lib/number/*.c))
	$(CC) $(CFLAGS) $(ALL_LDFLAGS) -o $@ $(filter %.o,$^) $(LIBRARY) \
		$(LIBS)

tried: $(BUILD)/tried/numbers

# Fuzzers: with libFuzzer for FUZZ_SECONDS each, or compiled by any compiler to
# run over given files (make test does).
FUZZERS := $(patsubst test/fuzz/fuzz-%.c,%,$(wildcard test/fuzz/fuzz-*.c))
FUZZ_SECONDS = 600
FUZZ_CFLAGS = -O2 -g -fno-sanitize-recover=all -fno-omit-frame-pointer \
	-DARENA_EXACT -DSMALL_LIMITS -DFUZZ_TIMED \
	-fsanitize=fuzzer-no-link,address,undefined
FUZZ_MAINS = $(filter-out paragraphs,$(FILTERS))
FUZZ_OBJECTS = $(BUILD)/test/fuzz/fuzz.o $(FUZZ_MAINS:%=$(BUILD)/fuzz/%.o)

$(BUILD)/fuzz/%.o: filters/%.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -Dmain=main_$* -MMD -MP -c -o $@ $<

$(BUILD)/fuzz/fuzz-%: $(BUILD)/test/fuzz/fuzz-%.o $(FUZZ_OBJECTS) $(LIBRARY) \
		$(BUILD)/test/fuzz/replay.o
	$(CC) $(CFLAGS) $(ALL_LDFLAGS) -o $@ $< $(FUZZ_OBJECTS) \
		$(FUZZ_MAIN) $(LIBRARY) $(LIBS)

FUZZ_MAIN = $(BUILD)/test/fuzz/replay.o

replays: $(FUZZERS:%=$(BUILD)/fuzz/fuzz-%)

fuzz:
	$(MAKE) BUILD=$(BUILD)/fuzzing CC=clang CFLAGS='$(FUZZ_CFLAGS)' \
		HARDENING= HARDENING_LD= FUZZ_MAIN=-fsanitize=fuzzer replays
	sh test/fuzz/run $(BUILD)/fuzzing $(FUZZ_SECONDS) $(FUZZERS)

afl:
	$(MAKE) BUILD=$(BUILD)/afl CC=afl-clang-fast CFLAGS='-O2 -g' HARDENING= \
		HARDENING_LD= all
	sh test/fuzz/afl $(BUILD)/afl $(FUZZ_SECONDS) $(FILTERS)

# Hostile input: bounded memory, time that grows as the input does, and the
# status and message that were promised.
torture: all $(BUILD)/bench/measure
	test/torture/run $(BUILD)

# Compilers, vectors, other machines, locales, two paths: one output.
cross:
	test/cross/run $(BUILD)

# Lines and branches that the tests reach, by file; worst first.  Some tests may
# fail: the README is not of this build.
coverage:
	-$(MAKE) BUILD=$(BUILD)/coverage CFLAGS='$(COUNTED)' \
		HARDENING= HARDENING_LD= \
		RILL_COVERAGE=1 test
	sh test/coverage $(BUILD)/coverage

# The pages of html and report in a browser, with hostile text in every field.
browser: all
	test/browser/run $(BUILD)

# The pages as readers have them; pictures of them are in $(BUILD)/pages.
pages: all
	test/browser/pages $(BUILD)

# Single tokens of the engines changed: most must make a test fail.
MUTANTS = 50

mutants:
	test/mutants $(BUILD) $(MUTANTS) $(SEED)

# Exceptions, each with its reason: .clang-tidy, test/cppcheck.txt.
LINTED = $(SOURCES) $(FILTERS:%=filters/%.c)
LINT_FLAGS = -D_POSIX_C_SOURCE=200809L -DRILL_VERSION='""' -Ilib \
	-I$(BUILD)/lexicon

# Programs of the shell by their first line, and what they read.
SHELLS = $(shell grep -rlE '^\#!(/bin/sh|/usr/bin/env bash)' scripts test .ci) \
	scripts/lib/setup.sh scripts/lib/report.sh scripts/lib/page.sh \
	scripts/lib/annotate-jobs.sh \
	test/helpers.bash

lint: $(VOCABULARY).h
	shellcheck -x $(SHELLS)
	cppcheck -q --std=c11 --error-exitcode=1 \
		--enable=warning,performance,portability \
		--suppressions-list=test/cppcheck.txt $(LINT_FLAGS) $(LINTED)
	clang-tidy --quiet $(LINTED) -- -std=c11 $(LINT_FLAGS) $(ICU_CFLAGS)
	$(MAKE) BUILD=$(BUILD)/gcc CC=gcc WERROR=-Werror
	$(MAKE) BUILD=$(BUILD)/clang CC=clang WERROR=-Werror

$(BUILD)/oracle/%: test/oracle/%.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $< $(ICU_LIBS)

.PHONY: oracle
oracle: all $(BUILD)/oracle/spell-out $(BUILD)/oracle/currency-names
	BUILD='$(BUILD)' sh test/oracle/round-trip 100000

$(BUILD)/breaks: $(BUILD)/test/unicode/breaks.o $(LIBRARY)
	$(CC) $(CFLAGS) $(ALL_LDFLAGS) -o $@ $< $(LIBRARY) $(LIBS)

unicode-test: $(BUILD)/breaks
	@test -r '$(UNICODE)/WordBreakTest.txt' || { echo "unicode-test: no\
 $(UNICODE)/WordBreakTest.txt (Debian: apt-get install unicode-data)" >&2; \
	exit 1; }
	$< word test/unicode/differences.tsv <'$(UNICODE)/WordBreakTest.txt'
	$< sentence test/unicode/differences.tsv \
		<'$(UNICODE)/SentenceBreakTest.txt'

model:
	sh scripts/train-entities '$(DATA)'

# Figures, not a test: nothing fails because it is slow.
bench: all $(BUILD)/bench/measure $(BUILD)/bench/icu-break
	@BUILD='$(BUILD)' CORPUS='$(CORPUS)' sh scripts/benchmark

# Each paragraph of the samples by itself, asked of filters that stay.
RESIDENT = paragraphs --tsv -u | sentences -u | tokens -u | numbers -u | \
	entities -u | quotes -u

latency: all $(BUILD)/bench/latency
	PATH="$$(cd $(BUILD)/bin && pwd):$$PATH"; export PATH; { \
		printf 'doc\ttext\n'; paragraphs -H samples/*.txt | \
		cut -f2,9; } | $(BUILD)/bench/latency '$(RESIDENT)'

$(BUILD)/bench/measure $(BUILD)/bench/latency: \
		$(BUILD)/bench/%: scripts/lib/%.c
	@mkdir -p $(@D)
	$(CC) -std=c11 -D_XOPEN_SOURCE=700 $(WARNINGS) $(CFLAGS) -o $@ $<

$(BUILD)/bench/icu-break: scripts/lib/icu-break.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $< $(ICU_LIBS)

golden: all
	PATH="$(abspath $(BUILD))/bin:$$PATH" test/golden/make \
		>test/golden/rows.tsv
	PATH="$(abspath $(BUILD))/bin:$$PATH" test/golden/texts \
		>test/golden/found.tsv
	PATH="$(abspath $(BUILD))/bin:$$PATH" test/golden/drawn \
		>test/golden/drawn.sums

readme: all
	BUILD='$(BUILD)' sh test/examples -w README.md $(PAGES)

# The scripts that people use, and what these read.
SCRIPTS = annotate who-said-what money figures timeline names html color \
	evaluate reformat report
SCRIPT_PARTS = report.sh page.sh meter.awk stream.awk spans.awk page.awk \
	html.awk html.css time.awk chart.awk corpus.awk corpus.css find.js \
	evaluate.awk agreement.awk
FORMAT_PARTS = $(notdir $(wildcard scripts/lib/reformat/*))

# Manual pages; each lies beside what it describes.
PAGES = $(FILTERS:%=filters/%.1) $(SCRIPTS:%=scripts/%.1) lib/rill.7 \
	lib/stream.5 lib/number/values.7 lib/lexicon/rill-lexicon.5 \
	scripts/rill-cookbook.7 scripts/rill-coprocess.7

# Completion for bash, zsh and fish, from the options that the pages explain.
COMPLETION = $(BUILD)/completion
PROGRAM_PAGES = $(filter %.1,$(PAGES))
COMPLETIONS = $(COMPLETION)/rill.bash $(COMPLETION)/rill.zsh \
	$(COMPLETION)/rill.fish

$(COMPLETION)/options.tsv: $(PROGRAM_PAGES) scripts/lib/options.awk
	@mkdir -p $(@D)
	LC_ALL=C awk -f scripts/lib/options.awk $(PROGRAM_PAGES) >$@.new && \
		mv $@.new $@

COMPLETE = LC_ALL=C awk -f scripts/lib/completion.awk

$(COMPLETIONS): $(COMPLETION)/rill.%: $(COMPLETION)/options.tsv \
		scripts/lib/completion.awk
	$(COMPLETE) -v shell=$* $< >$@.new && mv $@.new $@

completion: $(COMPLETIONS)

INSTALL = $(DESTDIR)$(PREFIX)
# In front of the names of programs, scripts and pages where others have them:
# PROGRAM_PREFIX=rill- makes rill-numbers.  Links in SHARE/bin have the plain
# names, by which scripts find filters.  Scripts and pages call what is installed
# by the name that it has then; filters know it from the command line.  Installs
# with several prefixes have folders of their own; the library and the pages of no
# program are of all and go with the last.
PROGRAM_PREFIX =
SHARE = share/$(PROGRAM_PREFIX)rill
TO_SHARE = $(INSTALL)/$(SHARE)
LAST_ONLY = for f in '$(INSTALL)/share'/*rill/bin/numbers; do \
	! [ -L "$$f" ] || [ "$$f" = '$(TO_SHARE)/bin/numbers' ] || exit 0; done
# Files are for everybody, whatever mask they are installed under.
OPEN = umask 022
INSTALLED = $(addprefix $(PROGRAM_PREFIX),$(FILTERS) $(SCRIPTS))
PREFIXED_SCRIPT = sed -e 's/^program=/&$(PROGRAM_PREFIX)/' \
	-e "s/^usage='usage: /&$(PROGRAM_PREFIX)/" \
	-e '/^  scripts\//s,scripts/,$(PROGRAM_PREFIX),g' \
	-e "s/^       $$f --/       $(PROGRAM_PREFIX)$$f --/"
PREFIXED_PAGE = LC_ALL=C awk -v prefix='$(PROGRAM_PREFIX)' \
	-v names='$(FILTERS) $(SCRIPTS)' -v share='$(SHARE)' \
	-f scripts/lib/prefix.awk

TO_BASH = $(INSTALL)/share/bash-completion/completions
TO_ZSH = $(INSTALL)/share/zsh/site-functions
TO_FISH = $(INSTALL)/share/fish/vendor_completions.d

# Bash and fish look for a file of the program's name; with its prefix.  Files
# on the way have the shell's number: several installs may run at once.
install-completion: completion
	$(OPEN); mkdir -p '$(TO_BASH)' '$(TO_ZSH)' '$(TO_FISH)'
	$(OPEN); set -e; to=$(COMPLETION)/to.$$$$; for shell in bash zsh fish; do \
		$(COMPLETE) -v shell=$$shell -v prefix='$(PROGRAM_PREFIX)' \
			$(COMPLETION)/options.tsv >$$to.$$shell; \
	done; \
	for f in $(INSTALLED); do \
		install -m 644 $$to.bash '$(TO_BASH)/'$$f; \
		grep -e "^complete -c $$f " $$to.fish \
			>'$(TO_FISH)/'$$f.fish; \
	done; \
	install -m 644 $$to.zsh '$(TO_ZSH)/_$(PROGRAM_PREFIX)rill'; \
	rm $$to.*

uninstall-completion:
	rm -f $(foreach f,$(INSTALLED),'$(TO_BASH)/$(f)' \
		'$(TO_FISH)/$(f).fish') '$(TO_ZSH)/_$(PROGRAM_PREFIX)rill'

install: install-completion
uninstall: uninstall-completion

# man1/numbers.1, with the prefix when it is the page of a program.
INSTALLED_PAGES = $(foreach p,$(PAGES),man$(subst .,,$(suffix $(p)))/$(if \
	$(filter %.1,$(p)),$(PROGRAM_PREFIX))$(notdir $(p)))

install: all $(LIBRARIES)
	$(OPEN); mkdir -p '$(INSTALL)/bin' '$(TO_SHARE)/lib/reformat' \
		'$(TO_SHARE)/bin' $(foreach d,$(sort $(dir \
		$(INSTALLED_PAGES))),'$(INSTALL)/share/man/$(d)')
	$(OPEN); set -e; set -- $(PAGES); for to in $(INSTALLED_PAGES); do \
		$(PREFIXED_PAGE) $$1 >'$(INSTALL)/share/man/'$$to; \
		chmod 644 '$(INSTALL)/share/man/'$$to; \
		shift; \
	done
	$(OPEN); set -e; for f in $(SCRIPTS); do \
		$(PREFIXED_SCRIPT) scripts/$$f >'$(TO_SHARE)/'$$f; \
		chmod 755 '$(TO_SHARE)/'$$f; \
	done
	install -m 644 $(SCRIPT_PARTS:%=scripts/lib/%) '$(TO_SHARE)/lib'
	install -m 644 $(FORMAT_PARTS:%=scripts/lib/reformat/%) \
		'$(TO_SHARE)/lib/reformat'
	for f in $(FILTERS); do \
		install -m 755 $(BUILD)/bin/$$f \
			'$(INSTALL)/bin/$(PROGRAM_PREFIX)'$$f && \
		ln -sf '../../../bin/$(PROGRAM_PREFIX)'$$f \
			'$(TO_SHARE)/bin/'$$f || exit 1; \
	done
	$(OPEN); for f in $(SCRIPTS); do \
		sed -e 's/^prefix=$$/prefix=$(PROGRAM_PREFIX)/' \
			-e 's,share/rill,$(SHARE),' \
			scripts/lib/launch >'$(INSTALL)/bin/$(PROGRAM_PREFIX)'$$f && \
		chmod 755 '$(INSTALL)/bin/$(PROGRAM_PREFIX)'$$f && \
		ln -sf '../../../bin/$(PROGRAM_PREFIX)'$$f \
			'$(TO_SHARE)/bin/'$$f || exit 1; \
	done

# Folders stay when there is something else in them.
uninstall: uninstall-library
	[ ! -d '$(INSTALL)/bin' ] || { cd '$(INSTALL)/bin' && \
		rm -f $(INSTALLED); }
	[ ! -d '$(INSTALL)/share/man' ] || { cd '$(INSTALL)/share/man' && \
		rm -f $(filter man1/%,$(INSTALLED_PAGES)); }
	$(LAST_ONLY); [ ! -d '$(INSTALL)/share/man' ] || { \
		cd '$(INSTALL)/share/man' && \
		rm -f $(filter-out man1/%,$(INSTALLED_PAGES)); }
	[ ! -d '$(TO_SHARE)' ] || { cd '$(TO_SHARE)' && \
		rm -f $(SCRIPTS) $(SCRIPT_PARTS:%=lib/%) \
		$(FORMAT_PARTS:%=lib/reformat/%) \
		$(addprefix bin/,$(FILTERS) $(SCRIPTS)) && \
		{ rmdir lib/reformat lib bin 2>/dev/null || true; }; }
	rmdir '$(TO_SHARE)' 2>/dev/null; true

# dist, formula, deb: packages.
include scripts/package/package.mk

# pgo, growth, crash, slurm: speed and many machines.
include scripts/lib/scale.mk

clean:
	rm -rf $(BUILD)

.PHONY: all test asan faults tried replays fuzz torture cross mutants coverage
.PHONY: unicode-test lint model bench latency readme completion install
.PHONY: uninstall install-completion uninstall-completion clean browser
.PHONY: valgrind afl golden pages
.SECONDARY:

-include $(SOURCES:%.c=$(BUILD)/%.d) $(FILTERS:%=$(BUILD)/filters/%.d) \
	$(wildcard $(BUILD)/test/*/*.d $(BUILD)/fuzz/*.d $(BUILD)/tried/*.d)
