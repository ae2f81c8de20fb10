# The stream: what every filter promises about the rows it reads and writes.
# All loops run over the Makefile's list of filters.

bats_require_minimum_version 1.5.0

# The stages of the pipeline over all samples and the gold articles: stage.N
# has been through the first N filters; a document "-" with characters that need
# escapes comes last.
setup_file()
{
	# they write files of the same names into one folder
	export BATS_NO_PARALLELIZE_WITHIN_FILE=true
	load helpers
	cd "$BATS_FILE_TMPDIR"
	odd >odd.txt
	{
		paragraphs "$samples"/*.txt "$root"/test/gold/docs/*.txt
		paragraphs -H --csv --date=published "$samples/corpus.csv"
		paragraphs -H <odd.txt
	} >stage.1
	n=1
	for filter in $readers; do
		"$filter" stage.$n >stage.$((n + 1))
		n=$((n + 1))
	done
	ln -s stage.$n whole
	ls stage.* >stages
}

# Tests may run at the same time: each has a folder of its own.
setup()
{
	load helpers
	cd "$BATS_TEST_TMPDIR"
	ln -s "$BATS_FILE_TMPDIR"/* .
}

# Text that is hard on a table.
odd()
{
	printf 'A back\\slash, a\ttab \\n and “quotes”, Zoë Ó Sé said.\r\n\r\n'
	printf '"We paid \\$5\\t in 2019," said Ana\tDuarte of U.N. \\\\.\r\n'
	printf '\n\n_\n\n\xf0\x9f\x91\x8d\xf0\x9f\x8f\xbd 3%% _ \xc2\xa0x\n'
	printf 'e\xcc\x81\xcc\x81 \xe2\x80\xa8 \xd7\xa9 \xe4\xbb\x8a\xe5\xa4\xa9'
}

# each_stage COMMAND...: runs it with every filter that reads the stream and
# every stage it may meet.
each_stage()
{
	local filter stage
	for filter in $readers; do
		for stage in $(cat stages); do
			"$@" "$filter" "$stage" || {
				echo "$1: $filter $stage"
				return 1
			}
		done
	done
}

# A checker of the rules that one pass can check: prints what is wrong.
check_rows()
{
	LC_ALL=C awk -F '\t' '
	function wrong(what) {
		print FNR ": " what ": " substr($0, 1, 70)
		if (++wrongs == 10)
			exit
	}
	function points(s,    t) {
		gsub(/\\./, ".", s)
		t = s
		return length(s) - gsub(/[\200-\277]/, "", t)
	}
	function rank(type) {
		return type == "paragraph" ? 0 : type == "sentence" ? 1 : 2
	}
	# Whether the row before stands rightly before this one.
	function in_order() {
		if (start != last_start)
			return start > last_start
		if (end != last_end)
			return end < last_end
		if (rank($1) != rank(last[1]))
			return rank($1) > rank(last[1])
		if ($1 "" != last[1] "")
			return $1 "" > last[1] ""
		if ($6 "" != last[6] "")
			return $6 "" > last[6] ""
		return $7 "" >= last[7] ""
	}
	FNR == 1 && $1 == "type" { next }
	NF < 9 { wrong("fields"); next }
	/\r/ || /\t\t/ || /\t$/ { wrong("empty field or CR") }
	$1 !~ /^[a-z][a-z0-9_]*$/ { wrong("type") }
	$3 !~ /^(0|[1-9][0-9]*)$/ || $4 !~ /^[1-9][0-9]*$/ { wrong("offset") }
	$5 !~ /^(_|[1-9][0-9]*)$/ { wrong("sent") }
	{
		plain = $0
		gsub(/\\[tnr\\]/, "", plain)
		if (index(plain, "\\"))
			wrong("escape")
		start = $3 + 0
		end = $4 + 0
		if (points($9) != end - start)
			wrong("length of text")
	}
	$8 != "_" {
		n = split($8, pair, "|")
		for (i = 1; i <= n; i++) {
			key = pair[i]
			if (split(key, part, "=") != 2)
				wrong("attrs")
			if (i > 1 && part[1] "" <= before "")
				wrong("order of attrs")
			before = part[1]
		}
	}
	$1 == "paragraph" {
		if ($2 "" == doc "" && start < block_end && start > block_start)
			wrong("paragraphs overlap")
		doc = $2
		block_start = start
		block_end = end
		sentence_end = 0
		if ($5 != "_")
			wrong("sent of a paragraph")
	}
	$1 != "paragraph" {
		if ($2 "" != doc "" || start < block_start || end > block_end)
			wrong("outside its paragraph")
		if (!in_order())
			wrong("order")
		if ($0 == line)
			wrong("twice")
	}
	$1 == "sentence" {
		if (start < sentence_end)
			wrong("sentences overlap")
		sentence_end = end
		number = $5
	}
	$1 ~ /^(token|number|entity|quote)$/ && number != "" && \
	    start < sentence_end && $5 != number { wrong("sent") }
	{
		split($0, last, "\t")
		last_start = start
		last_end = end
		line = $0
	}' "$1"
}

# Lines of the first file that the second lacks, in place; and lines that it
# has of its own that are no rows of the type.
not_passed()
{
	diff "$1" "$2" | sed -n "/^</p; /^> $3	/d; /^>/p"
}

@test "offsets: document[start:end] is the text, for every row of every text" {
	for file in "$samples"/*.txt "$root"/test/gold/docs/*.txt; do
		awk -F '\t' -v doc="$file" '$2 == doc {
		    printf "row\t%s\t%s\t%s\n", $3, $4, $9 }' whole >rows
		[ "$(wc -l <rows)" -gt 100 ]
		offsets_hold "$file" rows
	done
	awk -F '\t' '$2 == "-" { printf "row\t%s\t%s\t%s\n", $3, $4, $9 }' \
	    whole >rows
	[ "$(wc -l <rows)" -gt 30 ]
	offsets_hold odd.txt rows
}

@test "offsets: and of every record of a table" {
	type -P mlr >/dev/null || skip 'no mlr'
	mkdir -p records
	mlr --icsv --ojson put -q \
	    'print > "records/".$id, $body' "$samples/corpus.csv"
	[ "$(ls records | wc -l)" -ge 20 ]
	for file in records/*; do
		awk -F '\t' -v doc="${file##*/}" '$2 == doc {
		    printf "row\t%s\t%s\t%s\n", $3, $4, $9 }' whole >rows
		[ -s rows ]
		offsets_hold "$file" rows
	done
}

@test "rows: canonical order, nesting, no empty field, no unknown escape" {
	for stage in $(cat stages); do
		check_rows "$stage" >wrong
		cat wrong
		[ ! -s wrong ]
	done
	# the checker itself can fail
	sed -n 1,40p whole | sort -r | check_rows /dev/stdin | grep -q .
}

@test "rows: every filter adds its own type and keeps what it read" {
	passes() {
		"$1" "$2" >out &&
		    not_passed "$2" out "$(type_of "$1")" >lost
		[ ! -s lost ]
	}
	each_stage passes
}

# A row of another type in each block, and columns 10 to 13 on some rows.
strange()
{
	awk -F '\t' -v OFS='\t' '
	function other() {
		if (end != "")
			print "zzz", doc, end - 1, end, "_", "x\\ty", "|=", \
			    "k=v%7C|\\t=x", tail, "extra"
	}
	$1 == "type" { print; next }
	$1 == "paragraph" {
		other()
		doc = $2
		end = $4
		tail = $9
		gsub(/\\\\/, "\001", tail)
		match(tail, /(\\.|[\001-\177]|[\300-\377][\200-\277]*)$/)
		tail = substr(tail, RSTART)
		if (tail == "\001")
			tail = "\\\\"
		print $0, "col 10", "_", "", "a\"b\\\\ <&>"
		next
	}
	NR % 3 { print; next }
	{ print $0, "", "col 11" }
	END { other() }' "$1"
}

@test "rows: unknown types and columns of the user pass untouched" {
	passes() {
		LC_ALL=C strange "$2" >in &&
		    [ "$(grep -c ^zzz in)" -eq "$(grep -c ^para in)" ] &&
		    "$1" in >out || return 1
		not_passed in out "$(type_of "$1")" >lost
		[ ! -s lost ] || return 1
		# and they do not change what is found
		"$1" -oH in >with
		"$1" -oH "$2" | same_bytes - with
	}
	each_stage passes
}

@test "rows: a filter twice is a filter once" {
	twice() {
		"$1" "$2" >once && "$1" once | same_bytes once -
	}
	each_stage twice
}

@test "rows: a row that is there already is not written again, other forms are" {
	header >in
	printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' \
	    paragraph d 0 3 _ body _ _ Two \
	    number d 0 3 _ cardinal 2 z=1 Two \
	    number d 0 3 _ cardinal 2 _ Two >>in
	numbers in | same_bytes in -
	grep -v 'z=1' in | numbers | same_bytes - <(grep -v z=1 in)
	grep -v '2	_' in | numbers | sort | same_bytes - <(sort in)
}

@test "filters that do not read each other's rows commute" {
	for stage in stage.1 stage.2 stage.3; do
		numbers $stage | entities | quotes >out.1
		entities $stage | numbers | quotes >out.2
		entities $stage | quotes | numbers >out.3
		same_bytes out.1 out.2
		same_bytes out.1 out.3
		quotes $stage | numbers >out.1
		numbers $stage | quotes >out.2
		same_bytes out.1 out.2
	done
}

@test "two documents one after the other are each by itself" {
	for filter in $readers; do
		for a in treaty market crlf; do
			paragraphs "$samples/$a.txt" | sentences | tokens >a
			paragraphs "$samples/british.txt" | sentences >b
			{ "$filter" a; "$filter" -H b; } >want
			# a stream may have lost or repeated its header
			cat a b | "$filter" | same_bytes want -
			"$filter" a b | same_bytes want -
			{ cat a; sed 1d b; } | "$filter" | same_bytes want -
		done
		# the same document again: offsets start again
		{ "$filter" a; "$filter" -H a; } >want
		"$filter" a a | same_bytes want -
		# and text files
		cat "$samples/wrapped.txt" >c
		{ paragraphs c; paragraphs -H "$samples/match.txt"; } >want
		paragraphs c "$samples/match.txt" | same_bytes want -
	done
}

@test "records of a table are documents, each by itself" {
	paragraphs --csv --date=published "$samples/corpus.csv" >all
	for filter in $readers; do
		header >want
		cut -f2 all | sed 1d | uniq | while read -r doc; do
			awk -F '\t' -v doc="$doc" '$2 == doc' all |
			    "$filter" >>want
		done
		"$filter" all | same_bytes want -
	done
}

@test "header: passed on, not asked for, dropped when it comes again" {
	for filter in $readers; do
		"$filter" stage.3 >want
		sed 1d stage.3 | "$filter" >out
		sed 1d want | same_bytes - out
		awk 'NR == 1 { head = $0 }
		    /^paragraph/ && ++n % 5 == 0 { print head } { print }' \
		    stage.3 | "$filter" | same_bytes want -
		awk 'NR == 1 { print $0 "\tmine"; next } { print }' \
		    stage.3 | "$filter" >out
		[ "$(head -n 1 out)" = "$(header)	mine" ]
		sed 1d out >rest
		sed 1d want | same_bytes - rest
	done
}

@test "layers alone are read as blocks of their own" {
	for filter in $readers; do
		for layer in paragraph sentence token number entity quote zzz; do
			grep "^$layer	" whole >in || true
			"$filter" in >out
			not_passed in out "$(type_of "$filter")" >lost
			[ ! -s lost ]
			"$filter" out | same_bytes out -
		done
	done
	grep ^sentence stage.2 | tokens -oH >out
	tokens -oH stage.2 | same_bytes out -
}

@test "better input gives better output, poorer input never fails" {
	# without tokens, and with them, the same is found
	for filter in numbers entities quotes; do
		"$filter" -oH stage.2 >out
		"$filter" -oH stage.3 | same_bytes out -
		"$filter" -oH stage.1 | cut -f1-4,6,7,9 >out
		"$filter" -oH stage.3 | cut -f1-4,6,7,9 | same_bytes out -
	done
}

@test "options mean the same in every filter" {
	for filter in $readers; do
		"$filter" stage.1 >want
		diff stage.1 want | sed -n 's/^> //p' >added
		[ -s added ]
		"$filter" -o -H stage.1 | same_bytes added -
		{ header; cat added; } >only
		"$filter" --only stage.1 | same_bytes only -
		sed 1d want >bare
		"$filter" --no-header stage.1 | same_bytes bare -
		for option in -s --strict -u --unbuffered -su; do
			"$filter" $option stage.1 | same_bytes want -
		done
	done
	paragraphs "$samples/treaty.txt" >want
	for option in -s --strict -u --unbuffered -o --only -suo; do
		paragraphs $option "$samples/treaty.txt" | same_bytes want -
	done
	sed 1d want >bare
	for option in -H --no-header; do
		paragraphs $option "$samples/treaty.txt" | same_bytes bare -
	done
}

@test "--help and --version, even among junk; unknown options are status 2" {
	for filter in $filters; do
		for option in -h --help; do
			"$filter" --junk $option nofile >help 2>err
			[ ! -s err ]
			head -n 1 help | grep -q "^usage: $filter "
			[ "$(wc -l <help)" -le 24 ]
			refute grep -E '.{81}' help
		done
		for option in only no-header strict unbuffered help version; do
			grep -Eq "^ +-., --$option " help
		done
		for option in -V --version; do
			run -0 "$filter" $option --junk nofile
			[[ $output == "$filter (Rill) "[0-9]* ]]
		done
		for option in --junk -x --only=x --help=x; do
			run -2 --separate-stderr "$filter" $option stage.1
			[ -z "$output" ]
			[ "${#stderr_lines[@]}" -eq 2 ]
			[[ ${stderr_lines[0]} == "$filter: "* ]]
			[ "${stderr_lines[1]}" = "try '$filter --help'" ]
		done
		# its example runs
		sh -c "$(tail -n 1 help)" >out
		[ -s out ]
	done
}

@test "success is silent" {
	for filter in $readers; do
		"$filter" stage.1 >out 2>err
		[ ! -s err ]
	done
	paragraphs "$samples"/*.txt >out 2>err
	[ ! -s err ]
}

# Strings over tab, LF, CR, backslash, quote, underscore, bar, equals sign,
# per cent, space, letters; as CSV, and as fields of the stream.
strings()
{
	LC_ALL=C awk -v form="$1" '
	function random(n) {
		seed = (seed * 16807) % 2147483647
		return seed % n
	}
	function string(    s, n) {
		s = ""
		for (n = 1 + random(8); n > 0; n--)
			s = s letter[1 + random(letters)]
		return s
	}
	function field(s) {
		gsub(/\\/, "&&", s)
		gsub(/\t/, "\\t", s)
		gsub(/\n/, "\\n", s)
		gsub(/\r/, "\\r", s)
		return s
	}
	function quoted(s) {
		gsub(/"/, "\"\"", s)
		return "\"" s "\""
	}
	BEGIN {
		seed = 20190704
		letters = split("\t:\n:\r:\\:\":_:|:=:%: :a:n:\303\251:,", \
		    letter, ":")
		if (form == "csv")
			print "doc,m,text"
		for (i = 1; i <= 3000; i++) {
			doc = "d" string()
			m = "m" string()
			if (form == "csv") {
				print quoted(doc) "," quoted(m) ",x"
				continue
			}
			m = field(m)
			gsub(/\|/, "%7C", m)
			gsub(/=/, "%3D", m)
			printf "paragraph\t%s\t0\t1\t_\tbody\t_\tm=%s\tx\n", \
			    field(doc), m
		}
	}'
}

@test "escapes: any string comes through a table and every filter" {
	strings stream >want
	strings csv >in.csv
	paragraphs -H --csv --meta=m in.csv >out
	# a single letter is no heading
	sed 's/	heading	/	body	/' out | same_bytes want -
	for filter in $readers; do
		"$filter" -H want >out
		grep ^paragraph out | same_bytes want -
	done
	# the same table with the stream's escapes
	{
		printf 'doc\tm\ttext\n'
		awk -F '\t' '{
			sub(/^m=/, "", $8)
			gsub(/%7C/, "|", $8)
			gsub(/%3D/, "=", $8)
			printf "%s\t%s\tx\n", $2, $8 }' want
	} >in.tsv
	paragraphs -H --tsv --meta=m in.tsv |
	    sed 's/	heading	/	body	/' | same_bytes want -
}

@test "escapes: text that needs them is one field and the same text" {
	strings csv | sed 1d >text
	paragraphs text | sentences | tokens | numbers | entities | quotes >out
	check_rows out >wrong
	cat wrong
	[ ! -s wrong ]
	awk -F '\t' 'NR > 1 { printf "row\t%s\t%s\t%s\n", $3, $4, $9 }' out \
	    >rows
	[ "$(wc -l <rows)" -gt 9000 ]
	offsets_hold text rows
}

# Others that read tables take the same bytes for the same text.
@test "escapes: Miller passes rows on unchanged, jq writes the same fields" {
	type -P mlr >/dev/null && type -P jq >/dev/null || skip 'no mlr or jq'
	strings csv | sed -n 2,300p >text
	paragraphs text | sentences | tokens >rows
	mlr --tsv cat rows | same_bytes rows -
	# what a field means, written by jq
	cut -f 9 rows | grep '[\\]' | sort -u >fields
	[ "$(wc -l <fields)" -gt 20 ]
	jq -rR '[("\"" + gsub("\""; "\\\"") + "\"" | fromjson)] | @tsv' fields |
	    same_bytes fields -
}

@test "offsets count what wc -m counts" {
	local file
	for file in "$samples"/*.txt "$root"/test/gold/docs/*.txt; do
		printf %s "$(tr -d '\r' <"$file")" >whole
		paragraphs whole | awk -F '\t' 'END { print $4 }' >got
		LC_ALL=C.UTF-8 wc -m <whole | tr -d ' ' | same_bytes got -
	done
}
