# speakers: words quoted by speaker, most first; awk reaches the engines through
# the filters.
#
#	awk -f speakers.awk FILE...

# A word of the shell that stands for any string.
function quoted(s)
{
	gsub(/'/, "'\\''", s)
	return "'" s "'"
}

BEGIN {
	FS = "\t"
	command = "paragraphs --"
	for (i = 1; i < ARGC; i++)
		command = command " " quoted(ARGV[i])
	command = command " | sentences | tokens | entities | quotes -oH"
	while ((command | getline) > 0) {
		words[$7] += split($9, unused, " ")
		quotes[$7]++
	}
	for (name in words)
		print words[name] "\t" quotes[name] "\t" name | "sort -rn"
}
