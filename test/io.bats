# Input and output: what fails is said, what was finished is written, and nothing
# outside of the input decides what comes out.  All loops run over the
# Makefile's list of filters; everything that could hang runs under timeout.

bats_require_minimum_version 1.5.0

setup_file()
{
	load helpers
	cd "$BATS_FILE_TMPDIR"
	paragraphs "$samples"/*.txt | sentences >rows
}

setup()
{
	load helpers
	rows=$BATS_FILE_TMPDIR/rows
	cd "$BATS_TEST_TMPDIR"
}

# The input of a filter: text for the first, rows for the others.
input_of()
{
	case $1 in
	paragraphs) echo "$samples/treaty.txt" ;;
	*) echo "$rows" ;;
	esac
}

# one_line FILE PATTERN: FILE is one line that begins with the pattern.
one_line()
{
	if [ "$(wc -l <"$1")" -ne 1 ] || ! grep -q "^$2" "$1"; then
		cat "$1"
		return 1
	fi
}

# A row of one word.
row()
{
	printf '%s\t%s\t%s\t%s\t_\tbody\t_\t_\t%s\n' "$@"
}

endless()
{
	while cat "$1" 2>/dev/null; do :; done
}

@test "a full disk is a failure, said in one line" {
	[ -e /dev/full ] || skip 'no /dev/full'
	for filter in $filters; do
		for option in -H -u -o; do
			run -1 timeout 20 sh -c "exec $filter $option \"\$1\" \
			    >/dev/full 2>err" sh "$(input_of "$filter")"
			one_line err "$filter: write error: "
		done
		run -1 sh -c "$filter --help >/dev/full 2>err"
		one_line err "$filter: write error"
		run -1 sh -c "$filter --version >/dev/full 2>err"
		one_line err "$filter: write error"
	done
}

# Skips where memcheck's log takes a descriptor that was closed.
own_descriptors()
{
	[ -z "${RILL_MEMCHECK-}" ] || skip 'memcheck has them'
}

@test "closed standard output and input" {
	own_descriptors
	for filter in $filters; do
		run -1 timeout 20 sh -c "$filter <\"\$1\" >&- 2>err" sh \
		    "$(input_of "$filter")"
		one_line err "$filter: write error: "
		run -1 timeout 20 sh -c "$filter <&- >out 2>err"
		one_line err "$filter: -: "
	done
}

@test "closed descriptors: a file is never taken for standard output" {
	own_descriptors
	for filter in $filters; do
		cp "$(input_of "$filter")" in
		run timeout 20 sh -c "$filter in >&- 2>&-"
		[ "$status" -eq 1 ]
		same_bytes in "$(input_of "$filter")"
		run timeout 20 sh -c "$filter in <&- >out 2>err"
		[ "$status" -eq 0 ]
		"$filter" in | same_bytes out -
	done
}

@test "an unreadable operand is named, the others are processed" {
	mkdir folder
	for filter in $filters; do
		in=$(input_of "$filter")
		"$filter" "$in" >want
		run -1 timeout 20 sh -c "$filter nofile \"\$1\" >out 2>err" \
		    sh "$in"
		one_line err "$filter: nofile: No such file"
		same_bytes want out
		run -1 timeout 20 sh -c "$filter \"\$1\" folder >out 2>err" \
		    sh "$in"
		one_line err "$filter: folder: Is a directory"
		same_bytes want out
		run -1 timeout 20 sh -c "$filter . >out 2>err"
		one_line err "$filter: .: Is a directory"
	done
}

@test "names of files: a dash, spaces, line ends, options" {
	for filter in $filters; do
		for name in -- '-o' ' a b ' $'a\nb' 'é"$(x)'; do
			cp "$(input_of "$filter")" "./$name"
			"$filter" -H -- "$name" | cut -f1,3- >out
			"$filter" -H <"./$name" | cut -f1,3- |
			    same_bytes out -
		done
		"$filter" - <"$(input_of "$filter")" >out
		"$filter" <"$(input_of "$filter")" | same_bytes out -
	done
}

@test "a reader that leaves: SIGPIPE ends the filter without a word" {
	trap | grep -q 'SIGPIPE' && skip 'SIGPIPE is ignored here'
	for filter in $filters; do
		in=$(input_of "$filter")
		{
			endless "$in" | {
				code=0
				timeout 20 "$filter" 2>err || code=$?
				echo $code >status
			}
		} | head -n 1 >out
		[ "$(cat status)" -eq 141 ]
		[ ! -s err ]
		[ "$(cat out)" = "$(header)" ]
	done
}

@test "a reader that leaves: with SIGPIPE ignored the filter fails and ends" {
	for filter in $filters; do
		in=$(input_of "$filter")
		(
			trap '' PIPE
			endless "$in" | {
				code=0
				timeout 20 "$filter" 2>err || code=$?
				echo $code >status
			}
		) | head -n 1 >out
		[ "$(cat status)" -eq 1 ]
		one_line err "$filter: write error: "
	done
}

# text, and in: its rows, more than 64 KiB from each filter.
nine_times() {
	local i

	for i in 1 2 3 4 5 6 7 8 9; do
		cat "$samples"/*.txt
	done >text
	paragraphs text | sentences >in
}

@test "no room in the middle: a prefix of the output, and a failure" {
	# 48 KiB in blocks of 512 or of 1024 bytes
	blocks=$(ulimit -f 1; dd if=/dev/zero of=size bs=1k count=4 \
	    2>/dev/null; wc -c <size)
	[ "$blocks" -gt 0 ] || skip 'no ulimit -f'
	nine_times
	for filter in $filters; do
		[ "$filter" = paragraphs ] && in=text || in=in
		"$filter" $in >want
		[ "$(wc -c <want)" -gt 65536 ]
		run timeout 20 sh -c "trap '' XFSZ 2>/dev/null
		    ulimit -f \$((49152 / $blocks)); exec $filter $in \
		    >out 2>err"
		[ "$status" -ne 0 ]
		[ "$(wc -c <out)" -le 49152 ]
		cmp -n "$(wc -c <out)" want out
		[ "$(wc -c <out)" -gt 0 ]
		[ "$status" -ne 1 ] || one_line err "$filter: write error: "
	done
}

@test "a file system of 64 KiB: what fits is a prefix, the rest a failure" {
	mkdir disk
	unshare -rm mount -t tmpfs -o size=64k none disk 2>/dev/null ||
	    skip 'no mount in a name space of our own (unshare)'
	nine_times
	for filter in $filters; do
		[ "$filter" = paragraphs ] && in=text || in=in
		"$filter" $in >want
		[ "$(wc -c <want)" -gt 65536 ]
		run -1 timeout 20 unshare -rm sh -c "
		    mount -t tmpfs -o size=64k none disk && {
		    $filter $in >disk/out 2>err; code=\$?
		    cat disk/out >out; exit \$code; }"
		one_line err "$filter: write error: No space left on device"
		[ "$(wc -c <out)" -gt 32768 ]
		cmp -n "$(wc -c <out)" want out
	done
}

@test "output does not depend on how the input is divided" {
	"$bin/paragraphs" "$samples/market.txt" | sentences | tokens | head -n 200 |
	    grep -v '^token.*[a-z]$' >piece
	for filter in $filters; do
		in=$(input_of "$filter")
		[ "$filter" = paragraphs ] || in=piece
		"$filter" <"$in" >want
		for size in 1 2 3 7; do
			dd if="$in" bs=$size 2>/dev/null | "$filter" |
			    same_bytes want -
			# one write at a time, with a pause now and then
			{
				dd bs=$size count=5 2>/dev/null
				sleep 0.01
				dd bs=$size count=9 2>/dev/null
				sleep 0.01
				cat
			} <"$in" | "$filter" | same_bytes want -
		done
	done
}

# Text of characters of four bytes, 200 KiB long, after n letters.
wide()
{
	awk -v n="$1" 'BEGIN {
		while (n-- > 0)
			s = s "x"
		if (s != "")
			print s "\n"
		for (i = 0; i < 5000; i++)
			printf "\360\237\230\200\360\237\230\200 ab%d \
\360\235\224\270\360\235\225\220\342\202\254 went \360\237\232\200.%s", \
			    i, i % 50 == 49 ? "\n\n" : " "
	}' /dev/null
}

@test "characters that straddle the edges of buffers" {
	shifted() {
		awk -F '\t' -v OFS='\t' -v n="$1" '$3 >= n {
		    $3 -= n; $4 -= n; print }'
	}
	wide 0 | paragraphs -H >want.paragraphs
	[ "$(wide 0 | wc -c)" -gt 100000 ]
	for n in 1 2 3 4; do
		wide $n | paragraphs -H | shifted $((n + 2)) |
		    same_bytes want.paragraphs -
	done
	for filter in $readers; do
		"$filter" -H want.paragraphs >want
		for n in 1 2 3 4; do
			{
				row paragraph x 0 $n "$(printf %${n}s '' |
				    tr ' ' x)"
				cat want.paragraphs
			} | "$filter" -H | grep -v '	x	0	' |
			    same_bytes want -
		done
	done
}

@test "a paragraph of megabytes in lines is cut and nothing of it is lost" {
	for line in 'Ana Duarte said that she had paid 5 dollars on Monday, and' \
	    'lines “of” many é widths' 'a'; do
		yes "$line" 2>/dev/null | head -c 9000000 | sed '$d' >in
		timeout 60 paragraphs -H in >out
		[ "$(wc -l <out)" -gt 8 ]
		cut -f9 out | sed 's/\\n/ /g' | tr ' ' '\n' >words
		tr ' ' '\n' <in | cmp words -
	done
}

@test "no line end at the end, nothing at all, a header alone" {
	for filter in $readers; do
		: | "$filter" >out 2>err
		[ ! -s out ] && [ ! -s err ]
		header | "$filter" 2>err | same_bytes - <(header)
		[ ! -s err ]
		header | "$filter" -H >out
		[ ! -s out ]
		"$filter" "$rows" >want
		printf %s "$(cat "$rows")" | "$filter" | same_bytes want -
		printf '%s' "$(header)" | "$filter" | same_bytes - <(header)
	done
	: | paragraphs | same_bytes - <(header)
	printf %s "$(cat "$samples/treaty.txt")" | paragraphs -H >out
	paragraphs -H <"$samples/treaty.txt" | same_bytes out -
}

# Ill-formed UTF-8: lone and missing continuation bytes, overlong forms,
# surrogates, beyond U+10FFFF, bytes that never occur.
ill_formed()
{
	cat <<-'EOT'
	\200
	\277
	\200\277
	\300\200
	\301\277
	\302
	\337
	\302\302\251
	\340\200\200
	\340\237\277
	\340
	\341\200
	\342\202
	\355\240\200
	\355\277\277
	\355\240\200\355\260\200
	\357\277
	\360\200\200\200
	\360\217\277\277
	\360
	\360\237
	\360\237\230
	\364\220\200\200
	\365\200\200\200
	\370\210\200\200\200
	\374\204\200\200\200\200
	\376
	\377
	\303\050
	\360\237\230\101
	EOT
}

@test "ill-formed UTF-8 in any column stops the stream with its line" {
	[ "$(ill_formed | wc -l)" -eq 30 ]
	for filter in $readers; do
		row paragraph d 0 1 a >good
		"$filter" -H good >want
		ill_formed | while read -r bytes; do
			for row in 'paragraph\td\t3\t4\t_\tbody\t_\t_\t%b' \
			    'paragraph\t%b\t3\t4\t_\tbody\t_\t_\tx' \
			    'paragraph\td\t3\t4\t_\tbody\t_\ta=%b\tx' \
			    'paragraph\td\t3\t4\t_\tbody\t_\t_\tx\t%b'; do
				cp good in
				# shellcheck disable=SC2059 # a row with a hole
				printf "$row\n" "$bytes" >>in
				expect 1 "$filter" in >out 2>err
				grep -qx "$filter: in:2: ill-formed UTF-8" err
				same_bytes want out
			done
		done
	done
}

@test "controls, separators, direction marks, piles of combining marks" {
	{
		printf 'a\001b\033[31m \302\205 \342\200\250x\342\200\251y '
		printf '\342\200\256abc\342\200\254 \357\273\277 \177 \342\200\213'
		printf ' \357\277\276 \364\217\277\277 said \342\201\246Ana\342\201\251.\n\n'
		printf 'Z'
		awk 'BEGIN { for (i = 0; i < 100; i++) printf "\314\201" }'
		printf 'o said "e'
		awk 'BEGIN { for (i = 0; i < 3000; i++) printf "\315\240" }'
		printf '" on 5'
		awk 'BEGIN { for (i = 0; i < 3000; i++) printf "\314\201" }'
		printf '0 May 2019.\n'
	} >text
	timeout 20 paragraphs text | timeout 20 sentences |
	    timeout 20 tokens | timeout 20 numbers | timeout 20 entities |
	    timeout 20 quotes >out
	awk -F '\t' 'NR > 1 { printf "row\t%s\t%s\t%s\n", $3, $4, $9 }' out \
	    >fields
	[ "$(wc -l <fields)" -gt 20 ]
	offsets_hold text fields
	for filter in $readers; do
		"$filter" out | same_bytes out -
	done
}

# What is wrong, whether the row itself says that it begins a block, the row.
malformed()
{
	tr '|' '\t' <<-'EOT' | sed 's/!/|/g'
	fewer than nine fields|paragraph|d|3|4|_|body|_|_
	not a row (paragraphs makes rows of text)|paragraph
	fewer than nine fields|paragraph|d|3|4|_|body|_|x
	empty field (_ stands for none)|paragraph|d|3|4|_||_|_|x
	empty field (_ stands for none)|paragraph||3|4|_|body|_|_|x
	empty field (_ stands for none)|paragraph|d|3|4|_|body|_|_|
	start is not a number|paragraph|d|x|4|_|body|_|_|x
	start is not a number|paragraph|d|-1|4|_|body|_|_|x
	start is not a number|paragraph|d|1e999|4|_|body|_|_|x
	start is not a number|paragraph|d|03|4|_|body|_|_|x
	start is not a number|paragraph|d|+3|4|_|body|_|_|x
	start is not a number|paragraph|d| 3|4|_|body|_|_|x
	start is not a number|paragraph|d|3.0|4|_|body|_|_|x
	start is not a number|paragraph|d|99999999999999999999|4|_|body|_|_|x
	end is not a number|paragraph|d|3|x|_|body|_|_|x
	end is not a number|paragraph|d|3|_|_|body|_|_|x
	end is not a number|paragraph|d|3|9999999999999999999|_|body|_|_|x
	end before start|paragraph|d|5|4|_|body|_|_|x
	empty span|paragraph|d|4|4|_|body|_|_|x
	sent is neither a number nor _|paragraph|d|3|4|0|body|_|_|x
	sent is neither a number nor _|paragraph|d|3|4|one|body|_|_|x
	attrs are not key=value pairs|paragraph|d|3|4|_|body|_|a|x
	attrs are not key=value pairs|paragraph|d|3|4|_|body|_|=a|x
	attrs are not key=value pairs|paragraph|d|3|4|_|body|_|a=b=c|x
	attrs are not key=value pairs|paragraph|d|3|4|_|body|_|a=b!|x
	attrs are not key=value pairs|paragraph|d|3|4|_|body|_|!a=b|x
	unknown escape (only \t \n \r \\)|paragraph|d|3|5|_|body|_|_|\q
	unknown escape (only \t \n \r \\)|paragraph|d|3|4|_|body|_|_|\
	unknown escape (only \t \n \r \\)|paragraph|d\x|3|4|_|body|_|_|x
	unknown escape (only \t \n \r \\)|paragraph|d|3|4|_|body|_|_|x|\0
	text is not end - start code points long|paragraph|d|3|4|_|body|_|_|xy
	text is not end - start code points long|paragraph|d|3|6|_|body|_|_|\t\\
	type is not a name ([a-z][a-z0-9_]*)|Paragraph|d|3|4|_|body|_|_|x
	type is not a name ([a-z][a-z0-9_]*)|1st|d|3|4|_|body|_|_|x
	type is not a name ([a-z][a-z0-9_]*)|a-b|d|3|4|_|body|_|_|x
	type is not a name ([a-z][a-z0-9_]*)|"paragraph"|d|3|4|_|body|_|_|x
	not a row (paragraphs makes rows of text)|
	not a row (paragraphs makes rows of text)|# a comment
	not a row (paragraphs makes rows of text)|paragraph d 3 4 _ body _ _ x
	EOT
}

@test "malformed rows: name, file, line, reason; complete blocks before them" {
	{
		row paragraph d 0 1 a
		row paragraph d 3 6 'b c'
	} >good
	for filter in $readers; do
		"$filter" -H good >all
		head -n 1 good | "$filter" -H >first
		malformed | while IFS= read -r line; do
			reason=${line%%	*}
			bad=${line#*	}
			# what a paragraph follows is complete, all else may not be
			case $bad in
			paragraph'	'*) want=all ;;
			*) want=first ;;
			esac
			{ cat good; printf '%s\n' "$bad"; cat good; } >in
			expect 1 timeout 20 "$filter" -H in >out 2>err
			printf '%s: in:3: %s\n' "$filter" "$reason" |
			    same_bytes err -
			same_bytes $want out
			# inside of a block, and at the end without a line end
			{
				cat good
				printf -- '-%s' "$bad"
			} >in
			expect 1 timeout 20 "$filter" -H in >out 2>err
			one_line err "$filter: in:3: "
			same_bytes first out
			expect 1 timeout 20 "$filter" -H <in >out 2>err
			one_line err "$filter: -:3: "
			printf '%s\n' "$bad" >in
			expect 1 timeout 20 "$filter" <in >out 2>err
			[ ! -s out ]
			one_line err "$filter: -:1: "
		done
	done
}

@test "malformed rows: NUL, carriage return, out of order, too long" {
	row paragraph d 0 9 'One two 3' >good
	# what follows, and what is said of it
	fails() {
		for filter in $readers; do
			{ row paragraph d 0 1 a; sed s/d/e/ good; cat "$1"; } \
			    >in
			expect 1 timeout 30 "$filter" -H in >out 2>err
			printf '%s: in:3: %s\n' "$filter" "$2" |
			    same_bytes err -
			row paragraph d 0 1 a | "$filter" -H |
			    same_bytes out -
		done
	}
	row token e 4 7 "$(printf 'a\rb')" >cr
	fails cr 'carriage return (\r is written "\r")'
	printf 'token\te\t4\t7\t_\tword\t_\t_\ta\000b\n' >nul
	fails nul 'NUL byte'
	row token e 4 12 'two 3 ab' >crosses
	fails crosses 'row crosses the end of its paragraph'
	{ row token e 4 7 two; row token e 0 3 One; } >order
	for filter in $readers; do
		{ cat good; sed 's/	e	/	d	/' order; } >in
		expect 1 timeout 20 "$filter" -H in >out 2>err
		one_line err "$filter: in:3: row out of order"
		[ ! -s out ]
	done
	awk 'BEGIN { while (n++ < 17000) printf "%01024d", 0 }' </dev/null >long
	fails long 'row longer than 16 MiB'
}

@test "offsets beyond 32 bits" {
	row paragraph d 5000000000 5000000015 'Ana said “5 x”.' >in
	for filter in $readers; do
		"$filter" -H in >out
		awk -F '\t' '$3 < 5000000000 || $4 > 5000000015 ||
		    $4 - $3 > 15 { print; bad = 1 }
		    END { exit bad || NR < 1 }' out
	done
	sentences in | tokens | quotes -oH | cut -f3,4 >out
	printf '5000000009\t5000000014\n' | same_bytes out -
	row paragraph d 999999999999999990 999999999999999999 'Ana Ng. 5' |
	    tokens -oH | tail -n 1 | cut -f3,4 >out
	printf '999999999999999998\t999999999999999999\n' | same_bytes out -
}

@test "a finished document comes out while the input is still open" {
	for filter in $filters; do
		rm -f pipe
		mkfifo pipe
		timeout 20 "$filter" -Hu <pipe >out 3>&- &
		exec 8>pipe
		if [ "$filter" = paragraphs ]; then
			printf 'First one.\n\nSecond' >&8
		else
			row paragraph a 0 10 'First one.' >&8
			row paragraph b 0 3 Two >&8
		fi
		for i in $(seq 100); do
			[ ! -s out ] || break
			sleep 0.1
		done
		cut -f9 out | head -n 1 >got
		exec 8>&-
		wait
		echo 'First one.' | same_bytes - got
	done
}

@test "locale, zone and environment decide nothing" {
	pipeline() {
		in=$samples
		"$@" "$bin/paragraphs" "$in/british.txt" "$in/market.txt" |
		    "$@" "$bin/sentences" | "$@" "$bin/tokens" |
		    "$@" "$bin/numbers" --date=2019-07-04 |
		    "$@" "$bin/entities" | "$@" "$bin/quotes"
	}
	pipeline env >want
	for locale in C POSIX C.UTF-8 tr_TR.UTF-8 de_DE.UTF-8 ar_EG.UTF-8 \
	    ja_JP.eucJP xx_YY; do
		pipeline env LC_ALL=$locale LANG=$locale LANGUAGE=de |
		    same_bytes want -
	done
	for zone in UTC Asia/Kathmandu America/St_Johns :nowhere; do
		pipeline env TZ=$zone | same_bytes want -
	done
	pipeline env -i | same_bytes want -
	# memcheck has files there
	[ -n "${RILL_MEMCHECK-}" ] ||
		pipeline env -i COLUMNS=7 POSIXLY_CORRECT=1 \
		    ICU_DATA=/nonexistent TMPDIR=/nonexistent \
		    HOME=/nonexistent | same_bytes want -
	(cd / && pipeline env) | same_bytes want -
}

@test "the same twice" {
	for filter in $filters; do
		"$filter" "$(input_of "$filter")" >want
		for i in 1 2 3; do
			"$filter" "$(input_of "$filter")" | same_bytes want -
		done
		# where the addresses of memory are not drawn
		! type -P setarch >/dev/null ||
		    setarch -R "$filter" "$(input_of "$filter")" |
		    same_bytes want -
	done
}

@test "nothing is written but standard output, nothing asked of a network" {
	type -P strace >/dev/null || skip 'no strace'
	[ -z "${RILL_SANITIZED-}${RILL_COVERAGE-}" ] || skip 'checkers do'
	strace -o trace true 2>/dev/null || skip 'strace is not allowed'
	for filter in $filters; do
		strace -f -o trace "$filter" "$(input_of "$filter")" >out
		refute grep -E '^[0-9]+ +(socket|connect|unlink|rename|mkdir)|O_WRONLY|O_RDWR|O_CREAT' trace
	done
}
