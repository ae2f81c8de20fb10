# entities: names, their types, their fullest forms, kinds and options.

bats_require_minimum_version 1.5.0

setup() {
	load helpers
	cases=$BATS_TEST_DIRNAME/cases
	cd "$BATS_TEST_TMPDIR" || return 1
}

# label, value and text of the names in a text, | between
names_of() {
	text=$1
	shift
	printf '%s\n' "$text" | paragraphs | sentences | tokens |
	    entities -oH "$@" | cut -f6,7,9 | tr '\t' '|'
}

@test "entities: names of a document as the table of cases says" {
	grep -v '^#' "$cases/entities.tsv" >cases.tsv
	awk -F '\t' 'NR == 1 { print "doc\ttext" }
	    NR > 1 && !seen[$1]++ { print $1 "\t" $2 }' cases.tsv >in.tsv
	paragraphs --tsv --doc=doc --text=text in.tsv | sentences | tokens |
	    entities -oH >found.tsv
	awk -F '\t' '
		function attr(attrs, key,   n, i, pair) {
			n = split(attrs, pair, "|")
			for (i = 1; i <= n; i++)
				if (index(pair[i], key "=") == 1)
					return substr(pair[i], length(key) + 2)
			return "_"
		}
		function differs(want, got) { return want != "*" && want != got }
		NR == FNR { row[$2, $9] = $6 FS $7 FS $8; next }
		FNR == 1 { next }
		{
			key = $1 SUBSEP $3
			split(key in row ? row[key] : "none", got, FS)
			kind = attr(got[3], "kind")
			iso = attr(got[3], "iso")
			if (differs($4, got[1]) || differs($5, got[2]) ||
			    differs($6, kind) || differs($7, iso))
				print $1 ": " $3 ": " got[1], got[2], kind, iso
		}
	' found.tsv cases.tsv >wrong
	cat wrong
	[ ! -s wrong ]
}

@test "entities: nothing in nothing" {
	run -0 names_of ''
	[ -z "$output" ]
}

@test "entities: a name missed in capitals or at the start is found again" {
	run -0 names_of 'Quillmark beat the rest. In Paris, Quillmark Ltd. said so.
The head of Quillmark Ltd. spoke to Quillmark.'
	[[ $output == *'ORG|Quillmark Ltd.|Quillmark'$'\n'* ]]
}

@test "entities --names: names of the user go before others" {
	printf '%s\t%s\t%s\n' name type kind 'Blue Door' ORG company \
	    Paris PER '' widgetcoin MISC product >own.tsv
	printf 'name,type\n"Door, Blue",LOC\n' >own.csv
	text='Blue Door left Paris with widgetcoin. BLUE DOOR won. Door, Blue.'
	run -0 names_of "$text" --names=own.tsv
	[[ $output == *'ORG|Blue Door|Blue Door'* ]]
	[[ $output == *'ORG|Blue Door|BLUE DOOR'* ]]
	[[ $output == *'PER|Paris|Paris'* ]]
	[[ $output == *'MISC|widgetcoin|widgetcoin'* ]]
	printf '%s\n' "$text" | paragraphs | entities -oH --names=own.tsv |
	    grep -F 'conf=1.00|kind=company'
	run -0 names_of "$text" --names=own.csv
	[[ $output == *'LOC|Door, Blue|Door, Blue'* ]]
}

@test "entities --names: a wrong table is an error with its place" {
	printf 'name\ttype\nParis\tTOWN\n' >type.tsv
	printf 'name\tlabel\nParis\tLOC\n' >column.tsv
	run -1 --separate-stderr entities --names=type.tsv </dev/null
	[ "$stderr" = 'entities: type.tsv:2: type is not PER, ORG, LOC or MISC' ]
	run -1 --separate-stderr entities --names=column.tsv </dev/null
	[ "$stderr" = "entities: column.tsv:1: no column 'type'" ]
	run -1 --separate-stderr entities --names=absent.tsv </dev/null
	[[ $stderr == 'entities: absent.tsv: '* ]]
}

@test "entities --types: only these" {
	text='President Maria Lopez flew from Berlin to Paris on Monday.'
	run -0 names_of "$text" --types=PER
	[ "$output" = 'PER|Maria Lopez|Maria Lopez' ]
	run -0 names_of "$text" --types=LOC,MISC
	[ "$output" = $'LOC|Berlin|Berlin\nLOC|Paris|Paris' ]
	run -2 --separate-stderr entities --types=PER,TOWN </dev/null
	run -2 --separate-stderr entities --types= </dev/null
}

@test "entities --min-conf: only names as sure as that" {
	text='President Maria Lopez flew from Berlin to Paris on Monday.'
	names_of "$text" >all
	names_of "$text" --min-conf=0 >none
	cmp all none
	run -0 names_of "$text" --min-conf=1
	[ -z "$output" ]
	for wrong in 2 1.001 x '' . 1.5 -1 0.5.5; do
		run -2 --separate-stderr entities --min-conf="$wrong" \
		    </dev/null
		[ -z "$output" ]
	done
}
