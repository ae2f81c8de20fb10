# Speed and scale; part of the Makefile.

# The same filters, compiled with what a run over invented news and the samples
# tells gcc, and linked as one program each (`make install BUILD=build/pgo`).
# It saves entities a sixth of their instructions and quotes a twelfth, but of
# their time 3 % and nothing.
PGO = $(abspath $(BUILD))/pgo
PGO_MAKE = $(MAKE) --no-print-directory BUILD='$(PGO)' AR=gcc-ar all
PGO_USE = -fprofile-use='$(PGO)/profile' -fprofile-partial-training \
	-Wno-missing-profile -flto=auto

pgo:
	@$(CC) --version | grep -q 'Free Software' || { \
		echo 'pgo: $(CC) is not gcc' >&2; exit 1; }
	rm -rf '$(PGO)'
	+$(PGO_MAKE) CFLAGS="$(CFLAGS) -fprofile-generate='$(PGO)/profile'"
	sh scripts/lib/train-pgo '$(PGO)'
	cd '$(PGO)' && find . -path ./profile -prune -o -type f \
		-exec rm -f {} +
	+$(PGO_MAKE) CFLAGS="$(CFLAGS) $(PGO_USE)"

$(BUILD)/bench/allocations.so: scripts/lib/allocations.c
	@mkdir -p $(@D)
	$(CC) -std=c11 $(WARNINGS) -O2 -fPIC -shared -o $@ $<

bench: $(BUILD)/bench/allocations.so

# As many documents, and as one.
SIZES = 1 10 100 1000

growth: all $(BUILD)/bench/measure
	@BUILD='$(BUILD)' sh scripts/lib/growth $(SIZES)

# A long run killed at random moments and taken up again.
crash: all
	BUILD='$(BUILD)' sh test/crash 50

# On a cluster of one node (Debian: slurm-wlm).
slurm: all
	BUILD='$(BUILD)' sh test/slurm

CLUSTER = map slurm hadoop
SCRIPT_PARTS += annotate-jobs.sh
PAGES += scripts/cluster/rill-scale.7

install: install-scale
install-scale:
	$(OPEN); mkdir -p '$(TO_SHARE)/lib' '$(TO_SHARE)/cluster'
	install -m 755 scripts/lib/annotate-part '$(TO_SHARE)/lib'
	install -m 755 $(CLUSTER:%=scripts/cluster/%) \
		'$(TO_SHARE)/cluster'
	install -m 644 scripts/cluster/spark.py '$(TO_SHARE)/cluster'

uninstall: uninstall-scale
uninstall-scale:
	rm -f '$(TO_SHARE)/lib/annotate-part'
	[ ! -d '$(TO_SHARE)/cluster' ] || { \
		cd '$(TO_SHARE)/cluster' && \
		rm -f $(CLUSTER) spark.py; }
	rmdir '$(TO_SHARE)/cluster' 2>/dev/null; true

.PHONY: pgo growth crash slurm install-scale uninstall-scale
