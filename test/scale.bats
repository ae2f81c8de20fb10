# Many jobs, machines and packed corpora: scripts/annotate and scripts/cluster.

bats_require_minimum_version 1.5.0

setup()
{
	load helpers
	use_scripts
	export TMPDIR=$BATS_TEST_TMPDIR/tmp
	mkdir "$TMPDIR"
	cd "$BATS_TEST_TMPDIR"
}

needs()
{
	local tool
	for tool; do
		type -P "$tool" >/dev/null || skip "no $tool"
	done
}

# news BYTES: a table of so much invented news, news.tsv, and its rows, whole.
news()
{
	awk -v size="$1" -v text=news.txt -v table=news.tsv \
	    -f "$root/scripts/lib/news.awk" \
	    "$root/scripts/lib/news.grammar" "$root"/samples/*.txt
	annotate --date=date news.tsv >whole
}

left_nothing()
{
	[ -z "$(ls -A "$TMPDIR")" ]
}

@test "annotate --jobs: the same bytes for 1 to 64 jobs" {
	needs parallel
	news 60000
	local jobs
	for jobs in 1 2 3 7 64; do
		annotate --jobs="$jobs" --part=16 --date=date news.tsv |
		    cmp - whole
	done
	annotate --jobs 2 --part 1 -- "$root"/samples/*.txt "$root"/samples/*.csv |
	    cmp - <(annotate "$root"/samples/*.txt "$root"/samples/*.csv)
	annotate --jobs=2 </dev/null | cmp - <(annotate </dev/null)
	left_nothing
}

@test "annotate --jobs: documents of the same name, one after the other" {
	needs parallel
	printf 'The mayor, Ann Lee, said no.\n\nShe left.\n' >a.txt
	annotate a.txt a.txt a.txt >out
	annotate --jobs=3 --part=1 a.txt a.txt a.txt | cmp - out
}

@test "annotate --rows: goes on from rows of paragraphs" {
	news 20000
	paragraphs --tsv --date=date news.tsv | annotate --rows | cmp - whole
}

@test "annotate --jobs: a failure is told, and ends the run" {
	needs parallel
	printf 'Yes.\n' >a.txt
	run annotate --jobs=2 nofile.txt a.txt
	[ "$status" -eq 1 ]
	[[ "$output" == *"nofile.txt: No such file"* ]]
	[[ "$output" == *$'\ta.txt\t0\t'* ]]
	printf 'no row\n' >bad
	run annotate --jobs=2 --rows bad
	[ "$status" -eq 1 ]
	[[ "$output" == *"not a row (paragraphs makes rows of text)"* ]]
	run annotate --jobs=some a.txt
	[ "$status" -eq 2 ]
	left_nothing
}

@test "annotate --jobs: ends when its reader leaves" {
	needs parallel
	news 60000
	timeout 300 sh -c 'annotate --jobs=2 --part=4 --date=date news.tsv |
	    head -n 1' >out
	[ "$(cat out)" = "$(head -n 1 whole)" ]
}

@test "annotate --jobs: under nohup a hangup ends nothing" {
	needs parallel setsid
	news 60000
	(trap '' HUP && exec setsid sh -c 'annotate --jobs=2 --part=4 \
	    --work=work --date=date news.tsv >got 2>err') &
	local run=$!
	until [ -n "$(find work/out-* -type f 2>/dev/null)" ]; do
		sleep 0.02
	done
	kill -s HUP -- "-$run"
	wait "$run"
	cmp got whole
	[ ! -s err ]
	# by itself, it does as it is told; so does what waits for it
	mkdir bin
	cat >bin/parallel <<'EOF'
#!/bin/sh
[ "$*" = --version ] && exec "$REAL" --version
head -n 2 | "$REAL" "$@"
EOF
	chmod +x bin/parallel
	REAL=$(type -P parallel) PATH=$PWD/bin:$PATH expect 1 annotate --jobs=2 \
	    --part=4 --work=work --date=date news.tsv >got 2>err
	[ "$(cat err)" = "annotate: ended before all parts were done" ]
	cmp got <(head -c "$(wc -c <got)" whole)
	[ "$(find work/out-* -type f | wc -l)" -eq 2 ]
	annotate --work=work --part=4 --date=date news.tsv | cmp - whole
}

@test "annotate --jobs: what it started ends when it is killed by itself" {
	needs parallel
	news 60000
	mkdir bin
	cat >bin/parallel <<'EOF'
#!/bin/sh
[ "$*" = --version ] && exec "$REAL" --version
kill -s KILL "${jobs_in##*/in.}"
cat >seen
: >ended
EOF
	chmod +x bin/parallel
	REAL=$(type -P parallel) PATH=$PWD/bin:$PATH expect 137 annotate \
	    --jobs=2 --part=4 --work=work --date=date news.tsv >got 2>err
	for _ in {1..300}; do
		[ ! -e ended ] || break
		sleep 0.1
	done
	[ -e ended ]
	[ "$(wc -l <seen)" -lt 9 ]
}

@test "annotate --work: what is done is not done again" {
	needs parallel
	news 30000
	# killed: one part is left over, and half a result
	mkdir -p work/in.999999999
	touch work/in.999999999/00000001
	annotate --work=work --part=8 --date=date news.tsv | cmp - whole
	[ -s work/joblog ]
	[ "$(find work -type f | wc -l)" -eq 1 ]
	expect 1 sh -c 'annotate --work=work --part=8 --date=date news.tsv \
	    >/dev/full 2>err'
	[ "$(find work/out-* -type f | wc -l)" -ge 1 ]
	# another text, the same numbers of parts: nothing old is taken
	sed '2,$s/ the / a /g' news.tsv >other.tsv
	expect 1 sh -c 'annotate --work=work --part=8 --date=date other.tsv \
	    >/dev/full 2>err'
	annotate --work=work --part=8 --date=date other.tsv |
	    cmp - <(annotate --date=date other.tsv)
}

@test "annotate --work: killed and resumed, the same bytes" {
	needs parallel setsid
	sh "$root/test/crash" 4 "$RANDOM"
	left_nothing
}

@test "annotate: packed files have the rows and names of plain ones" {
	local tool suffix
	mkdir plain
	cp "$root"/samples/treaty.txt ./-t.txt
	cp "$root"/samples/treaty.txt $'a\nb \\ c.txt'
	cp "$root"/samples/corpus.csv t.csv
	for tool in gzip:gz zstd:zst xz:xz bzip2:bz2; do
		suffix=${tool#*:} tool=${tool%:*}
		type -P "$tool" >/dev/null || continue
		for file in ./-t.txt $'a\nb \\ c.txt' t.csv; do
			"$tool" -c <"$file" >"$file.$suffix"
		done
		annotate -- "-t.txt.$suffix" $'a\nb \\ c.txt.'"$suffix" \
		    "t.csv.$suffix" >packed
		annotate -- -t.txt $'a\nb \\ c.txt' t.csv | cmp - packed
		mkdir "f$suffix"
		mv -- *".txt.$suffix" "f$suffix"
		annotate "f$suffix" | cut -f3- >packed
		annotate -- -t.txt $'a\nb \\ c.txt' | cut -f3- | cmp - packed
	done
}

@test "annotate: a packed file that is broken, missing or not for its tool" {
	needs gzip
	gzip -c "$root/samples/treaty.txt" | head -c 200 >a.txt.gz
	printf 'plain\n' >b.txt.gz
	run annotate a.txt.gz b.txt.gz none.txt.gz
	[ "$status" -eq 1 ]
	[[ "$output" == *"annotate: a.txt.gz: gzip could not unpack"* ]]
	[[ "$output" == *"annotate: b.txt.gz: gzip could not unpack"* ]]
	[[ "$output" == *"annotate: none.txt.gz: cannot be read"* ]]
}

# A server of this user's own on a port of loopback, which ends with the test.
serve()
{
	local sshd
	sshd=$(PATH=$PATH:/usr/sbin:/sbin type -P sshd) || skip 'no sshd'
	needs ssh ssh-keygen
	# root's needs a folder, which it gets where nobody else sees it
	local own=()
	if [ "$(id -u)" -eq 0 ] && [ ! -d /run/sshd ]; then
		own=(unshare -m sh -c 'mount -t tmpfs tmpfs /run &&
		    mkdir /run/sshd && exec "$@"' sh)
		"${own[@]}" true 2>/dev/null || skip 'sshd needs /run/sshd'
	fi
	mkdir -m 700 ssh
	ssh-keygen -q -t ed25519 -N '' -f ssh/host
	ssh-keygen -q -t ed25519 -N '' -f ssh/user
	cp ssh/user.pub ssh/authorized
	local try
	for try in 1 2 3 4 5 6 7 8; do
		port=$((20000 + RANDOM % 20000))
		cat >ssh/sshd_config <<-END
		ListenAddress 127.0.0.1
		Port $port
		HostKey $PWD/ssh/host
		AuthorizedKeysFile $PWD/ssh/authorized
		PidFile $PWD/ssh/pid
		StrictModes no
		UsePAM no
		PasswordAuthentication no
		END
		"${own[@]}" "$sshd" -f "$PWD/ssh/sshd_config" -E "$PWD/ssh/log" -D 3>&- &
		server=$!
		for wait in {1..50}; do
			[ ! -s ssh/pid ] || return 0
			kill -0 "$server" 2>/dev/null || break
			sleep 0.1
		done
		kill "$server" 2>/dev/null || :
	done
	skip "sshd did not start: $(tail -n 1 ssh/log)"
}

teardown()
{
	[ -z "${server:-}" ] || kill "$server" 2>/dev/null || :
}

@test "annotate --hosts: other machines give the same bytes" {
	needs parallel
	serve
	news 30000
	cat >hosts <<-END
	# here, and there
	:
	2/127.0.0.1 $root/scripts/annotate
	END
	ssh="ssh -F none -p $port -i $PWD/ssh/user -o BatchMode=yes"
	ssh="$ssh -o IdentitiesOnly=yes -o StrictHostKeyChecking=no"
	ssh="$ssh -o UserKnownHostsFile=$PWD/ssh/known -o LogLevel=ERROR"
	# the server is really asked
	$ssh 127.0.0.1 true || skip "no login: $(tail -n 1 ssh/log)"
	export BUILD
	[ "$BUILD" = "$root/build" ] || skip 'the host has no such build'
	annotate --hosts=hosts --ssh="$ssh" --part=8 --date=date news.tsv |
	    cmp - whole
	grep -q Accepted ssh/log
	left_nothing
}

@test "annotate --hosts: what no host takes is done here" {
	needs parallel
	news 10000
	echo 'nowhere' >hosts
	printf '#!/bin/sh\nexit 255\n' >no-ssh
	chmod +x no-ssh
	annotate --hosts=hosts --ssh=./no-ssh --part=4 --date=date news.tsv \
	    2>err | cmp - whole
	grep -q 'annotate: nowhere: not reached; part [0-9]* is done here' err
	echo '-oProxyCommand=touch' >hosts
	run annotate --hosts=hosts news.tsv
	[ "$status" -eq 1 ]
	[[ "$output" == *'hosts:1: not [N/]HOST [PATH]' ]]
}

# corpus: a table without a header, corpus, and its rows, whole.
corpus()
{
	news "$1"
	sed 1d news.tsv >corpus
	annotate --date=date news.tsv | sed 1d >whole
}

cluster=$BATS_TEST_DIRNAME/../scripts/cluster

@test "cluster: records in any split and order give the same rows" {
	corpus 30000
	local n hand
	LC_ALL=C sort whole >sorted
	for n in 1 2 7 64; do
		rm -f hand-*
		awk -v n="$n" '{ print >("hand-" NR % n) }' corpus
		for hand in hand-*; do
			sort -r "$hand" | "$cluster/map"
		done | LC_ALL=C sort | same_bytes - sorted
	done
}

@test "cluster: Slurm's tasks have each record once, in order" {
	corpus 10000
	local n k
	for n in 1 2 7 64; do
		rm -f part-*
		for ((k = 0; k < n; k++)); do
			SLURM_ARRAY_TASK_ID=$k "$cluster/slurm" --task \
			    "$cluster" "$n" "$PWD" "$PWD/corpus"
		done
		[ "$(echo part-* | wc -w)" -eq "$n" ]
		cat part-* | same_bytes - whole
	done
}

@test "cluster: a header is no record, other columns are attributes" {
	printf 'id\tsource\ttext\ndoc\tsource\ttext\na\tX\tYes.\n' |
	    "$cluster/map" doc source text >out
	grep -q $'^paragraph\ta\t0\t4\t_\tbody\t_\tsource=X\tYes.$' out
	refute grep -q $'\tdoc\t' out
	printf 'a\t2020-01-01\tYes.\n' | "$cluster/map" |
	    grep -q date=2020-01-01
	refute "$cluster/map" <<<'one field'
	[ -z "$("$cluster/map" </dev/null)" ]
}

@test "cluster: what Hadoop and Spark run gives the same rows" {
	corpus 10000
	mkdir bin
	# a mapper is words at spaces; each split has a mapper
	cat >bin/hadoop <<-'END'
	#!/bin/sh
	while [ $# -gt 0 ]; do
		case $1 in
		-input) input=$2 ;;
		-output) output=$2 ;;
		-mapper) mapper=$2 ;;
		esac
		shift
	done
	mkdir "$output"
	split -n l/3 "$input" "$output/split-"
	for split in "$output"/split-*; do
		$mapper <"$split" >"$output/part-${split##*-}" || exit 1
	done
	END
	chmod +x bin/hadoop
	PATH=$PWD/bin:$PATH HADOOP_STREAMING=streaming.jar \
	    "$cluster/hadoop" rows corpus doc date text
	cat rows/part-* | same_bytes - whole
	HADOOP_STREAMING=s.jar "$cluster/hadoop" -n out in >shown
	grep -q "'-mapper' '.*/scripts/cluster/map'" shown

	needs python3
	cat >pyspark.py <<-'END'
	import shlex, subprocess
	class SparkContext:
	    def __init__(self, appName): pass
	    def textFile(self, name):
	        self.lines = open(name, "rb").read().splitlines(True)
	        return self
	    def pipe(self, command, checkCode):
	        half = len(self.lines) // 2
	        self.out = b"".join(subprocess.run(shlex.split(command),
	            input=b"".join(part), stdout=subprocess.PIPE,
	            check=checkCode).stdout
	            for part in (self.lines[:half], self.lines[half:]))
	        return self
	    def saveAsTextFile(self, name):
	        open(name, "wb").write(self.out)
	END
	PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=$PWD python3 \
	    "$cluster/spark.py" spark-rows corpus
	same_bytes spark-rows whole
}

@test "cluster: launchers are clean for shellcheck, wrong usage is told" {
	local tool
	for tool in map slurm hadoop; do
		"$cluster/$tool" --help >help
		refute grep -E '.{81}' help
		! type -P shellcheck >/dev/null || shellcheck "$cluster/$tool"
	done
	run "$cluster/slurm" --parts=no out corpus
	[ "$status" -eq 2 ]
	run "$cluster/slurm" out
	[ "$status" -eq 2 ]
	run "$cluster/hadoop" out in 'text; rm'
	[ "$status" -eq 2 ]
}
