# setup: what scripts/demo and scripts/check do first: install what is missing
# and build.  To be sourced by a script of the folder above, with the program's
# name in $program and its help in $usage; takes no argument but -h; changes to
# the root of the project.
#
#	setup_packages [TOOL...]	install what the build and TOOLs need
#	setup_build			run make
#
# A TOOL is COMMAND:PACKAGE (mlr:miller).  Each failure ends the script with
# one clear message and status 1.  $BUILD is the folder for all output.
#
# shellcheck shell=sh

icu_least=60
: "${program:?}" "${usage:?}"

setup_die()
{
	printf '%s: %s\n' "$program" "$1" >&2
	exit 1
}

setup_have()
{
	command -v "$1" >/dev/null 2>&1
}

setup_header()
{
	printf '#include <%s>\n' "$1" | cc -E - >/dev/null 2>&1
}

# The Debian packages of what is not there, on one line.
setup_missing()
{
	set -- "make:make" "pkg-config:pkg-config" "$@"
	if ! setup_have cc || ! setup_header stdio.h; then
		printf 'gcc libc6-dev '
	fi
	if ! setup_have pkg-config ||
	    ! pkg-config --exists icu-i18n icu-uc; then
		printf 'libicu-dev '
	fi
	if ! setup_have cc || ! setup_header csv.h; then
		printf 'libcsv-dev '
	fi
	for tool do
		setup_have "${tool%%:*}" || printf '%s ' "${tool#*:}"
	done
}

# Why the installation failed, in one line, from the log of apt-get.
setup_reason()
{
	if grep -Eq 'resolv|Could not connect|unreachable|timed out' "$1"; then
		echo "the package server cannot be reached; is there a network?"
	elif grep -q 'Unable to locate package' "$1"; then
		echo "this release lacks a package (Ubuntu: enable universe)"
	elif grep -q 'No space left' "$1"; then
		echo "the disk is full"
	elif grep -Eq 'get lock|lock-frontend' "$1"; then
		echo "another package manager is at work; try again later"
	elif grep -q 'Permission denied\|not in the sudoers\|sudo:' "$1"; then
		echo "no permission to install packages"
	else
		echo "apt-get failed"
	fi
}

setup_apt()
{
	if [ "$(id -u)" -eq 0 ]; then
		set -- env DEBIAN_FRONTEND=noninteractive apt-get "$@"
	else
		set -- sudo env DEBIAN_FRONTEND=noninteractive apt-get "$@"
	fi
	setup_run "$apt_log" installing 0 \
	    "$@" -o DPkg::Lock::Timeout=120 </dev/null
}

# setup_run LOG LABEL LINES COMMAND...: runs it, its output into LOG; on a
# terminal it shows how far it is, since it prints about LINES lines, or as many
# as apt-get announces.
setup_run()
{
	run_log=$1 run_label=$2 run_lines=$3
	shift 3
	if ! [ -t 2 ]; then
		"$@" >>"$run_log" 2>&1
		return
	fi
	{
		"$@" 2>&1
		echo $? >"$run_log.status"
	} | tee -a "$run_log" | setup_percent
	return "$(cat "$run_log.status")"
}

setup_percent()
{
	n=0
	while IFS= read -r line; do
		case $line in
		*' newly installed'*)
			line=${line%% newly installed*}
			n=0 run_lines=$((${line##* } * 5)) ;;
		esac
		n=$((n + 1))
		percent=0
		[ "$run_lines" -eq 0 ] || percent=$((n * 100 / run_lines))
		[ "$percent" -lt 100 ] || percent=99
		printf '\r%s: %s %d %%' "$program" "$run_label" "$percent" >&2
	done
	printf '\r\033[K' >&2
}

setup_packages()
{
	if ! mkdir -p "$BUILD" 2>/dev/null || ! [ -w "$BUILD" ]; then
		setup_die "cannot write to the folder $BUILD"
	fi
	wanted=$(setup_missing "$@")
	wanted=${wanted% }
	if [ -n "$wanted" ]; then
		setup_install "$wanted"
		still=$(setup_missing "$@")
		[ -z "$still" ] ||
		    setup_die "installed, but still not found: ${still% }"
	fi
	pkg-config --atleast-version="$icu_least" icu-i18n ||
	    setup_die "ICU $(pkg-config --modversion icu-i18n) is too old;\
 version $icu_least or later is needed"
}

setup_install()
{
	by_hand="run this as root, then try again:
    apt-get install $1"
	if ! setup_have apt-get; then
		setup_die "there is no apt-get here; install these packages and try again:
    $1
(names as in Debian; Fedora: libicu-devel libcsv-devel; Alpine: build-base
icu-dev libcsv-dev; Homebrew: icu4c libcsv pkg-config bash)"
	fi
	if [ "$(id -u)" -ne 0 ]; then
		setup_have sudo ||
		    setup_die "not root, and there is no sudo; $by_hand"
		sudo -n true 2>/dev/null || sudo -v ||
		    setup_die "sudo does not let you in; $by_hand"
	fi
	printf '%s: installing %s\n' "$program" "$1" >&2
	apt_log=$BUILD/apt.log
	: >"$apt_log"
	# shellcheck disable=SC2086 # a list of package names
	if ! { setup_apt update -q; setup_apt install -qy \
	    --no-install-recommends $1; }; then
		tail -n 5 "$apt_log" >&2
		setup_die "cannot install $1: $(setup_reason "$apt_log")
(all of it in $BUILD/apt.log)"
	fi
}

setup_jobs()
{
	getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1
}

setup_build()
{
	lines=0
	[ ! -t 2 ] || lines=$(make -n BUILD="$BUILD" 2>/dev/null |
	    grep -vc "^mkdir")
	: >"$BUILD/make.log"
	if ! setup_run "$BUILD/make.log" building "$lines" \
	    make -j "$(setup_jobs)" BUILD="$BUILD"
	then
		grep -E -m 10 'error: |undefined |\*\*\* ' "$BUILD/make.log" >&2 ||
		    tail -n 10 "$BUILD/make.log" >&2
		setup_die "the build failed; all of it in $BUILD/make.log"
	fi
}

case $#,${1-} in
0,) ;;
*,-h | *,--help) printf '%s\n' "$usage"; exit 0 ;;
*) printf "%s: unexpected argument: %s\ntry '%s --help'\n" "$program" "$1" \
    "$program" >&2; exit 2 ;;
esac

BUILD=${BUILD:-build}
CDPATH='' cd -- "$(dirname -- "$0")/.." ||
    setup_die "cannot enter the project's folder"
