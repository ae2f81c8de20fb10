# options.awk: the options of programs from their manual pages, for completion.
#
#	awk -f options.awk PAGE.1... >TABLE
#
# TAB-separated columns: program; short option, without dash; long option;
# argument, "" for none; its values, where the page names all in .Sy (the argument
# is NAME, WHEN, FORMAT or LIST, which has some, parted by commas); what it does,
# the beginning of its text.

BEGIN { OFS = "\t" }

FNR == 1 { finish(); on = 0 }

/^\.Nm / && FNR < 20 { program = $2 }

/^\.Sh / { finish(); on = $2 == "OPTIONS"; depth = 0; next }

!on { next }

/^\.Bl/ { depth++; next }

/^\.El/ { depth--; next }

/^\.It Fl/ && depth == 1 {
	finish()
	item = substr($0, 5)
	next
}

item == "" || depth > 1 { next }

/^\.(Sy|Ar|Xr|Ql)/ {
	if ($1 == ".Sy")
		values = values (values == "" ? "" : " ") $2
	sub(/^\.[A-Z][a-z] /, "")
	gsub(/ [,.;]/, "&\001")
	gsub(/ [,.;]\001/, "\002&")
	gsub(/\002 /, "")
	gsub(/\001/, "")
}

{
	gsub(/Fl Fl /, "--")
	sub(/^\.[A-Z][a-z] /, "")
	gsub(/\\&|\\e/, "")
	gsub(/\\-/, "-")
	text = text (text == "" ? "" : " ") $0
}

# The options of an item: Fl h , Fl Fl help, or Fl Fl csv , Fl Fl tsv.
function finish(    n, i, part, short, long, argument)
{
	if (item == "")
		return
	sub(/[.:;] .*|\.$/, "", text)
	n = split(item, part, / , /)
	for (i = 1; i <= n; i++) {
		argument = ""
		if (match(part[i], /Ar .*/)) {
			argument = substr(part[i], RSTART + 3)
			sub(/ .*/, "", argument)
		}
		if (part[i] !~ /^Fl Fl /) {
			short = substr(part[i], 4, 1)
			continue
		}
		long = substr(part[i], 7)
		sub(/ .*/, "", long)
		if (!seen[program, long]++)
			print program, short, long, argument,
			    argument ~ /^(NAME|WHEN|FORMAT|LIST)$/ ? values : "", text
	}
	item = text = values = ""
}

END { finish() }
