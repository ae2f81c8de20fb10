# The manual pages say what the filters do; what make install puts where.

bats_require_minimum_version 1.5.0

setup()
{
	load helpers
	cd "$BATS_TEST_TMPDIR"
	PATH=$root/scripts:$PATH
	# from the Makefile, so that a new one cannot escape
	scripts=$(sed -n '/^SCRIPTS = /{ :more
		/\\$/{ N; b more
		}
		s/^SCRIPTS = //; s/[\\[:space:]]\{1,\}/ /g; p; }' \
		"$root/Makefile")
	[ "$(echo "$scripts" | wc -w)" -ge 11 ]
	unset COLUMNS
	pages=$(find "$root/filters" "$root/lib" "$root/scripts" \
		-name '*.[1357]' | sort)
	# pages of other projects that ours refer to
	shopt -s extglob
	system='@(awk|bc|cat|grep|sort)'
}

# page NAME: where the manual page of a program or format lies.
page()
{
	find "$root/filters" "$root/lib" "$root/scripts" -name "$1.[1357]"
}

# section NAME SECTION: the lines of this section of its page, as they are
# read: macros of options and escapes in plain.
section()
{
	awk -v name="$2" '
		/^\.Sh / { on = substr($0, 5) == name; next }
		on
	' "$(page "$1")" | sed "s/\\\\(aq/'/g"'
		s/\\(ha/^/g
		s/\\(ti/~/g
		s/\\(ga/`/g
		s/\\(dq/"/g
		s/\\&//g
		s/\\-/-/g
		s/Fl Fl /--/g
		s/Fl /-/g
		s/ Ns = Ns Ar /=/g
		s/\\e/\\/g'
}

# verbatim NAME SECTION: of these, what stands in displays.
verbatim()
{
	section "$1" "$2" | awk '/^\.Ed/ { on = 0 } on; /^\.Bd/ { on = 1 }'
}

# options: those of the input, one a line; =ARG belongs to them.
options()
{
	grep -oE -- '(^|[^[:alnum:]-])--?[[:alpha:]][[:lower:]-]*(=[A-Z]+)?' |
		sed 's/^[^-]*//' | sort -u
}

@test "every option of --help is explained, and no other" {
	for name in $filters $scripts; do
		"$name" --help | sed -n '/^  *-/ { s/^  *//; s/  .*//; p; }' |
			options | sed 's/=.*//' | sort -u >help
		section "$name" OPTIONS | grep '^\.It -' | options |
			sed 's/=.*//' | sort -u >page
		[ -s help ]
		same_bytes help page
	done
}

@test "the synopsis has the options of the usage" {
	for name in $filters $scripts; do
		"$name" --help | sed '/^$/q' | options >help
		section "$name" SYNOPSIS | options >page
		[ "$name" = evaluate ] || [ -s help ] || [ -s page ] ||
			[ "$name" = annotate ]
		case $name in
		annotate) ;;	# its usage says [OPTION...]
		*) same_bytes help page ;;
		esac
	done
}

@test "all pages of programs have the same sections" {
	for name in $filters $scripts; do
		grep -q "^\.Dt ${name^^} 1$" "$(page "$name")"
		grep -q "^\.Nm $name$" "$(page "$name")"
		for part in SYNOPSIS DESCRIPTION OPTIONS 'EXIT STATUS' \
			EXAMPLES 'SEE ALSO'; do
			[ -n "$(section "$name" "$part")" ]
		done
		section "$name" 'SEE ALSO' | grep -q '^\.Xr stream 5'
	done
	for name in $filters; do
		for other in $filters; do
			[ "$other" = "$name" ] || section "$name" 'SEE ALSO' |
				grep -q "^\.Xr $other 1"
		done
	done
}

@test "the pages refer to pages that are there" {
	grep -ho 'Xr [a-z-]* [0-9]' $pages | awk '{ print $2 "." $3 }' |
		sort -u >named
	for name in $(cat named); do
		case ${name%.*} in
		$system) ;;
		*) [ -n "$(page "${name%.*}")" ] || { echo "$name"; false; } ;;
		esac
	done
	# and each is referred to
	for path in $pages; do
		grep -qx "$(basename "$path")" named ||
			{ echo "$path"; false; }
	done
}

# mentioned PAGE AWK-CONDITION: names of our pages in the lines where it holds of
# see (in SEE ALSO), one a line, as they stand.
mentioned()
{
	awk "/^\\.Sh /"' { see = /SEE ALSO/ }
		'"$2"' {
			for (i = 1; i < NF - 1; i++)
				if ($i ~ /^\.?Xr$/)
					print $(i + 2) " " $(i + 1)
		}' "$1" | grep -vE " ${system#@}$"
}

@test "SEE ALSO has what a page mentions, in order, and rill(7) has all" {
	for path in $pages; do
		name=${path##*/}
		mentioned "$path" see >see
		LC_ALL=C sort -u see | same_bytes see -
		refute grep -x "${name##*.} ${name%.*}" see
		mentioned "$path" '!see' | grep -vx "${name##*.} ${name%.*}" |
			LC_ALL=C sort -u >body
		[ -z "$(comm -23 body see)" ] || {
			echo "$name mentions: $(comm -23 body see)"
			return 1
		}
	done
	for path in $pages; do
		name=${path##*/}
		case $name in
		rill.7) ;;
		*.1) grep -q '^\.Xr rill 7' "$path" ;;
		*) grep -q "^\.Xr ${name%.*} ${name##*.}" "$(page rill)" ;;
		esac
	done
}

@test "every example prints what the page says" {
	for path in $pages; do
		case $path in
		*/rill-cookbook.7) continue ;;	# a test of its own
		esac
		sh "$root/test/examples" "$path" | same_bytes "$path" -
	done
	for name in $filters $scripts; do
		[ "$(verbatim "$name" EXAMPLES | grep -c '^\$ ')" -ge 1 ]
	done
}

# Tools beside those of POSIX: what scripts/check installs, and rev.
@test "every recipe of the cookbook prints what it says" {
	for tool in sqlite3 rev; do
		type -P $tool >/dev/null || skip "no $tool"
	done
	path=$(page rill-cookbook)
	[ "$(grep -c '^\.Ss [0-9]*\. ' "$path")" -ge 30 ]
	sh "$root/test/examples" "$path" | same_bytes "$path" -
}

@test "stream: every label and attribute of a filter is named" {
	section stream DESCRIPTION >text
	for name in $filters; do
		type=$(type_of "$name")
		grep -q "^\.It Sy $type$" text
	done
	annotate "$samples" | awk -F '\t' 'NR > 1 {
		print $6
		n = split($8, part, "|")
		for (i = 1; i <= n; i++)
			if (sub(/=.*/, "=", part[i]))
				print part[i]
	}' | sort -u >seen
	quotes --help | grep -q 'term'
	for name in $(cat seen); do
		grep -q "^\.Sy $name\($\| \|cont\)" text ||
			grep -q "^\.Sy $name" text || { echo "$name"; false; }
	done
}

@test "values: every type has examples, and they are of that type" {
	numbers --help | sed -n '/label:/,/;/p' | tr ',;' '  ' >help
	sed -n 's/^\.Ss //p' "$(page values)" | sed 1d >types
	[ "$(wc -l <types)" -eq 12 ]
	while read -r label; do
		grep -qw "$label" help
		section values TYPES | awk -v label="$label" '
			/^\.Ss / { on = $2 == label }
			on && /^[^.$>]/ && substr($0, 26) ~ "^ *" label " " {
				n++
			}
			END { exit n < 2 }'
	done <types
}

@test "rill-lexicon: every table is there with its columns" {
	for path in "$root"/lib/lexicon/*.tsv; do
		printf '.It Sy %s Ar %s\n' "$(basename "$path" .tsv)" \
			"$(grep -v '^#' "$path" | head -n 1 | tr '\t' ' ')"
	done | sort >want
	grep '^\.It Sy .* Ar ' "$(page rill-lexicon)" | sort | same_bytes want -
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
		section quotes RULES | grep -q "^\.It Sy .*$rule"
	done
}

# As lib/layer.h has it: two powers of two.
@test "the pages give the size of the window" {
	text=$(sed -n 's/.*WINDOW ((size_t)1 << \([0-9]*\)).*/\1/p' \
		"$root/lib/layer.h")
	rows=$(sed -n 's/.*ROWS ((size_t)\([0-9]* << [0-9]*\)).*/\1/p' \
		"$root/lib/layer.h")
	for filter in entities quotes; do
		section "$filter" 'IMPLEMENTATION NOTES' | tr '\n' ' ' |
			grep -q "$(((1 << text) >> 10)) KiB of text or $(((rows) \
				>> 20)) MiB of rows"
		section "$filter" 'IMPLEMENTATION NOTES' | grep -q '125,000'
	done
	section paragraphs 'IMPLEMENTATION NOTES' | grep -q '125,000'
	for limit in layer.h:TOKENS segment/paragraph.h:PIECES; do
		grep "${limit#*:} ((size_t)125000)" "$root/lib/${limit%:*}"
	done
}

@test "the pages are without mistakes of markup" {
	checked=0
	if command -v mandoc >/dev/null; then
		# whether other pages are installed here is no matter
		mandoc -Tlint -Wstyle $pages >lint 2>/dev/null || true
		refute grep -v 'referenced manual not found' lint
		checked=1
	fi
	if command -v groff >/dev/null; then
		for path in $pages; do
			groff -k -mdoc -Tutf8 -ww "$path" 2>&1 >/dev/null |
				tee warnings
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

@test "install: filters, scripts and pages, and uninstall leaves nothing" {
	to="$PWD/a folder"
	install_into "$to" install
	for name in $filters $scripts; do
		[ -x "$to/opt/rill/bin/$name" ]
		"$to/opt/rill/bin/$name" --help >out
		grep -q "^usage: $name " out
	done
	for path in $pages; do
		cmp "$path" "$to/opt/rill/share/man/man${path##*.}/${path##*/}"
	done
	for name in $filters $scripts; do
		[ -s "$to/opt/rill/share/bash-completion/completions/$name" ]
		[ -s "$to/opt/rill/share/fish/vendor_completions.d/$name.fish" ]
	done
	[ -s "$to/opt/rill/share/zsh/site-functions/_rill" ]
	: >"$to/opt/rill/share/man/man1/other.1"
	install_into "$to" uninstall
	[ "$(find "$to" -type f)" = "$to/opt/rill/share/man/man1/other.1" ]
	[ -z "$(find "$to" -type l)" ]
	# once more, and of what was never there
	install_into "$to" uninstall
	install_into "$PWD/nothing" uninstall
	[ -s "$root/scripts/money" ]
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
		case $name in
		annotate) ;;
		evaluate) "$to/$name" stream stream | grep -q . ;;
		reformat) "$to/$name" --to=conllup stream | grep -q . ;;
		*) "$to/$name" stream | grep -q . ;;
		esac
	done
	[ "$("$to/money" --tsv stream | tail -n 1 | cut -f1-2)" = $'5\tUSD' ]
	./more --tsv stream | cmp - <("$to/money" --tsv stream)
	# another build is not asked
	BUILD=$PWD/none "$to/annotate" in.txt | cmp - stream
	rm "$to/quotes"
	expect 1 "$to/annotate" in.txt >out 2>&1
	grep -q 'quotes: not found' out
}
