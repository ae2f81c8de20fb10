# time.awk: the order of dates, and dates for readers; after stream.awk.

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

# Zeros in front make octal numbers in some awks.
function digits(s)
{
	sub(/^0+/, "", s)
	return s + 0
}

# A key that sorts in order of time; "" without a year. 199 is a decade, 18 a
# century, -02 the 3rd BC, which began in 300, and a whole year comes before its
# months.
function time_key(date,    sign, year, rest, month, day, hour, t, n)
{
	sub(/\/.*/, "", date)
	sign = sub(/^-/, "", date) ? -1 : 1
	if (!match(date, /^[0-9]+/) || RLENGTH < 2 || RLENGTH > 4)
		return ""
	year = substr(date, 1, RLENGTH)
	rest = substr(date, RLENGTH + 1)
	if (rest != "" && rest !~ /^[-T]/)
		return ""
	n = RLENGTH
	year = digits(year)
	if (n == 2)
		year = (year + (sign < 0)) * 100
	else if (n == 3)
		year = year * 10 + (sign < 0) * 9
	year *= sign
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

# For readers: 16 is the 17th century, -02 the 3rd BC, 199 are the 1990s, -0044
# is 44 BC.
function time_said(date,    n, era)
{
	era = sub(/^-/, "", date) ? " BC" : ""
	if (date ~ /^[0-9][0-9][0-9]$/)
		return digits(date) "0s" era
	if (era != "" && date ~ /^[0-9][0-9][0-9][0-9]$/)
		return digits(date) era
	if (date !~ /^[0-9][0-9]$/)
		return (era == "" ? "" : "-") date
	n = date + 1
	return n (n % 10 == 1 && n != 11 ? "st" : n % 10 == 2 && n != 12 ? \
	    "nd" : n % 10 == 3 && n != 13 ? "rd" : "th") " c." era
}
