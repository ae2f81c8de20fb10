# Packages of a release; part of the Makefile.
#
# What only who publishes a package knows - where the sources can be fetched,
# who maintains it - is told to make, and stands in no file of the project.

# What git knows or, where there is no git, what is there; of the same files the
# same bytes.  A release is as old as its entry in Debian's changelog.
DIST = $(BUILD)/rill-$(VERSION).tar.gz
RELEASED = $(shell sed -n 's/^ -- .*  //p' scripts/package/debian/changelog | \
	head -n 1)
BUILT = $(patsubst $(CURDIR)/%,%,$(abspath $(BUILD)))

dist:
	mkdir -p '$(BUILD)'
	if [ -e .git ] && command -v git >/dev/null; then \
		git ls-files -z; \
	else \
		find . '(' -name .git -o -path ./build -o -path './$(BUILT)' \
			')' -prune -o ! -type d -print0 | sed -z 's,^\./,,'; \
	fi >'$(DIST).files'
	LC_ALL=C sort -z '$(DIST).files' | tar -c --null --no-recursion \
		--mtime='$(RELEASED)' --owner=0 --group=0 --numeric-owner \
		--mode=u+rw,go-w,a+rX --transform='s,^,rill-$(VERSION)/,S' \
		-T - >'$(DIST).tar'
	gzip -9n <'$(DIST).tar' >'$(DIST).new'
	mv '$(DIST).new' '$(DIST)'
	rm '$(DIST).tar' '$(DIST).files'

# Homebrew's formula for that archive, from where it is or, with URL, from where
# it will be.
URL = file://$(abspath $(DIST))
HOMEPAGE =

formula: dist
	set -e; sum=$$(sha256sum '$(DIST)' | cut -d ' ' -f 1); \
	sed -e 's|@URL@|$(URL)|' -e "s|@SHA256@|$$sum|" \
		$(if $(HOMEPAGE),-e 's|@HOMEPAGE@|$(HOMEPAGE)|', \
		-e '/@HOMEPAGE@/d') scripts/package/rill.rb.in \
		>'$(BUILD)/rill.rb'

# Debian packages, from a copy of the sources that has debian/ where
# dpkg-buildpackage wants it; packages come to be beside it.  Who builds them
# maintains them, by the variables that Debian's tools read, or as MAINTAINER
# says.
DEB = $(BUILD)/deb
DEB_TREE = $(DEB)/rill-$(VERSION)
MAINTAINER = $(or $(DEBFULLNAME),$(shell id -un)) <$(or $(DEBEMAIL),$(EMAIL), \
	$(shell id -un)@$(shell uname -n))>

deb: dist
	rm -rf $(DEB)
	mkdir -p $(DEB)
	cp $(DIST) $(DEB)/rill_$(VERSION).orig.tar.gz
	tar -xzf $(DIST) -C $(DEB)
	cp -r scripts/package/debian $(DEB_TREE)
	set -e; for f in control changelog; do \
		sed 's|@MAINTAINER@|$(MAINTAINER)|' scripts/package/debian/$$f \
			>$(DEB_TREE)/debian/$$f; \
	done
	cd $(DEB_TREE) && MAKEFLAGS= dpkg-buildpackage -us -uc

.PHONY: dist formula deb
