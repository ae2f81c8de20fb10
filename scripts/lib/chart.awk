# chart.awk: charts as SVG; after page.awk.
#
# Colours are classes of the style sheet, so that they follow the reader's; a
# chart says what it shows in title and desc, and stands beside a table.

# Words for a magnitude: 1.3 billion; small ones as prices are, 6.12.
function chart_amount(v,    i, sign, name, s)
{
	sign = v < 0 ? "-" : ""
	v = v < 0 ? -v : v
	split(",thousand,million,billion,trillion", name, ",")
	for (i = 1; i < 5 && v >= 999.5; i++)
		v /= 1000
	s = v >= 99.5 || v == int(v) ? sprintf("%.0f", v) : \
	    v >= 10 ? sprintf("%.1f", v) : \
	    v >= 0.1 ? sprintf("%.2f", v) : sprintf("%.2g", v)
	if (s ~ /\.[0-9]*0$/)
		sub(/\.?0+$/, "", s)
	return sign s (name[i] == "" ? "" : " " name[i])
}

# Not every awk has log(); digit by digit, that is the same in all.
function chart_log(v,    whole, part, step)
{
	for (whole = 0; v >= 10; whole++)
		v /= 10
	for (; v < 1; whole--)
		v *= 10
	part = 0
	for (step = 0.5; step > 0.0001; step /= 2) {
		v *= v
		if (v >= 10) {
			part += step
			v /= 10
		}
	}
	return whole + part
}

function chart_ten(p,    v)
{
	for (v = 1; p > 0; p--)
		v *= 10
	for (; p < 0; p++)
		v /= 10
	return v
}

function chart_cut(s, most)
{
	s = text_plain(s)
	if (text_length(s) > most)
		s = text_cut(s, 0, most - 1) "\342\200\246"
	return escape(s)
}

function chart_begin(id, width, height, title, desc)
{
	print "<div class=plot role=group tabindex=0 aria-label=\"Chart: " \
	    title "\">\n<svg role=img aria-labelledby=\"" id "-title " id \
	    "-desc\" viewBox=\"0 0 " width " " height "\">\n<title id=" id \
	    "-title>" title "</title>\n<desc id=" id "-desc>" desc "</desc>"
}

function chart_end()
{
	print "</svg></div>"
}

function chart_text(x, y, s, class)
{
	if (class != "")
		class = " class=\"" class "\""
	printf "<text x=%.1f y=%.1f%s>%s</text>\n", x, y, class, s
}

function chart_rect(x, y, width, height, class, title)
{
	printf "<rect class=\"%s\" x=%.1f y=%.1f width=%.1f height=%.1f>" \
	    "<title>%s</title></rect>\n", class, x, y, width, height, title
}

function chart_line(x1, y1, x2, y2, class)
{
	printf "<line class=%s x1=%.1f y1=%.1f x2=%.1f y2=%.1f />\n", class, \
	    x1, y1, x2, y2
}

# For a cell of a table that has the number as well.
function chart_bar(value, most, class)
{
	return sprintf("<svg class=bar viewBox=\"0 0 100 10\" " \
	    "preserveAspectRatio=none aria-hidden=true><rect class=f-%s " \
	    "width=%.1f height=10 /></svg>", class, \
	    most ? 100 * value / most : 0)
}

# Names of the steps under an axis from x: as many as have room.
function chart_axis(x, y, step, n, name, room,    i, every)
{
	every = int((room - 1) / step) + 1
	for (i = 1; i <= n; i += every)
		chart_text(x + (i - 0.5) * step, y, name[i], "axis mid")
}
