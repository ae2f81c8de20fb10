# Numbers by the grammar of English: forms of times and amounts, one after the
# other, so that each rule of the engine has a sentence that it reads.

setup()
{
	load helpers
	cd "$BATS_TEST_TMPDIR"
}

@test "forms of times and amounts are read as cases/grammar.tsv says" {
	grep -v '^#' "$root/test/cases/grammar.tsv" >cases.tsv
	awk -F '\t' 'NR == 1 { print "doc\tdate\ttext" }
	    NR > 1 && !seen[$3]++ { print ++id "\t" $2 "\t" $3 }' cases.tsv >in.tsv
	awk -F '\t' -v OFS='\t' 'NR > 1 {
		if (!($3 in id)) id[$3] = ++last
		print id[$3], $4, $5, $6, $7 }' cases.tsv >want
	paragraphs --tsv --doc=doc --date=date --text=text in.tsv | sentences |
	    tokens | numbers -oH | cut -f2,6-9 | same_bytes want -
}
