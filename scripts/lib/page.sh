# page: a page of HTML from the program of awk in $pieces; after report.sh.
#
#	page_make SOURCES STYLE FILE...		the page, or nothing of it where a
#			row is malformed; sets $status.  SOURCES are more of the
#			policy, STYLE the names of style sheets.
#
# shellcheck shell=sh disable=SC2317 # functions are called by report_write
# shellcheck disable=SC2034,SC2154 # variables of report.sh

page_print()
{
	cat <<EOT &&
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none';
	style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'$1">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<style>
EOT
	for page_style in $2; do
		cat "$report_lib/$page_style" || return
	done &&
	printf '</style>\n%s\n' "$3"
}

# Of a status that an operand had before nothing is asked.
page_rows()
{
	status=0
	report_awk "$pieces" "$@"
	return "$status"
}

page_make()
{
	page_sources=$1 page_styles=$2
	shift 2
	page_body=$(page_rows "$@") || return
	page_print "$page_sources" "$page_styles" "$page_body" 2>/dev/null || {
		echo "$program: write error" >&2
		return 1
	}
}
