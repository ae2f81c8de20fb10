# librill, static and shared; included by the Makefile.
#
# Nothing is seen from outside but what rill.map lists: by visibility and the
# map in the shared library; in the static one all objects are made one, in
# which other names are local.

LIB_ABI = 1
LIB_VERSION = $(LIB_ABI).0.0
LIBDIR = $(PREFIX)/lib
INCLUDEDIR = $(PREFIX)/include
OBJCOPY = objcopy

# LIBRARIES= leaves the library out, where linkers know no maps of symbols.
LIBRARIES = install-library

LIB_STATIC = $(BUILD)/librill.a
LIB_SHARED = $(BUILD)/librill.so.$(LIB_VERSION)
LIB_MAP = lib/rill/rill.map
LIB_NAMES := $(shell sed -n 's/^.*\(rill_[a-z_]*\);$$/\1/p' $(LIB_MAP))

# What reads streams, files and options is for filters alone.
LIB_OBJECTS = $(filter-out $(patsubst %,$(BUILD)/lib/%.o, \
	block corpus glossary layer option stream table),$(OBJECTS))
LIB_LIBS = $(ICU_LIBS) -lm

library: $(LIB_STATIC) $(LIB_SHARED)

$(LIB_SHARED): $(LIB_OBJECTS) $(LIB_MAP)
	$(CC) $(CFLAGS) -shared $(HARDENING_SHARED) $(LDFLAGS) \
		-Wl,-soname,librill.so.$(LIB_ABI) -Wl,--no-undefined \
		-Wl,--version-script=$(LIB_MAP) -Wl,--gc-sections \
		-Wl,--as-needed -o $@ $(LIB_OBJECTS) $(LIB_LIBS)
	ln -sf $(@F) $(BUILD)/librill.so.$(LIB_ABI)
	ln -sf $(@F) $(BUILD)/librill.so

$(LIB_STATIC): $(LIB_OBJECTS) $(LIB_MAP)
	$(CC) -r -nostdlib -Wl,--gc-sections $(LIB_NAMES:%=-Wl,-u,%) \
		-o $(BUILD)/librill.o $(LIB_OBJECTS)
	$(OBJCOPY) --localize-hidden $(BUILD)/librill.o
	rm -f $@
	$(AR) rc $@ $(BUILD)/librill.o

# Where the installed library is, for compilers.
define PC_EDIT
s|@PREFIX@|$(PREFIX)|; s|@LIBDIR@|$(LIBDIR)|; \
s|@INCLUDEDIR@|$(INCLUDEDIR)|; s|@VERSION@|$(VERSION)|; \
s|@PRIVATE@|$(strip $(LIB_LIBS))|
endef

TO_LIB = $(DESTDIR)$(LIBDIR)
TO_INCLUDE = $(DESTDIR)$(INCLUDEDIR)
TO_MAN3 = $(DESTDIR)$(PREFIX)/share/man/man3

install-library: library
	$(OPEN); mkdir -p '$(TO_LIB)/pkgconfig' '$(TO_INCLUDE)' '$(TO_MAN3)'
	install -m 644 lib/rill.h '$(TO_INCLUDE)'
	install -m 644 $(LIB_STATIC) $(LIB_SHARED) '$(TO_LIB)'
	ln -sf librill.so.$(LIB_VERSION) '$(TO_LIB)/librill.so.$(LIB_ABI)'
	ln -sf librill.so.$(LIB_ABI) '$(TO_LIB)/librill.so'
	sed '$(PC_EDIT)' lib/rill/rill.pc.in >'$(TO_LIB)/pkgconfig/rill.pc'
	chmod 644 '$(TO_LIB)/pkgconfig/rill.pc'
	$(PREFIXED_PAGE) lib/librill.3 >'$(TO_MAN3)/librill.3'
	chmod 644 '$(TO_MAN3)/librill.3'

uninstall-library:
	$(LAST_ONLY); rm -f '$(TO_INCLUDE)/rill.h' '$(TO_LIB)/librill.a' \
		'$(TO_LIB)/librill.so' '$(TO_LIB)/librill.so.$(LIB_ABI)' \
		'$(TO_LIB)/librill.so.$(LIB_VERSION)' \
		'$(TO_LIB)/pkgconfig/rill.pc' '$(TO_MAN3)/librill.3'

# Programs that use it: the examples, tests.
C_SAMPLES = $(patsubst samples/c/%.c,$(BUILD)/samples/%, \
	$(wildcard samples/c/*.c))
LIB_TESTS = $(patsubst test/library/%.c,$(BUILD)/test/library/%, \
	$(wildcard test/library/*.c))

$(BUILD)/samples/%: samples/c/%.c lib/rill.h $(LIB_SHARED)
	@mkdir -p $(@D)
	$(CC) -std=c11 -D_POSIX_C_SOURCE=200809L -Ilib $(WARNINGS) $(CFLAGS) \
		-o $@ $< -L$(BUILD) -Wl,-rpath,$(abspath $(BUILD)) -lrill

$(BUILD)/test/library/%: test/library/%.c lib/rill.h $(LIB_STATIC)
	@mkdir -p $(@D)
	$(CC) -std=c11 -D_POSIX_C_SOURCE=200809L -Ilib $(WARNINGS) $(CFLAGS) \
		$(LDFLAGS) -o $@ $< $(LIB_STATIC) $(LIB_LIBS) -pthread

# A program with calls that can be made to fail.
$(BUILD)/faults/rows: samples/c/rows.c $(LIB_STATIC) \
		$(BUILD)/test/faults/fault.o
	@mkdir -p $(@D)
	$(CC) -std=c11 -D_POSIX_C_SOURCE=200809L -Ilib $(CFLAGS) $(LDFLAGS) \
		$(WRAPPED:%=-Wl,--wrap=%) -o $@ $< \
		$(BUILD)/test/faults/fault.o $(LIB_STATIC) $(LIB_LIBS)

library-test: library $(C_SAMPLES) $(LIB_TESTS) $(BUILD)/faults/rows

# Several handles at once, with every access to memory watched.
tsan:
	$(MAKE) BUILD=$(BUILD)/tsan CFLAGS='-O1 -g -fsanitize=thread' \
		HARDENING= HARDENING_LD= $(BUILD)/tsan/test/library/threads
	$(BUILD)/tsan/test/library/threads 4 samples/*.txt

# Figures, not a test: the library next to the pipe of all filters.
library-bench: all library-test $(BUILD)/bench/measure
	@BUILD='$(BUILD)' sh test/library/bench

.PHONY: library install-library uninstall-library library-test tsan
.PHONY: library-bench
