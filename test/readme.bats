# The README says what is so.

setup()
{
	root=$(cd "$BATS_TEST_DIRNAME/.." && pwd)
}

@test "README: every example gives the output that is printed" {
	cd "$root"
	sh test/examples README.md >"$BATS_TEST_TMPDIR/README.md"
	diff -u README.md "$BATS_TEST_TMPDIR/README.md"
}

@test "README: every filter and script is named" {
	for path in "$root"/filters/*.c "$root"/scripts/*; do
		[ -f "$path" ] || continue
		name=${path##*/}
		case $name in train-* | calibrate-* | benchmark | *.[157]) continue ;; esac
		grep -q "^| \`${name%.c}\` |" "$root/README.md" || {
			echo "not in the README: $name"
			return 1
		}
	done
}

@test "CONTRIBUTING, CHANGELOG: what they name is there" {
	cd "$root"
	grep -oh '`[^` ]*`\|(lib/[^)]*)' CONTRIBUTING.md | tr -d '`()' |
		grep '/' | grep -v NAME | sort -u >"$BATS_TEST_TMPDIR/paths"
	[ "$(wc -l <"$BATS_TEST_TMPDIR/paths")" -gt 10 ]
	while read -r path; do
		[ -e "$path" ] || { echo "not there: $path"; return 1; }
	done <"$BATS_TEST_TMPDIR/paths"
	for target in $(grep -oh '`make [a-z]*' CONTRIBUTING.md |
		cut -d ' ' -f2); do
		grep -q "^$target:" Makefile
	done
	for name in $(grep -oh '[a-z-]*([157])' CONTRIBUTING.md CHANGELOG.md |
		sort -u); do
		[ -n "$(find filters lib scripts -name "$(echo "$name" |
			tr '(' . | tr -d ')')")" ] || { echo "$name"; return 1; }
	done
}

@test "Makefile: its first lines name each target that is no part of another" {
	load helpers
	cd "$root"
	sed -n '/^$/q; s/^#	make \([a-z][a-z-]*\).*/\1/p' Makefile |
		sort >"$BATS_TEST_TMPDIR/named"
	sed -n 's/^\.PHONY: //p' Makefile lib/rill/*.mk scripts/*/*.mk |
		tr ' ' '\n' | grep -vxE 'all|faults|tried|replays|completion' |
		grep -vxE 'library-test|uninstall|(un)?install-.*' | sort | same_bytes "$BATS_TEST_TMPDIR/named" -
}

@test "README: the figures of the nine articles are those of today" {
	load helpers
	use_scripts
	cd "$root"
	annotate test/gold/docs | evaluate test/gold | awk -F '\t' '
		{ is[$1] = sprintf("%.1f", $2); sub(/\.0$/, "", is[$1]) }
		END { n = split("sentence value entity3 direct indirect speaker",
		    name, " ")
			for (i = 1; i <= n; i++) print is[name[i]] }
	' >"$BATS_TEST_TMPDIR/is"
	awk -F ' *[|] *' '
		/^## /{ on = $0 == "## Figures" }
		on && NF > 5 && $4 ~ /^[0-9.]+$/ { print $4 }
	' README.md | same_bytes "$BATS_TEST_TMPDIR/is" -
}
