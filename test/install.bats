# What make install puts where works from there, and make uninstall takes it
# away again.  (The programs and pages one by one: manual.bats.)

bats_require_minimum_version 1.5.0

setup()
{
	load helpers
	cd "$BATS_TEST_TMPDIR"
	# a name with a blank for the folder and for the prefix
	to="$PWD/a root"
	prefix='/opt/the rill'
	there=$to$prefix
	printf '"The mill cost $5," Ana Duarte said on July 4, 2019.\n' >in.txt
}

# install_by TARGET VARIABLE=VALUE...: what is built is not built again.
install_by()
{
	MAKEFLAGS='' make -s -C "$root" -o all -o library \
		BUILD="${BUILD:-build}" DESTDIR="$to" PREFIX="$prefix" "$@"
}

# What is there, but for the prefix.
installed()
{
	(cd "$there" && find . ! -type d | sort)
}

@test "install, uninstall: nothing is left, nothing else is taken" {
	install_by install
	installed >first
	[ "$(wc -l <first)" -gt 40 ]
	install_by install
	installed | same_bytes first -
	for dir in bin share/rill share/rill/lib lib include; do
		: >"$there/$dir/of others"
	done
	install_by uninstall
	installed >rest
	[ "$(wc -l <rest)" -eq 5 ]
	refute grep -v 'of others$' rest
	rm -r "$to"
	install_by install
	install_by uninstall
	[ -z "$(find "$to" ! -type d)" ]
	[ ! -e "$there/share/rill" ]
}

@test "install: a prefix for programs, which find one another by it" {
	install_by install PROGRAM_PREFIX=rill-
	[ -z "$(find "$there/bin" ! -type d ! -name 'rill-*')" ]
	[ -e "$there/share/man/man1/rill-numbers.1" ]
	PATH=$(getconf PATH)
	ln -s "$there/bin/rill-annotate" "a link"
	mv in.txt "some text.txt"
	cd /
	"$OLDPWD/a link" "$OLDPWD/some text.txt" >"$OLDPWD/stream"
	cd "$OLDPWD"
	for type in paragraph sentence token number entity quote; do
		grep -q "^$type" stream
	done
	"$there/bin/rill-money" --tsv stream >out
	[ "$(tail -n 1 out | cut -f1-2)" = $'5\tUSD' ]
	"$there/bin/rill-html" stream | grep -q '</html>'
	install_by uninstall PROGRAM_PREFIX=rill-
	[ -z "$(find "$to" ! -type d)" ]
}

@test "install: with a prefix, programs and pages have it in their own name" {
	install_by install PROGRAM_PREFIX=rill-
	PATH=$there/bin:$(getconf PATH)
	for name in $filters; do
		[ "$(rill-$name --version | cut -d ' ' -f 1)" = rill-$name ]
		expect 2 rill-$name --none 2>err
		grep -q "^rill-$name: .*--none" err
		grep -q "^try 'rill-$name --help'" err
		expect 1 rill-$name /none 2>err
		grep -q "^rill-$name: /none: " err
	done
	for name in who-said-what money figures timeline names html color \
	    evaluate reformat report annotate; do
		expect 2 rill-$name --none 2>err
		grep -q "^rill-$name: .*--none" err
		grep -q "^try 'rill-$name --help'" err
	done
	for name in $filters annotate reformat; do
		rill-$name --help | grep -q "^usage: rill-$name "
		grep -qx "\.Nm rill-$name" \
			"$there/share/man/man1/rill-$name.1"
	done
	rill-reformat --help | grep -q '^       rill-reformat --from'
	expect 1 rill-annotate /none 2>err
	[ "$(cut -c 1-23 err)" = 'rill-paragraphs: /none:' ]
	mkdir empty
	expect 1 rill-annotate empty >out 2>err
	grep -q '^rill-annotate: empty: no' err
	echo 'no row' | expect 1 rill-money 2>err
	grep -q '^rill-money: standard input:1: .*(rill-annotate makes' err
	expect 1 rill-evaluate /none </dev/null 2>err
	grep -q '^rill-evaluate: /none' err
	grep -q '^\.Xr rill-sentences 1' "$there/share/man/man1/rill-tokens.1"
	refute grep -rqE '^\.(Nm|Xr) (numbers|annotate)( 1|$)' \
		"$there/share/man"
}

# Nothing of these names but what was installed is at hand.
@test "install: with a prefix, the examples of the pages have it too" {
	install_by install PROGRAM_PREFIX=rill-
	cd "$there/share/man"
	grep -q '^\.Dt RILL-NUMBERS 1' man1/rill-numbers.1
	PATH=$(getconf PATH)
	for page in man1/rill-*.1 man5/*.5 man7/*.7; do
		[ "$page" != man7/rill-cookbook.7 ] ||
			type -P sqlite3 rev >/dev/null || continue
		PROGRAMS=$there/bin BUILD=${bin%/bin} \
			sh "$root/test/examples" "$page" |
			same_bytes "$page" -
		for name in $filters annotate; do
			refute grep -E "(^[\$>] |\| *|\")$name( |$)" "$page"
		done
	done
	"$there/bin/rill-money" --help | grep -qx '  rill-annotate .* | rill-money'
}

@test "install: one without and one with a prefix live and die alone" {
	install_by install
	cp -R "$there" plain
	install_by install PROGRAM_PREFIX=rill-
	diff -r plain/share/rill "$there/share/rill"
	"$there/bin/annotate" in.txt >stream
	"$there/bin/rill-annotate" in.txt | same_bytes stream -
	echo 'no row' | expect 1 "$there/bin/money" 2>err
	grep -q '^money: ' err
	install_by uninstall PROGRAM_PREFIX=rill-
	(cd plain && find . ! -type d | sort) >want
	installed | same_bytes want -
	install_by install PROGRAM_PREFIX=rill-
	install_by uninstall
	installed >rest
	grep -q 'librill.so.1$' rest
	grep -q 'man7/rill.7$' rest
	refute grep -q '/numbers\.1$' rest
	"$there/bin/rill-annotate" in.txt | same_bytes stream -
	install_by uninstall PROGRAM_PREFIX=rill-
	[ -z "$(find "$to" ! -type d)" ]
}

@test "install: everybody may read it, whatever the mask" {
	(umask 077 && install_by install)
	[ "$(find "$there" -type d | wc -l)" -gt 10 ]
	[ -z "$(find "$to" -type d ! -perm 755)" ]
	[ -z "$(find "$there" -type f ! -perm 644 ! -perm 755)" ]
	[ -z "$(find "$there/bin" -type f ! -perm 755)" ]
	# also where files of another mask were before
	chmod 600 "$there/share/man/man7/rill.7" "$there/lib/pkgconfig/rill.pc"
	(umask 077 && install_by install)
	[ -z "$(find "$there" -type f ! -perm 644 ! -perm 755)" ]
}

# A clone and what a stranger has left in it; then what was packed of it.
@test "dist: what git knows; without git what is there; the same bytes" {
	type -P git >/dev/null || skip 'no git'
	mkdir tree
	cp "$root/Makefile" tree
	for dir in lib/rill lib/lexicon/gazetteer scripts; do
		mkdir -p "tree/$dir"
	done
	cp "$root"/lib/rill/rill.m* tree/lib/rill
	cp -R "$root/scripts/lib" "$root/scripts/package" tree/scripts
	: >"tree/a name"
	cd tree
	git init -q
	git add .
	mkdir -p build notes
	: >build/object
	: >notes/mine
	: >left
	(umask 077 && make -s BUILD=build dist)
	tar -tzf build/rill-*.tar.gz | sort >../list
	git -c core.quotePath=false ls-files | sed 's,^,rill-0.1.0/,' |
		sort | same_bytes ../list -
	grep -qx 'rill-0.1.0/a name' ../list
	cd ..
	tar -xzf tree/build/rill-*.tar.gz
	chmod go-r "rill-0.1.0/a name"
	(cd rill-0.1.0 && make -s BUILD=build dist && mkdir other &&
	    make -s BUILD=other dist)
	for made in build other; do
		cmp tree/build/rill-*.tar.gz rill-0.1.0/$made/rill-*.tar.gz
	done
	# a file that git knows and is gone is no package
	rm "tree/a name" tree/build/rill-*.gz
	expect 2 make -s -C tree BUILD=build dist 2>err
	grep -q 'a name' err
	[ ! -e tree/build/rill-0.1.0.tar.gz ]
}

@test "install: the library is found by pkg-config, static and shared" {
	pkg=${PKG_CONFIG:-pkg-config}
	libdir=$prefix/lib/some-arch
	install_by install LIBDIR="$libdir"
	export PKG_CONFIG_PATH="$to$libdir/pkgconfig"
	export PKG_CONFIG_SYSROOT_DIR=$to
	[ "$("$pkg" --modversion rill)" = "$(sed -n 's/^VERSION = //p' \
		"$root/Makefile")" ]
	[ -z "${RILL_SANITIZED:-}${RILL_COVERAGE:-}" ] ||
		skip "a program has to be linked as the library is"
	# its words are quoted for a shell
	eval "cc '$samples/c/rows.c' $("$pkg" --cflags --libs rill) -o shared"
	paragraphs in.txt | sentences | tokens | numbers | entities | quotes \
		>want
	export LD_LIBRARY_PATH=$to$libdir
	./shared in.txt | same_bytes want -
	rm "$to$libdir"/librill.so*
	eval "cc '$samples/c/rows.c' $("$pkg" --static --cflags --libs rill) \
		-o static"
	./static in.txt | same_bytes want -
	expect 127 ./shared in.txt 2>err
	grep -q 'librill\.so\.1' err
}

@test "install: the manual page of the library has all its functions" {
	install_by install
	page=$there/share/man/man3/librill.3
	sed -n 's/^[a-z].*\(rill_[a-z_]*\)(.*/\1/p' "$root/lib/rill.h" |
		sort >header
	sed -n 's/^\.Fn \([a-z_]*\) .*/\1/p' "$page" | sort -u >page
	same_bytes header page
	sed -n 's/^ \*	\([a-z-]*\)		*[^ ].*/\1/p' \
		"$root/lib/rill.h" | grep -v '^rill' | sort >header
	[ "$(wc -l <header)" -ge 8 ]
	for option in $(cat header); do
		grep -q "^\.It Cm.* $option" "$page"
	done
	! type -P mandoc >/dev/null || mandoc -Tlint -Wwarning "$page"
}

@test "packages: formula, expression and Debian's files are well-formed" {
	cd "$root/scripts/package"
	version=$(sed -n 's/^VERSION = //p' "$root/Makefile")
	grep -q "version = \"$version\"" rill.nix
	[ "$(head -n 1 debian/changelog | sed 's/.*(\(.*\)-.*/\1/')" = \
		"$version" ]
	for name in $(sed -n 's/.*\(rill_[a-z_]*\);$/\1/p' \
	    "$root/lib/rill/rill.map"); do
		grep -q "^ $name@RILL_1 " debian/librill1.symbols
	done
	[ -x debian/rules ]
	dash=$(type -P dash || type -P sh)
	"$dash" -n debian/tests/filters
	"$dash" -n debian/tests/library
	# what is not installed is not asked
	! type -P ruby >/dev/null || ruby -c rill.rb.in
	! type -P nix-instantiate >/dev/null ||
		nix-instantiate --parse rill.nix >/dev/null
}

@test "formula: the sum of the archive, the address that is told" {
	version=$(sed -n 's/^VERSION = //p' "$root/Makefile")
	formula()
	{
		make -s -j1 -C "$root" BUILD="$PWD/made" formula "$@"
	}
	formula URL="https://rill.test/rill-$version.tar.gz"
	mv made first
	formula HOMEPAGE=https://rill.test
	same_bytes first/rill-*.gz made/rill-*.gz
	sum=$(sha256sum <made/rill-"$version".tar.gz | cut -d ' ' -f 1)
	for rb in first/rill.rb made/rill.rb; do
		grep -q "sha256 \"$sum\"" "$rb"
		refute grep '@' "$rb"
	done
	grep -q "url \"https://rill.test/rill-$version.tar.gz\"" first/rill.rb
	refute grep homepage first/rill.rb
	grep -q "url \"file://$PWD/made/rill-$version.tar.gz\"" made/rill.rb
	grep -q 'homepage "https://rill.test"' made/rill.rb
	tar -xzf made/rill-"$version".tar.gz
	same_bytes rill-"$version"/lib/lexicon/entity.bin \
		"$root/lib/lexicon/entity.bin"
	[ ! -e rill-"$version"/.git ]
	[ ! -e rill-"$version"/build ]
}
