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
		case $name in train-* | benchmark | *.[157]) continue ;; esac
		grep -q "^| \`${name%.c}\` |" "$root/README.md" || {
			echo "not in the README: $name"
			return 1
		}
	done
}
