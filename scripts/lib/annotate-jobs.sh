# annotate-jobs: the rows of paragraphs cut into parts of whole documents, so
# many parts at once through the other filters, and what comes out in order.
# Read by annotate, whose stage() tells of failures.
#
# shellcheck shell=sh disable=SC2154 # variables of annotate
# shellcheck disable=SC2317 # functions are called by stage
#
# In the folder of the run: in.PID/N, rows that wait or are worked on; out/N-SUM,
# rows that are done, by the number of the part and the checksum of its rows, so
# that nothing old is taken for something else; joblog, what parallel says.  A
# result gets its name when it is whole.

jobs_wrong()
{
	warn "$1"
	exit 1
}

jobs_prepare()
{
	parallel --version 2>/dev/null </dev/null | grep -q 'GNU parallel' ||
	    jobs_wrong '--jobs, --hosts and --work need GNU parallel'
	if [ -n "$work" ]; then
		if ! mkdir -p -- "$work" 2>/dev/null ||
		    ! jobs_dir=$(CDPATH='' cd -- "$work" 2>/dev/null && pwd)
		then
			jobs_wrong "$work: no folder, and none can be made"
		fi
		jobs_alone
	else
		jobs_dir=$(mktemp -d "${TMPDIR:-/tmp}/annotate.XXXXXX") || exit 1
		trap 'rm -rf "$jobs_dir"' EXIT
		trap 'exit 129' HUP
		trap 'exit 130' INT
		trap 'exit 143' TERM
	fi
	jobs_self=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)/annotate
	jobs_in=$jobs_dir/in.$$
	jobs_out=$jobs_dir/out-$(jobs_version)
	mkdir -p -- "$jobs_in" "$jobs_out" || exit 1
	jobs_slots
}

# One run at a time; what a killed one left to do is made again.
jobs_alone()
{
	for old in "$jobs_dir"/in.*; do
		[ -d "$old" ] || continue
		! kill -0 "${old##*/in.}" 2>/dev/null ||
		    jobs_wrong "$work: in use by process ${old##*/in.}"
		rm -rf "$old"
	done
	rm -f "$jobs_dir"/out-*/.new.*
}

# Results of other filters are others.
jobs_version()
{
	unset -f paragraphs
	for name in $filters; do
		cat "$(command -v "$bin$name")"
	done | cksum | tr -s ' \t' -
}

# The hosts as one line for each job at once: HOST PATH-OF-ANNOTATE.
jobs_slots()
{
	jobs_hosts=
	[ -n "$hosts" ] || return
	[ -r "$hosts" ] || jobs_wrong "$hosts: cannot be read"
	jobs_hosts=$jobs_dir/hosts.$$
	awk -v file="$hosts" -v program="$program" '
		/^[ \t]*(#|$)/ { next }
		{
			n = 1
			host = $1
			if (match(host, /^[0-9]+\//)) {
				n = substr(host, 1, RLENGTH - 1)
				host = substr(host, RLENGTH + 1)
			}
			if (host == "" || host ~ /^-/ || n < 1) {
				print program ": " file ":" FNR \
				    ": not [N/]HOST [PATH]" >"/dev/stderr"
				exit 1
			}
			while (n-- > 0)
				print host, (NF > 1 ? $2 : program)
		}
	' "$hosts" >"$jobs_hosts" || exit 1
	jobs=$(wc -l <"$jobs_hosts" | tr -d ' ')
	[ "$jobs" -gt 0 ] || jobs_wrong "$hosts: no host"
}

# Cuts paragraph rows where a document ends; writes the names of the parts and, at
# the end, how many there are.  It waits while three parts for each job are there,
# so that a disk holds them, and leaves off when the run was killed.
jobs_cut()
{
	# one line, since not every awk takes more from its command line
	alive="[ -e alive ] && kill -0 $$ 2>/dev/null"
	wait="while $alive && set -- [0-9]* && [ \$# -gt"
	wait="$wait $((jobs * 3)) ]; do sleep 0.1; done; $alive"
	cd "$jobs_in" && awk -F '\t' -v least="$((part * 1024))" \
	    -v wait="$wait" '
		function finish() {
			close(name)
			print name
			fflush()
			name = ""
			if (system(wait) != 0) {
				gone = 1
				exit
			}
		}
		NR > 1 && $1 == "type" && $2 == "doc" { next }
		bytes >= least && ($2 "" != doc || $3 + 0 < start) { finish() }
		name == "" {
			name = sprintf("%08d", ++parts)
			bytes = 0
		}
		{
			doc = $2 ""
			start = $3 + 0
			bytes += length($0) + 1
			print >name
		}
		END {
			if (!gone && name != "")
				finish()
			if (!gone)
				print parts + 0 >"parts"
		}
	'
}

# Parallel takes a hangup for a wish to stop, also where nohup keeps that off.
jobs_nohup()
{
	command -v setsid >/dev/null || return
	# shellcheck disable=SC2016 # of that shell
	{ sh -c 'kill -s HUP "$$"'; } 2>/dev/null && echo setsid
}

jobs_parallel()
{
	jobs_ssh=$ssh
	export program jobs_self jobs_in jobs_out jobs_hosts jobs_ssh
	PARALLEL_HOME=$jobs_dir/parallel PARALLEL_SHELL=/bin/sh \
	    TMPDIR=$jobs_in $(jobs_nohup) parallel --plain --will-cite \
	    --keep-order --jobs "$jobs" --halt now,fail=1 \
	    --joblog "$jobs_dir/joblog" \
	    "sh '$(jobs_quoted "${jobs_self%/*}/lib/annotate-part")' {} {%}"
	code=$?
	rm -f "$jobs_in/alive"
	return "$code"
}

# For between single quotes.
jobs_quoted()
{
	printf '%s\n' "$1" | sed "s/'/'\\\\''/g"
}

# Results in the order of the parts.  A parallel that somebody stopped leaves some
# out, and its status is 0.
jobs_join()
{
	done=0
	while IFS= read -r name; do
		cat "$jobs_out/$name" || return
		done=$((done + 1))
		[ -n "$work" ] || rm -f "$jobs_out/$name"
		[ ! -t 2 ] || printf '\r%s: %d parts done' \
		    "$program" "$done" >&2
	done
	[ ! -t 2 ] || printf '\r\033[K' >&2
	[ "$done" = "$(cat "$jobs_in/parts" 2>/dev/null)" ] || {
		warn 'ended before all parts were done'
		return 1
	}
}

jobs_rows()
{
	if [ -n "$rows" ]; then
		cat -- "$@"
	else
		read_all "$@"
	fi
}

jobs_run()
{
	: >"$jobs_in/alive"
	stage paragraphs jobs_rows "$@" |
	    stage cut jobs_cut |
	    stage parallel jobs_parallel |
	    stage join jobs_join
}

# Results are kept until all are written out.
jobs_end()
{
	rm -rf "$jobs_in" "$jobs_dir/parallel" "$jobs_dir/hosts.$$"
	[ -z "$work" ] || [ "$status" -ne 0 ] || rm -rf "$jobs_dir"/out-*
}
