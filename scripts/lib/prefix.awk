# prefix.awk: a manual page where programs are called by their installed names:
#
#	awk -v prefix=rill- -v names='numbers money' -v share=share/rill-rill \
#	    -f prefix.awk PAGE
#
# In .Nm, .Xr and .Dt, and in commands of examples: behind a prompt or a
# separator of the shell; in displays without prompts, in front of options.

BEGIN {
	Names = split(names, Name, " ")
	for (i = 1; i <= Names; i++) {
		Is[Name[i]]
		gsub(/-/, "\\-", Name[i])
	}
	Typed = prefix
	gsub(/-/, "\\-", Typed)
	Set = " *([A-Z_]+=[^ ]* +)*$"
	Separator = "([|;&({`]|\\\\\\(ga|[;{] *do|then)" Set
}

# The line with the prefix before each name between what matches lead and tail.
function named(line, lead, tail,    i, done, at, before, rest)
{
	for (i = 1; i <= Names; i++) {
		done = ""
		while (at = index(line, Name[i])) {
			before = done substr(line, 1, at - 1)
			rest = substr(line, at + length(Name[i]))
			if (before ~ lead && rest ~ tail)
				before = before Typed
			done = before Name[i]
			line = rest
		}
		line = done line
	}
	return line
}

FNR == 1 { inside = 0; piped = 0 }

prefix == "" { print; next }

$1 == ".Dt" && tolower($2) in Is { $2 = toupper(prefix) $2 }
$1 == ".Nm" && $2 in Is { $2 = prefix $2 }
$1 == ".Xr" && $2 in Is && $3 == 1 { $2 = prefix $2 }
$1 == ".Pa" { sub(/share\/rill/, share) }
/^\.(Dl|Ql) / {
	$0 = named($0, "(^\\.[DQ]l $|" Separator ")", "^( |$)")
}
/^\.Bd / { inside = 1; prompts = 0 }
/^\.Ed/ { inside = 0 }

inside && /^[$>] / {
	prompts = 1
	lead = "(^\\$" Set "|" Separator (piped ? "|^>" Set : "") ")"
	$0 = named($0, lead, "^( |$|[);])")
	piped = /(\||\\e|;|&&)$/
}
inside && !prompts && !/^[$>]/ {
	$0 = named($0, "(^|[|\"{]|\\\\\\(aq)[ \t]*$", "^ (\\\\-|\\|)")
}
{ print }
