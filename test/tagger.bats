# entities: which words are names, and of what type.

setup() {
	load helpers
}

# TYPE:name of every name in the text, one a line
found()
{
	printf '%s\n' "$1" | "$bin/paragraphs" | "$bin/sentences" |
	    "$bin/tokens" | "$bin/entities" |
	    awk -F '\t' '$1 == "entity" { print $6 ":" $9 }'
}

check()
{
	run found "$1"
	[ "$status" -eq 0 ]
	shift
	for name; do
		printf '%s\n' "$output" | grep -qxF -- "$name" || {
			printf 'no %s in:\n%s\n' "$name" "$output"
			return 1
		}
	done
}

@test "tagger: people with hyphens, particles, initials and nicknames" {
	check 'The minister, Amara Diallo-Whitby, met Pieter van der Zanden.' \
	    'PER:Amara Diallo-Whitby' 'PER:Pieter van der Zanden'
	check 'The report was written by R. K. Oyelaran and Choi Mi-young.' \
	    'PER:R. K. Oyelaran' 'PER:Choi Mi-young'
	check 'The goal was scored by Tomasz "Tiger" Nowicki on Sunday.' \
	    'PER:Tomasz "Tiger" Nowicki'
}

@test "tagger: titles are no part of names" {
	check 'Last week Mr Okonkwo told Senator Ruth Valdez that he agreed.' \
	    'PER:Okonkwo' 'PER:Ruth Valdez'
	check 'Councillor Meera Patwardhan said that the plan was ready.' \
	    'PER:Meera Patwardhan'
}

@test "tagger: organisations with of, for and and" {
	check 'The Ministry of Water and Sanitation denied the reports.' \
	    'ORG:Ministry of Water and Sanitation'
	check 'She studied at the University of Ibadan in Nigeria.' \
	    'ORG:University of Ibadan' 'LOC:Nigeria'
}

@test "tagger: nationalities, religions and events are MISC" {
	check 'The Kenyan writer spoke to Muslim students in Arabic.' \
	    'MISC:Kenyan' 'MISC:Muslim' 'MISC:Arabic'
	check 'Thousands fled when Cyclone Belinda reached Madagascar.' \
	    'MISC:Cyclone Belinda' 'LOC:Madagascar'
}

@test "tagger: places in capitals and before hyphens" {
	check 'NAIROBI, Kenya - Farmers waited for rain on Tuesday.' \
	    'LOC:NAIROBI' 'LOC:Kenya'
	check 'The Geneva-based group closed its office near Lake Victoria.' \
	    'LOC:Geneva' 'LOC:Lake Victoria'
}

@test "tagger: headlines in capitals" {
	check 'FLOODS HIT NORTHERN PORTUGAL AND CUT ROADS TO LISBON' \
	    'LOC:PORTUGAL' 'LOC:LISBON'
	check 'SOUTH KOREA HOSTS NEW ZEALAND IN SEOUL' \
	    'LOC:SOUTH KOREA' 'LOC:NEW ZEALAND' 'LOC:SEOUL'
	check 'EL SALVADOR HOLDS VOTE' 'LOC:EL SALVADOR'
	check 'MINISTER MARTHA STONE LEAVES OSLO' 'PER:MARTHA STONE' 'LOC:OSLO'
	run found 'OFFICE OF THE DIRECTOR'
	[ -z "$output" ]
}

@test "tagger: common words are no names" {
	run found 'The committee of experts will meet the manager tomorrow.'
	[ "$status" -eq 0 ]
	[ -z "$output" ]
}
