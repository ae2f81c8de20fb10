# Filters that stay: what -u promises to a program that asks and waits.

bats_require_minimum_version 1.5.0

setup()
{
	load helpers
	cd "$BATS_TEST_TMPDIR"
}

row()
{
	printf 'paragraph\t%s\t%s\t%s\t_\tbody\t_\t_\t%s\n' "$@"
}

@test "-u passes a later header on, other filters drop it" {
	{ header; row a 0 2 Hi; header; header; row a 3 5 Ho; } >in
	for filter in $readers; do
		"$filter" in >want
		[ "$(grep -c ^type want)" -eq 1 ]
		[ "$("$filter" -u in | grep -c ^type)" -eq 3 ]
		"$filter" -u in | sed 1d | grep -v ^type | cut -f2-4,9 >out
		"$filter" -uH in | cut -f2-4,9 | same_bytes out -
	done
}

@test "-u: what follows a header is another document" {
	{ header; row a 0 2 Hi; header; row a 3 5 Ho; } >in
	sentences -uo in | cut -f5 | tr '\n' ' ' >out
	[ "$(cat out)" = 'sent 1 sent 1 ' ]
	sentences -o in | cut -f5 | tr '\n' ' ' >out
	[ "$(cat out)" = 'sent 1 2 ' ]
}

@test "paragraphs: the header of a table once more is no document" {
	printf 'doc\ttext\na\tHi.\ndoc\ttext\nb\tHo.\n' >in.tsv
	tr '\t' , <in.tsv >in.csv
	{ header; row a 0 3 Hi.; row b 0 3 Ho.; } >want
	{ header; row a 0 3 Hi.; header; row b 0 3 Ho.; } >marked
	for kind in tsv csv; do
		paragraphs --$kind in.$kind | same_bytes want -
		paragraphs -u --$kind in.$kind | same_bytes marked -
		sed 1d want >bare
		paragraphs -uH --$kind in.$kind | same_bytes bare -
	done
	# and does not count
	printf 'text\nHi\ntext\nHo\n' | paragraphs --tsv -H | cut -f2 >out
	printf '1\n2\n' | same_bytes out -
}

# ask LINES: sends them to the pipeline and reads until the next header.
ask()
{
	printf '%b' "$1" >&"${co[1]}"
	while IFS= read -r -t 60 line <&"${co[0]}"; do
		case $line in
		type*) return 0 ;;
		*) printf '%s\n' "$line" ;;
		esac
	done
	return 1
}

@test "six filters answer each question before the next one is put" {
	coproc co {
		paragraphs --tsv -u | sentences -u | tokens -u | numbers -u |
			entities -u | quotes -u
	} 3>&-
	pid=$co_PID
	ask 'doc\ttext\n' >out
	[ ! -s out ]
	for n in $(seq 40); do
		ask "$n\t\"We won \$$n,\" Ana Duarte said.\ndoc\ttext\n" >out
		printf 'doc\ttext\n%s\t"We won $%s," Ana Duarte said.\n' \
			"$n" "$n" | paragraphs -H --tsv | sentences | tokens |
			numbers | entities | quotes | same_bytes - out
	done
	eval "exec ${co[1]}>&-"
	wait "$pid"
}

@test "the feed of the cookbook comes out while its file grows" {
	sed -n '/^\$ feed()/,/}$/p' "$root/scripts/rill-cookbook.7" |
		sed "s/^. //; s/\\\\(aq/'/g; s/\\\\-/-/g" | sed 's/\\e/\\/g' >feed
	. ./feed
	mkfifo pipe
	feed <pipe >out 3>&- &
	exec 8>pipe
	for n in 1 2; do
		[ "$n" -ne 1 ] || printf 'doc\ttext\n' >&8
		printf '%s\t"We won," Ana Duarte said.\n' "$n" >&8
		for i in $(seq 200); do
			[ "$(wc -l <out)" -lt "$n" ] || break
			sleep 0.1
		done
		[ "$(wc -l <out)" -eq "$n" ]
	done
	exec 8>&-
	wait
	[ "$(cut -f2,7 out | tail -n 1)" = $'2\tAna Duarte' ]
}

# program LANGUAGE: what rill-coprocess(7) gives for it.
program()
{
	awk -v name="$1" '
		/^\.S[sh] / { here = $2 == name }
		/^\.Ed/ { on = 0 }
		here && on
		/^\.Bd/ { on = 1 }
	' "$root/scripts/rill-coprocess.7" | sed "s/\\\\(aq/'/g"'
		s/\\(ga/`/g; s/\\(ha/^/g; s/\\(ti/~/g; s/^\\&//; s/\\-/-/g
		s/\\e/\\/g'
}

# answers LANGUAGE INTERPRETER: to questions small and large
answers()
{
	type -P "$2" >/dev/null || skip "no $2"
	program "$1" >ask
	[ "$(wc -l <ask)" -gt 10 ]
	{
		printf '"We won," Ana Duarte said. \\ A\ttab.\n'
		printf 'Nobody spoke.\n'
		awk 'BEGIN { for (i = 0; i < 4000; i++)
			printf "The hall in Lima was shut by %d men. ", i
			print "\"It is over,\" said Jo Li." }'
		printf '“Čas,” Zoë Nováková said.\n'
	} >in
	timeout 100 "$2" ask <in >out
	printf '%s\n' 'Ana Duarte: "We won,"' 'Jo Li: "It is over,"' \
		'Zoë Nováková: “Čas,”' | same_bytes - out
	# each answer is there before the next question
	coproc co { exec env -u PYTHONUNBUFFERED timeout 100 "$2" ask 3>&-; }
	local n line pid=$co_PID
	for n in 1 2 3; do
		printf '"We won $%d," Ana Duarte said.\n' "$n" >&"${co[1]}"
		IFS= read -r -t 60 line <&"${co[0]}"
		[ "$line" = "Ana Duarte: \"We won \$$n,\"" ]
	done
	eval "exec ${co[1]}>&-"
	wait "$pid"
}

@test "the program for Bash" {
	answers Bash bash
}

@test "the program for Python" {
	answers Python python3
}

@test "the program for Perl" {
	answers Perl perl
}

@test "the program for Node" {
	answers Node node
}
