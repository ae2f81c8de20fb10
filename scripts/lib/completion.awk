# completion.awk: completion for a shell from the table of options.awk.
#
#	awk -v shell=SHELL [-v prefix=PREFIX] -f completion.awk TABLE
#
# SHELL is bash, zsh or fish; PREFIX goes before the names of the programs, as
# make install does. All complete options, the values that are known, each one
# of a LIST, and files; what is typed as --option=value too.

BEGIN { FS = "\t" }

!($1 in Options) { Program[++Programs] = $1; Options[$1] }

{
	k = $1 SUBSEP (++Count[$1])
	Short[k] = $2
	Long[k] = $3
	Argument[k] = $4
	Values[k] = $5
	Text[k] = $6
}

END {
	if (shell == "bash")
		bash()
	else if (shell == "zsh")
		zsh()
	else
		fish()
}

# In single quotes.
function quoted(s)
{
	gsub(/\047/, "\047\\\047\047", s)
	return "\047" s "\047"
}

function all_names(    i, s)
{
	for (i = 1; i <= Programs; i++)
		s = s " " prefix Program[i]
	return s
}

# Words behind --option= are words of their own to bash, since = parts words.
function bash(    i, j, k)
{
	print "# completion for bash, made by completion.awk\n"
	print "_rill_words()\n{\n\tcase $1 in"
	for (i = 1; i <= Programs; i++) {
		printf "\t%s) printf \047%%s\\n\047", prefix Program[i]
		for (j = 1; j <= Count[Program[i]]; j++) {
			k = Program[i] SUBSEP j
			printf " \\\n\t\t--%s%s", Long[k],
			    (Argument[k] == "") ? "" : "="
			if (Short[k] != "")
				printf " -%s", Short[k]
		}
		print " ;;"
	}
	print "\tesac\n}\n"
	print "_rill_values()\n{\n\tcase $1$2 in"
	for (i = 1; i <= Programs; i++)
		for (j = 1; j <= Count[Program[i]]; j++) {
			k = Program[i] SUBSEP j
			if (Values[k] != "")
				printf "\t%s--%s) echo \047%s\047 ;;\n",
				    prefix Program[i], Long[k], Values[k]
		}
	print "\tesac\n}\n"
	print "_rill()"
	print "{"
	print "\tlocal word=$2 name=${1##*/} option=\047\047"
	print "\tif [ \"$2\" = = ]; then"
	print "\t\toption=$3 word=\047\047"
	print "\telif [ \"$3\" = = ] && [ \"$COMP_CWORD\" -ge 2 ]; then"
	print "\t\toption=${COMP_WORDS[COMP_CWORD-2]}"
	print "\telif [ -n \"$(_rill_values \"$name\" \"$3\")\" ]; then"
	print "\t\toption=$3"
	print "\tfi"
	print "\tCOMPREPLY=()"
	print "\tif [ -n \"$option\" ]; then"
	print "\t\tlocal list=${word%\"${word##*,}\"}"
	print "\t\tmapfile -t COMPREPLY < <(compgen -P \"$list\" -W \\"
	print "\t\t    \"$(_rill_values \"$name\" \"$option\")\" \\"
	print "\t\t    -- \"${word##*,}\")"
	print "\telif [ \"${word#-}\" != \"$word\" ]; then"
	print "\t\tmapfile -t COMPREPLY < <(compgen -W \\"
	print "\t\t    \"$(_rill_words \"$name\")\" -- \"$word\")"
	print "\t\t[ \"${COMPREPLY#*=}\" != \047\047 ] || compopt -o nospace"
	print "\tfi"
	print "}\n"
	print "complete -o default -F _rill" all_names()
}

function zsh(    i, j, k, text, action, both)
{
	print "#compdef" all_names()
	print "# completion for zsh, made by completion.awk\n"
	print "case $service in"
	for (i = 1; i <= Programs; i++) {
		printf "%s)\n\t_arguments -s -S", prefix Program[i]
		for (j = 1; j <= Count[Program[i]]; j++) {
			k = Program[i] SUBSEP j
			text = Text[k]
			gsub(/[][\\:]/, "\\\\&", text)
			action = ""
			if (Argument[k] ~ /^FILE/)
				action = ":FILE:_files"
			else if (Argument[k] != "")
				action = ":" Argument[k] ":" (Values[k] \
				    == "" ? " " : Argument[k] == "LIST" ? \
				    "_values -s , LIST " Values[k] : \
				    "(" Values[k] ")")
			both = Short[k] == "" ? "" : \
			    "(-" Short[k] " --" Long[k] ")"
			if (both != "")
				printf " \\\n\t    %s", quoted(both "-" \
				    Short[k] (action == "" ? "" : "+") \
				    "[" text "]" action)
			printf " \\\n\t    %s", quoted(both "--" Long[k] \
			    (action == "" ? "" : "=") "[" text "]" action)
		}
		print " \\\n\t    \047*:FILE:_files\047 ;;"
	}
	print "esac"
}

function fish(    i, j, k)
{
	print "# completion for fish, made by completion.awk"
	for (i = 1; i <= Programs; i++)
		for (j = 1; j <= Count[Program[i]]; j++) {
			k = Program[i] SUBSEP j
			printf "complete -c %s -l %s", prefix Program[i],
			    Long[k]
			if (Short[k] != "")
				printf " -s %s", Short[k]
			if (Argument[k] ~ /^FILE/)
				printf " -r -F"
			else if (Argument[k] != "")
				printf " -x"
			if (Values[k] != "")
				printf " -a %s", quoted(Argument[k] == "LIST" \
				    ? "(__fish_append , " Values[k] ")" : \
				    Values[k])
			print " -d " quoted(Text[k])
		}
}
