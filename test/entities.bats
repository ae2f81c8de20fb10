# entities: names, their types and their fullest forms.

setup() {
	bin=${BUILD:-build}/bin
	case $bin in
	/*) ;;
	*) bin=$BATS_TEST_DIRNAME/../$bin ;;
	esac
}

names()
{
	printf '%s\n' "$1" | "$bin/paragraphs" |
	    "$bin/entities" |
	    awk -F '\t' '$1 == "entity" { print $6 "\t" $7 "\t" $9 }'
}

@test "entities: people, places and nationalities" {
	run names 'President Maria Lopez flew from Berlin to Paris on Monday.'
	[ "$status" -eq 0 ]
	[[ $output == *$'PER\tMaria Lopez\tMaria Lopez'* ]]
	[[ $output == *$'LOC\tBerlin\tBerlin'* ]]
	[[ $output == *$'LOC\tParis\tParis'* ]]
}

@test "entities: a surname stands for the full name" {
	run names 'Prime Minister David Miller spoke in London. Mr Miller said the talks in London went well.'
	[[ $output == *$'PER\tDavid Miller\tMiller'* ]]
}

@test "entities: nothing in lower case, nothing in nothing" {
	run names 'there is nothing to see here.'
	[ -z "$output" ]
	run names ''
	[ -z "$output" ]
}
