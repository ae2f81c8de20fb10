# meter.awk: tells on the terminal how much has been read; before stream.awk.
#
# ENVIRON: RILL_NAME the script's name, RILL_TABLE 1 for a table on the
# terminal, RILL_SIZE the KiB of the input if it is to be told, else 0.
# report.sh takes away what stands there at the end, which may be long after
# the last line was read; but for a table, which needs the place.

BEGIN {
	Name = ENVIRON["RILL_NAME"]
	Table = ENVIRON["RILL_TABLE"] + 0
	Size = ENVIRON["RILL_SIZE"] * 1024
	Next_told = Size / 100
}

END {
	if (Size && Table)
		printf "\r\033[K" > "/dev/tty"
}

# To be called only where Size is not 0.
function meter(line)
{
	Read += length(line) + 1
	if (Read < Next_told)
		return
	Next_told = Read + Size / 100
	printf "\r%s: %d %%", Name, (Read < Size) ? 100 * Read / Size : 99 \
	    > "/dev/tty"
	fflush("/dev/tty")	# buffers are for files
}
