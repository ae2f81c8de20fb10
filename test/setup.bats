# What scripts/demo and scripts/check do before and after the tests: run in a
# copy of the project, in a folder with spaces, with every outer command a stub.

setup()
{
	load helpers
	clone="$BATS_TEST_TMPDIR/a clone, with spaces"
	stubs="$BATS_TEST_TMPDIR/stubs"
	calls="$BATS_TEST_TMPDIR/calls"
	mkdir -p "$clone/scripts/lib" "$stubs"
	cp "$root/scripts/demo" "$root/scripts/check" "$clone/scripts/"
	cp "$root/scripts/lib/setup.sh" "$clone/scripts/lib/"
	printf 'all test:\n\t@true\n' >"$clone/Makefile"
	for tool in sh awk basename cat dirname env getconf grep make mkdir \
	    tail tee tr true wc; do
		ln -s "$(type -P "$tool")" "$stubs/$tool"
	done
	for tool in cc pkg-config mlr datamash sqlite3 jq less; do
		stub "$tool" true
	done
	stub bats 'echo Bats 1.8.2'
	stub id 'echo 0'
	built=${BUILD:-build}
	unset BUILD MAKEFLAGS MAKELEVEL MFLAGS CDPATH
}

# stub NAME COMMANDS: an executable that notes its call first.
stub()
{
	printf '#!/bin/sh\necho "%s $*" >>"%s"\n%s\n' "$1" "$calls" "$2" \
	    >"$stubs/$1"
	chmod +x "$stubs/$1"
}

# tests LINES...: what `make test` will print.
tests()
{
	printf '%s\n' "$@" >"$clone/tap"
	printf 'all:\n\t@true\ntest:\n\t@cat tap\n\t@! grep -q ^not tap\n' \
	    >"$clone/Makefile"
}

check()
{
	PATH=$stubs run sh "$clone/scripts/check"
}

last_line()
{
	printf '%s\n' "$output" | tail -n 1
}

@test "check: prints what the tests print and counts them" {
	tests 1..3 'ok 1 a' 'ok 2 b # skip no mlr' 'ok 3 c'
	check
	[ "$status" -eq 0 ]
	[ "$output" = "1..3
ok 1 a
ok 2 b # skip no mlr
ok 3 c
1 skipped
2 passed, 0 failed" ]
}

@test "check: fails when a test fails" {
	tests 1..2 'ok 1 a' 'not ok 2 b' '# not ok 3 in a comment'
	check
	[ "$status" -eq 1 ]
	[ "$(last_line)" = "1 passed, 1 failed" ]
}

@test "check: fails when tests were planned and did not run" {
	tests 1..4 'ok 1 a'
	check
	[ "$status" -eq 1 ]
	[ "$(last_line)" = "1 passed, 3 failed" ]
}

@test "check: fails when no test ran" {
	tests 1..0
	check
	[ "$status" -eq 1 ]
	[ "$(last_line)" = "0 passed, 0 failed" ]
}

@test "check: fails when make test fails though all tests passed" {
	tests 1..1 'ok 1 a'
	printf '\t@exit 3\n' >>"$clone/Makefile"
	check
	[ "$status" -eq 1 ]
	[ "$(last_line)" = "1 passed, 1 failed" ]
}

@test "check: works from any folder and by relative path" {
	tests 1..1 'ok 1 a'
	cd "$clone/scripts"
	PATH=$stubs run sh check
	[ "$status" -eq 0 ]
	cd /
	check
	[ "$status" -eq 0 ]
}

@test "check: installs nothing where nothing is missing" {
	tests 1..1 'ok 1 a'
	stub apt-get 'exit 1'
	check
	[ "$status" -eq 0 ]
	refute grep -q '^apt-get' "$calls"
}

@test "check: installs what is missing, and only that" {
	tests 1..1 'ok 1 a'
	rm "$stubs/mlr" "$stubs/bats"
	ln -s "$(type -P ln)" "$stubs/ln"
	stub apt-get "case \$* in install*) ln -s cc '$stubs/mlr'
	    printf '#!/bin/sh\necho Bats 1.8.2\n' >'$stubs/bats'
	    env chmod +x '$stubs/bats'; esac"
	ln -s "$(type -P chmod)" "$stubs/chmod"
	check
	[ "$status" -eq 0 ]
	[[ "$output" == "check: installing bats miller"* ]]
	[ "$(grep -c '^apt-get update' "$calls")" -eq 1 ]
	grep -q '^apt-get install .* bats miller ' "$calls"
	check
	[ "$(grep -c '^apt-get install' "$calls")" -eq 1 ]
}

@test "check: says when a package was installed and is still not found" {
	rm "$stubs/mlr"
	stub apt-get true
	check
	[ "$status" -eq 1 ]
	[ "$(last_line)" = "check: installed, but still not found: miller" ]
}

@test "check: names the packages where there is no apt-get" {
	rm "$stubs/cc" "$stubs/sqlite3"
	check
	[ "$status" -eq 1 ]
	[[ "${lines[0]}" == "check: there is no apt-get here; install "* ]]
	[ "${lines[1]}" = "    gcc libc6-dev libcsv-dev sqlite3" ]
}

@test "check: uses sudo when not root" {
	tests 1..1 'ok 1 a'
	rm "$stubs/mlr"
	stub id 'echo 1000'
	stub sudo 'test "$1" = -n || "$@"'
	stub apt-get "case \$* in install*) cat '$stubs/cc' >'$stubs/mlr'
	    chmod +x '$stubs/mlr'; esac"
	ln -s "$(type -P chmod)" "$stubs/chmod"
	check
	[ "$status" -eq 0 ]
	grep -q '^sudo env DEBIAN_FRONTEND=noninteractive apt-get install' \
	    "$calls"
}

@test "check: says what root must do where there is no sudo" {
	rm "$stubs/mlr"
	stub id 'echo 1000'
	stub apt-get true
	check
	[ "$status" -eq 1 ]
	[ "$output" = "check: not root, and there is no sudo; run this as root, \
then try again:
    apt-get install miller" ]
}

@test "check: says what root must do where sudo refuses" {
	rm "$stubs/mlr"
	stub id 'echo 1000'
	stub sudo 'exit 1'
	stub apt-get true
	check
	[ "$status" -eq 1 ]
	[[ "$output" == "check: sudo does not let you in; run this as root, "* ]]
	[ "$(last_line)" = "    apt-get install miller" ]
}

@test "check: tells a missing network from a missing package" {
	rm "$stubs/mlr"
	stub apt-get 'echo "E: Temporary failure resolving deb.debian.org"
	    exit 100'
	check
	[ "$status" -eq 1 ]
	[[ "$output" == *"cannot install miller: the package server cannot be \
reached; is there a network?"* ]]
	stub apt-get 'echo "E: Unable to locate package miller"; exit 100'
	check
	[ "$status" -eq 1 ]
	[[ "$output" == *"cannot install miller: this release lacks a package"* ]]
}

@test "check: refuses an ICU or a bats that is too old" {
	stub pkg-config 'case $1 in --atleast*) exit 1 ;; --mod*) echo 52.1 ;;
	    esac'
	check
	[ "$status" -eq 1 ]
	[[ "$output" == "check: ICU 52.1 is too old;"* ]]
	stub pkg-config true
	stub bats 'echo Bats 1.2.1'
	check
	[ "$status" -eq 1 ]
	[[ "$output" == "check: Bats 1.2.1 is too old;"* ]]
}

@test "check, demo: stop with the compiler's message when the build fails" {
	printf 'all:\n\t@echo "x.c:1: error: no such thing"; exit 1\n' \
	    >"$clone/Makefile"
	for script in check demo; do
		PATH=$stubs run sh "$clone/scripts/$script"
		[ "$status" -eq 1 ]
		[ "${lines[0]}" = "x.c:1: error: no such thing" ]
		[ "$(last_line)" = "$script: the build failed; all of it in \
build/make.log" ]
	done
}

@test "demo: names the script that failed" {
	for name in annotate who-said-what money timeline names html; do
		echo 'cat' >"$clone/scripts/$name"
	done
	echo 'exit 1' >"$clone/scripts/money"
	mkdir "$clone/samples"
	PATH=$stubs run sh "$clone/scripts/demo" </dev/null
	[ "$status" -eq 1 ]
	[ "$(last_line)" = "demo: scripts/money failed on build/demo/all.tsv" ]
}

@test "check, demo: --help exits 0, anything else 2" {
	for script in check demo; do
		run sh "$root/scripts/$script" --help
		[ "$status" -eq 0 ]
		[ "${lines[0]}" = "usage: $script [-h]" ]
		run sh "$root/scripts/$script" all
		[ "$status" -eq 2 ]
		[ "${lines[0]}" = "$script: unexpected argument: all" ]
	done
}

@test "demo: shows quotations, money, dates, names and the page's path" {
	BUILD=$built sh "$root/scripts/demo" >"$BATS_TEST_TMPDIR/shown"
	for line in 'WHO SAID WHAT' MONEY DATES NAMES; do
		grep -qx "$line" "$BATS_TEST_TMPDIR/shown"
	done
	page=$(sed -n 's/^The article as a page: //p' "$BATS_TEST_TMPDIR/shown")
	cd "$root"
	grep -q '</html>' "$page"
}
