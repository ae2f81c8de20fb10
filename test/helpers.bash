# What several files of tests share; to be loaded by setup().
#
# shellcheck shell=bash disable=SC2034 # variables are for who loads this
#
# Sets root, bin (first in PATH) and filters, from the Makefile's list, so that
# a new filter cannot escape the tests that loop over it.

root=$(cd "$BATS_TEST_DIRNAME/.." && pwd)
case ${BUILD:-build} in
/*) bin=$BUILD/bin ;;
*) bin=$root/${BUILD:-build}/bin ;;
esac
PATH=$bin:$PATH
filters=${FILTERS:-$(sed -n 's/^FILTERS = //p' "$root/Makefile")}
# those that read the stream: all but the first, which reads text
readers=${filters#* }
samples=$root/samples

# use_scripts: those of scripts/ by their names; they look for filters in BUILD.
use_scripts()
{
	PATH=$root/scripts:$PATH
	export BUILD=${bin%/bin}
}

# Passes a test over where script cannot open a terminal for it.
needs_terminal()
{
	script -qec true /dev/null </dev/null >/dev/null 2>&1 ||
		skip 'no script (util-linux), or no pseudo-terminal'
}

# The name of the rows that a filter adds.
type_of()
{
	case $1 in
	entities) echo entity ;;
	*) echo "${1%s}" ;;
	esac
}

# header: the first line of a stream.
header()
{
	printf 'type\tdoc\tstart\tend\tsent\tlabel\tvalue\tattrs\ttext\n'
}

# expect STATUS COMMAND...: it ends with this status.
expect()
{
	local want=$1 got=0
	shift
	"$@" || got=$?
	[ "$got" -eq "$want" ] || {
		echo "status $got, not $want: $*"
		return 1
	}
}

# refute COMMAND...: it fails.  (bats takes no notice of "! command".)
refute()
{
	if "$@"; then
		echo "not expected: $*"
		return 1
	fi
}

# same_bytes A B: like cmp, but shows where they differ; - is standard input.
same_bytes()
{
	local a=$1 b=$2
	[ "$a" != - ] || a=$BATS_TEST_TMPDIR/standard_input
	[ "$b" != - ] || b=$BATS_TEST_TMPDIR/standard_input
	case " $1 $2 " in
	*' - '*) cat >"$BATS_TEST_TMPDIR/standard_input" ;;
	esac
	cmp -s "$a" "$b" || {
		diff "$a" "$b" | head -n 20
		return 1
	}
}

# offsets_hold TEXT ROWS: the fields start, end, text (2, 3 and 4) of ROWS
# agree with the file TEXT.  Sorted by start, so that one walk through the text
# is enough; bytes above 0x7f that continue a character do not count.
offsets_hold()
{
	sort -t '	' -k2,2n -k3,3n "$2" | LC_ALL=C awk '
	function points(s,    t) {
		t = s
		return length(s) - gsub(/[\200-\277]/, "", t)
	}
	# The byte, from 1, n code points after byte p.
	function skip(p, n,    t) {
		while (n > 0 && (t = substr(text, p, n)) != "") {
			p += length(t)
			n -= points(t)
		}
		while (substr(text, p, 1) ~ /[\200-\277]/)
			p++
		return p
	}
	BEGIN { FS = "\t" }
	NR == FNR { text = text $0 "\n"; next }
	FNR == 1 { byte = 1; point = 0 }
	{
		byte = skip(byte, $2 - point)
		point = $2
		found = substr(text, byte, skip(byte, $3 - $2) - byte)
		gsub(/\\/, "&&", found)
		gsub(/\t/, "\\t", found)
		gsub(/\n/, "\\n", found)
		gsub(/\r/, "\\r", found)
		if (found "" != $4 "") {
			print "at " $2 "-" $3 ": " $4 " / " found
			bad = 1
		}
	}
	END { exit bad }' "$1" -
}

# long_paragraph PIECE: the row of a paragraph of half a mebibyte and more of it.
long_paragraph()
{
	awk -v s="$1" 'BEGIN {
		while (length(s) < 500000)
			s = s s
		sub(/ +$/, "", s)
		printf "paragraph\t-\t0\t%d\t_\tbody\t_\t_\t%s\n", length(s), s
	}'
}
