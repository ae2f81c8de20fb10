# Every allocation, read and write of every filter is made to fail in turn.

bats_require_minimum_version 1.5.0

setup()
{
	load helpers
	faulty=${bin%/bin}/faults
	cd "$BATS_TEST_TMPDIR"
	export RILL_FAULT_MARK=$PWD/mark
	# documents whose rows are more than what is written at once
	cat "$samples/treaty.txt" "$samples/market.txt" >text
	for name in a b c d; do
		paragraphs -H --lines text | sentences |
		    sed "s/	text	/	$name	/"
	done >rows
	{
		echo doc,m,text
		for i in 1 2 3 4 5; do
			echo "d$i,,\"$(sed 's/"/""/g' text)\""
		done
	} >table
	# a block that is larger than what is written at once
	awk 'BEGIN { while (n++ < 4000) printf "Ana Duarte paid $5 on Monday. " }
	    ' | paragraphs -H >>rows
	sed -n 1,30p rows >few
}

# Arguments that a filter is run with here, one set a line.
runs_of()
{
	case $1 in
	paragraphs)
		echo text
		echo --csv --meta=m table
		;;
	*)
		echo rows
		echo few
		;;
	esac
}

# whole_blocks OUT WANT: OUT is WANT up to the beginning of a paragraph row.
whole_blocks()
{
	local size
	size=$(wc -c <"$1")
	if ! cmp -n "$size" "$1" "$2"; then
		return 1
	fi
	[ "$size" -eq "$(wc -c <"$2")" ] || [ "$size" -eq 0 ] ||
	    [ "$(tail -c +$((size + 1)) "$2" | head -c 10)" = paragraph'	' ] || {
		echo "not whole blocks: $size bytes"
		return 1
	}
}

# whole_document OUT WANT FILTER TYPE: the same of a filter that looks at a whole
# document: what it adds is what it adds to the document as far as it was read.
whole_document()
{
	grep -v "^$4	" "$1" >out.read || :
	grep -v "^$4	" "$2" >want.read
	whole_blocks out.read want.read
	"$3" -H "$1" | same_bytes "$1" -
}

# each FAULT PATTERN [STEP]: the first, second, ... call fails; the filter says
# so in a line that begins with its name and the pattern and ends with 1.  The
# output is whole blocks, or when PATTERN is a write error a prefix.
each()
{
	local filter args n step=${3:-1}
	for filter in $filters; do
		runs_of "$filter" | while read -r args; do
			# shellcheck disable=SC2086 # arguments
			"$faulty/$filter" -H $args >want
			n=1
			while :; do
				rm -f mark
				code=0
				# shellcheck disable=SC2086
				RILL_FAULT="$1 $n" timeout 60 \
				    "$faulty/$filter" -H $args >out 2>err ||
				    code=$?
				[ -e mark ] || break
				echo "$filter $args: $1 $n: status $code"
				[ "$code" -eq 1 ]
				[ "$(wc -l <err)" -eq 1 ]
				grep -q "^$filter: $2" err
				case $1 in
				write*) cmp -n "$(wc -c <out)" out want ;;
				*)
					case $filter in
					entities) whole_document out want \
					    entities entity ;;
					quotes) whole_document out want \
					    quotes quote ;;
					*) whole_blocks out want ;;
					esac
					;;
				esac
				n=$((n * step / 4 > n ? n * step / 4 : n + 1))
			done
			[ "$n" -gt 1 ]
			[ "$code" -eq 0 ]
			same_bytes want out
		done
	done
}

@test "an allocation fails: out of memory, whole blocks" {
	[ -z "${RILL_COVERAGE-}" ] || skip 'gcov allocates as we do'
	each malloc '\(.*: \)\?out of memory$' 5
}

@test "all allocations fail from one on" {
	[ -z "${RILL_COVERAGE-}" ] || skip 'gcov allocates as we do'
	each mallocs '\(.*: \)\?out of memory$' 5
}

@test "a read fails: the file is named, whole blocks" {
	each read '[a-z]*: Input/output error$' 5
}

@test "a write fails: said at once, a prefix of the output" {
	each write 'write error: No space left on device$' 5
}

@test "short and interrupted reads and writes change nothing" {
	for filter in $filters; do
		runs_of "$filter" | while read -r args; do
			for fault in short eintr; do
				# shellcheck disable=SC2086
				"$faulty/$filter" $args >want
				# shellcheck disable=SC2086
				RILL_FAULT=$fault "$faulty/$filter" $args |
				    same_bytes want -
			done
		done
	done
}
