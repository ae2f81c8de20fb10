# time.awk: the order of dates; after stream.awk.

BEGIN {
	split("WI 01 SP 03 SU 06 FA 09 AU 09 Q1 01 Q2 04 Q3 07 Q4 10 " \
	    "H1 01 H2 07", part, " ")
	for (i = 1; i in part; i += 2)
		Month[part[i]] = part[i + 1]
	Part["MO"] = "06"
	Part["AF"] = "12"
	Part["EV"] = "18"
	Part["NI"] = "21"
	split("31 28 31 30 31 30 31 31 30 31 30 31", Days, " ")
}

# A key that sorts in order of time; "" without a year. 199 is a decade, 18 a
# century, and a whole year comes before its months.
function time_key(date,    sign, year, rest, month, day, hour, t)
{
	sub(/\/.*/, "", date)
	sign = sub(/^-/, "", date) ? -1 : 1
	if (!match(date, /^[0-9]+/) || RLENGTH < 2 || RLENGTH > 4)
		return ""
	year = substr(date, 1, RLENGTH)
	rest = substr(date, RLENGTH + 1)
	if (rest != "" && rest !~ /^[-T]/)
		return ""
	year = sign * year * (RLENGTH == 2 ? 100 : RLENGTH == 3 ? 10 : 1)
	hour = "-"
	t = index(rest, "T")
	if (t) {
		hour = substr(rest, t + 1)
		if (substr(hour, 1, 2) in Part)
			hour = Part[substr(hour, 1, 2)]
		rest = substr(rest, 1, t - 1)
	}
	month = substr(rest, 2, 2)
	day = substr(rest, 5, 2)
	if (month in Month)
		month = Month[month]
	else if (rest ~ /^-W[0-9][0-9]/) {
		day = (substr(rest, 3, 2) - 1) * 7 + 1
		for (month = 1; month < 12 && day > Days[month]; month++)
			day -= Days[month]
	}
	return sprintf("%05d %02d %02d ", year + 10000, month, day) hour
}
