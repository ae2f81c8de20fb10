# The manual pages say what the filters do; what make install puts where.

bats_require_minimum_version 1.5.0

setup()
{
	load helpers
	cd "$BATS_TEST_TMPDIR"
}

# section FILTER NAME: the lines of this section, as they are read.
section()
{
	awk -v name="$2" '
		/^\.SH / {
			gsub(/"/, "")
			on = substr($0, 5) == name
			next
		}
		on
	' "$root/filters/$1.1" | sed "s/\\\\(aq/'/g"'
		s/\\\[Eu\]/€/g
		s/\\&//g
		s/\\-/-/g
		s/\\f[A-Z]//g
		s/\\e/\\/g'
}

# verbatim FILTER NAME: of these, what stands between .nf and .fi.
verbatim()
{
	section "$1" "$2" | awk '/^\.fi/ { on = 0 } on; /^\.nf/ { on = 1 }'
}

# options: those of the input, one a line; =ARG belongs to them.
options()
{
	grep -oE -- '(^|[^[:alnum:]-])--?[[:alpha:]][[:lower:]-]*(=[A-Z]+)?' |
		sed 's/^[^-]*//' | sort -u
}

@test "every option of --help is explained, and no other" {
	for filter in $filters; do
		"$filter" --help | sed -n '/^  *-/ { s/^  *//; s/  .*//; p; }' |
			options | sed 's/=.*//' | sort -u >help
		section "$filter" OPTIONS | awk '
			last == ".TP" && /^\.B/ { print }
			{ last = $0 }
		' | grep -E '^[.A-Z]* -' | options | sed 's/=.*//' |
			sort -u >page
		[ "$(wc -l <help)" -ge 12 ]
		same_bytes help page
	done
}

@test "the synopsis has the options of the usage" {
	for filter in $filters; do
		"$filter" --help | sed '/^$/q' | options >help
		section "$filter" SYNOPSIS | options >page
		[ -s help ]
		same_bytes help page
	done
}

@test "all pages have the same sections" {
	for filter in $filters; do
		grep -q "^\.TH ${filter^^} 1 " "$root/filters/$filter.1"
		grep -q "^$filter \\\\- " "$root/filters/$filter.1"
		for name in SYNOPSIS DESCRIPTION OPTIONS 'EXIT STATUS' EXAMPLES
		do
			[ -n "$(section "$filter" "$name")" ]
		done
		for other in $filters; do
			[ "$other" = "$filter" ] ||
				section "$filter" 'SEE ALSO' |
				grep -q "^\.BR $other (1)"
		done
	done
}

# The commands of the input run, each under its lines.
run_commands()
{
	local line command=''
	while IFS= read -r line; do
		case $line in
		'$ '*)
			[ -z "$command" ] || sh -c "$command"
			command=${line#??}
			;;
		'> '*) command=$command$'\n'${line#??} ;;
		*) continue ;;
		esac
		printf '%s\n' "$line"
	done
	sh -c "$command"
}

@test "every example prints what the page says" {
	for filter in $filters; do
		verbatim "$filter" EXAMPLES >page
		[ "$(grep -c '^\$ ' page)" -ge 2 ]
		run_commands <page >out
		same_bytes page out
	done
}

# Columns of the table: label, value, unit, text, in brackets a note.
@test "numbers: every value of the table is what the text gives" {
	verbatim numbers VALUES | awk '
		function cell(from, n,    s) {
			s = substr($0, from, n)
			sub(/ +$/, "", s)
			return s
		}
		NR == 1 { next }
		{
			if (cell(1, 10) != "")
				label = cell(1, 10)
			text = cell(39, 99)
			note = "_"
			if (match(text, / \(.*\)$/)) {
				if (text ~ /\(rel=/)
					note = substr(text, RSTART + 2,
					    RLENGTH - 3)
				text = substr(text, 1, RSTART - 1)
			}
			unit = cell(29, 10)
			if (unit != "")
				note = "unit=" unit
			print NR "\t" label "\t" cell(11, 18) "\t" note "\t" text
		}
	' >table
	[ "$(wc -l <table)" -gt 40 ]
	awk -F '\t' 'BEGIN { print "doc\ttext" } {
		print $1 "\tThey won " $5 "." }' table | paragraphs --tsv |
		numbers -oH | cut -f2,6-9 |
		sed 's/si=[^|]*|//' >out
	same_bytes table out
	"numbers" --help | tr ',;' '  ' >help
	for label in $(cut -f2 table | uniq); do
		grep -qw "$label" help
	done
}

@test "quotes: every rule has an example that it finds" {
	verbatim quotes RULES | sed 's/  */	/' >table
	cut -f1 table | sort >page
	sed '1d; /^#/d; s/	.*//' "$root/lib/lexicon/quote-confidence.tsv" |
		sort >rules
	same_bytes rules page
	{
		printf 'doc\ttext\n'
		cat table
	} | paragraphs --tsv | entities | quotes -oH | awk -F '\t' '
		("|" $8 "|") ~ ("[|]rule=" $2 "[|]") { print $2 }
	' | sort -u >out
	same_bytes rules out
	for rule in $(cat rules); do
		section quotes RULES | grep -q "^\.BR* .*$rule"
	done
}

# As lib/layer.h has it: two powers of two.
@test "the pages give the size of the window" {
	text=$(sed -n 's/.*WINDOW ((size_t)1 << \([0-9]*\)).*/\1/p' \
		"$root/lib/layer.h")
	rows=$(sed -n 's/.*ROWS ((size_t)\([0-9]* << [0-9]*\)).*/\1/p' \
		"$root/lib/layer.h")
	for filter in entities quotes; do
		section "$filter" NOTES | tr '\n' ' ' |
			grep -q "$(((1 << text) >> 10)) KiB of text or $(((rows) \
				>> 20)) MiB of rows"
		section "$filter" NOTES | grep -q '262,144'
	done
	section paragraphs NOTES | grep -q '262,144'
	for limit in layer.h:TOKENS segment/paragraph.h:PIECES; do
		grep "${limit#*:} ((size_t)1 << 18)" "$root/lib/${limit%:*}"
	done
}

@test "the pages are without mistakes of markup" {
	checked=0
	if command -v mandoc >/dev/null; then
		for filter in $filters; do
			mandoc -Tlint -Wwarning "$root/filters/$filter.1"
		done
		checked=1
	fi
	if command -v groff >/dev/null; then
		for filter in $filters; do
			groff -man -Tutf8 -ww "$root/filters/$filter.1" \
				2>&1 >/dev/null | tee warnings
			[ ! -s warnings ]
		done
		checked=1
	fi
	[ "$checked" -eq 1 ] || skip "no mandoc and no groff"
}

# What is there is installed, nothing built.
install_into()
{
	MAKEFLAGS='' make -s -C "$root" -o all BUILD="${BUILD:-build}" \
		DESTDIR="$1" PREFIX=/opt/rill "$2"
}

scripts='annotate who-said-what money figures timeline names html color'

@test "install: filters, scripts and pages, and uninstall leaves nothing" {
	to="$PWD/a folder"
	install_into "$to" install
	for name in $filters $scripts; do
		[ -x "$to/opt/rill/bin/$name" ]
		"$to/opt/rill/bin/$name" --help >out
		grep -q "^usage: $name " out
	done
	for filter in $filters; do
		cmp "$root/filters/$filter.1" \
			"$to/opt/rill/share/man/man1/$filter.1"
	done
	: >"$to/opt/rill/share/man/man1/other.1"
	install_into "$to" uninstall
	[ "$(find "$to" -type f)" = "$to/opt/rill/share/man/man1/other.1" ]
	[ -z "$(find "$to" -type l)" ]
}

@test "install: the scripts run from there, with the filters there" {
	install_into "$PWD/to" install
	to=$PWD/to/opt/rill/bin
	ln -s "$to/money" cash
	ln -s cash ./more
	printf '"The mill cost $5," Ana Duarte said on July 4, 2019.\n' >in.txt
	PATH=$(getconf PATH)
	"$to/annotate" in.txt >stream
	for name in paragraph sentence token number entity quote; do
		grep -q "^$name" stream
	done
	for name in $scripts; do
		[ "$name" = annotate ] || "$to/$name" stream | grep -q .
	done
	[ "$("$to/money" --tsv stream | tail -n 1 | cut -f1-2)" = $'5\tUSD' ]
	./more --tsv stream | cmp - <("$to/money" --tsv stream)
	# another build is not asked
	BUILD=$PWD/none "$to/annotate" in.txt | cmp - stream
	rm "$to/quotes"
	expect 1 "$to/annotate" in.txt >out 2>&1
	grep -q 'quotes: not found' out
}
