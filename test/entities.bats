# shellcheck shell=bats
load setup.bash 2>/dev/null || load setup 2>/dev/null || true

names()
{
	printf '%s\n' "$1" | "${BUILD:-build}/bin/paragraphs" |
	    "${BUILD:-build}/bin/entities" | grep '^entity' | cut -f6,7,9
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
