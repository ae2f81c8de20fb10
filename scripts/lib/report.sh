# report: what the scripts that read the stream do first. To be sourced with
# the program's name in $program, its help in $usage and, where it has options
# of its own, a function report_own OPTION that returns 1 for an unknown one;
# setting want=--name there takes the next argument as its value.
#
#	report_begin "$@"	reads options and operands; then, with $files:
#	eval "set -- $files"	the readable operands, in a form safe for awk
#	report_awk PROGRAM "$@"	runs PROGRAM after stream.awk; sets $status
#	report_cat "$@"		the files as they are; both tell how far they are
#	report_write COMMAND...	runs it; what it prints goes to the file $output,
#				whole or not at all; sets $status
#
# Exit status: 0 done, 1 failure, 2 usage.
#
# shellcheck shell=sh

: "${program:?}" "${usage:?}"
report_lib=$(dirname -- "$0")/lib
status=0 files='' want=''
RILL_NAME=$program RILL_TABLE='' RILL_WIDTH=${COLUMNS-} RILL_SIZE=0
# what make install put before the names of all
RILL_PREFIX=${program%"${0##*/}"}
export RILL_NAME RILL_TABLE RILL_WIDTH RILL_SIZE RILL_PREFIX

report_wrong()
{
	printf "%s: %s\ntry '%s --help'\n" "$program" "$1" "$program" >&2
	exit 2
}

# Says what the filters say where nothing can be written.
report_open()
{
	(: 3>&1) 2>/dev/null && return
	printf '%s: write error: Bad file descriptor\n' "$program" >&2
	exit 1
}

report_option()
{
	case $1 in
	-h | --help) report_open; printf '%s\n' "$usage"; exit ;;
	--table) RILL_TABLE=1 ;;
	--tsv) RILL_TABLE=0 ;;
	*) return 1 ;;
	esac
}

report_own()
{
	report_option "$1"
}

# awk takes NAME=VALUE for an assignment, so relative names get a ./ in front.
report_file()
{
	if [ "$1" = - ]; then
		files="$files -"
		return
	elif [ -d "$1" ] && [ -z "${report_folders-}" ]; then
		report_why='is a folder'
	elif ! [ -e "$1" ]; then
		report_why='no such file'
	elif ! [ -r "$1" ]; then
		report_why='cannot be read'
	else
		case $1 in
		/*) files="$files \"\${$2}\"" ;;
		*) files="$files \"./\${$2}\"" ;;
		esac
		return
	fi
	printf '%s: %s: %s\n' "$program" "$1" "$report_why" >&2
	status=1
}

report_begin()
{
	report_n=0 report_literal=
	for report_arg do
		report_n=$((report_n + 1))
		if [ -n "$want" ]; then
			report_opt=$want=$report_arg want=
			report_own "$report_opt"
			continue
		fi
		case $report_literal$report_arg in
		--) report_literal=/ ;;
		-?*) report_own "$report_arg" ||
			report_wrong "unknown option: $report_arg" ;;
		*) report_file "$report_arg" "$report_n" ;;
		esac
	done
	[ -z "$want" ] || report_wrong "$want: a value is missing"
	[ -n "$files" ] || [ "$status" -eq 0 ] || exit 1
	files=${files:--}
	[ -n "${output-}" ] || report_open
	report_screen
	report_size "$@"
}

# A table, as wide as the screen, when the output goes to a terminal.
report_screen()
{
	if [ -z "$RILL_TABLE" ]; then
		RILL_TABLE=0
		! [ -t 1 ] || RILL_TABLE=1
	fi
	if [ -z "$RILL_WIDTH" ] && [ -t 1 ]; then
		{ RILL_WIDTH=$(stty size 2>/dev/null <&3); } 3>&1
		RILL_WIDTH=${RILL_WIDTH#* }
	fi
}

# KiB of the files when they are large and somebody waits at a terminal who
# sees nothing else on it.
report_size()
{
	case " $files " in *' - '*) return ;; esac
	[ -t 2 ] && { ! [ -t 1 ] || [ "$RILL_TABLE" = 1 ]; } || return 0
	eval "set -- $files"
	# shellcheck disable=SC2012 # only the sizes
	RILL_SIZE=$(ls -lnL "$@" | awk '{ n += $5 / 1024 }
	    END { print ((n < 2048) ? 0 : int(n)) }')
}

# What awk itself says is said in the name of the script.  cat writes what comes
# of it: not every awk looks whether the disk is full.
report_awk()
{
	report_program=$(cat "$report_lib/meter.awk" "$report_lib/stream.awk") ||
		exit 1
	report_program="$report_program
$1"
	shift
	{
		report_said=$({ {
			LC_ALL=C awk "$report_program" "$@" 2>&4 || echo / >&4
		} | LC_ALL=C cat 2>&4 >&3 || echo / >&4; } 4>&1)
	} 3>&1
	report_told
	report_line='
'
	report_said=$report_line$report_said$report_line
	case $report_said in
	*"$report_line/$report_line"*)
		status=1
		report_said=$(printf '%s' "$report_said" | grep -vx /) ;;
	esac
	case $report_said in
	*"${report_line}cat: "*) report_why=${report_said#*"$report_line"cat: } ;;
	*awk:*) report_why=${report_said#*awk: } ;;
	*)
		report_said=${report_said#"$report_line"}
		report_said=${report_said%"$report_line"}
		[ -z "$report_said" ] || printf '%s\n' "$report_said" >&2
		return ;;
	esac
	printf '%s: %s\n' "$program" "$report_why" | head -n 1 >&2
}

report_cat()
{
	if [ "$RILL_SIZE" -eq 0 ]; then
		cat -- "$@"
	else
		LC_ALL=C awk "$(cat "$report_lib/meter.awk")"'
			{ meter($0); print }' "$@"
		report_told
	fi
}

report_told()
{
	[ "$RILL_SIZE" -eq 0 ] || [ "$RILL_TABLE" = 1 ] ||
		printf '\r\033[K' >/dev/tty
}

report_write()
{
	if [ -z "$output" ]; then
		"$@" || status=1
		return
	fi
	case $output in
	-*) output=./$output ;;
	esac
	if ! (: >"$output.new") 2>/dev/null; then
		printf '%s: %s: cannot be written\n' "$program" "$output" >&2
		status=1
		return
	fi
	"$@" >"$output.new" || status=1
	if [ "$status" -eq 0 ]; then
		mv -f "$output.new" "$output" || status=1
	elif [ -e "$output.new" ]; then
		rm -f "$output.new"
	fi
}
