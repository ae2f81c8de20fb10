# Completion in the shells themselves.

bats_require_minimum_version 1.5.0

setup()
{
	load helpers
	cd "$BATS_TEST_TMPDIR"
	made=${bin%/bin}/completion
	: >'a file.tsv'
}

@test "completion knows every option of every program, and no other" {
	for name in $filters annotate who-said-what money figures timeline \
		names html color evaluate reformat report; do
		PATH=$root/scripts:$PATH "$name" --help |
			sed -n '/^  *-/ { s/^  *//; s/  .*//; p; }' |
			grep -o -e '--[a-z-]*' | sort -u >help
		awk -F '\t' -v name="$name" '$1 == name { print "--" $3 }' \
			"$made/options.tsv" | sort -u | same_bytes help -
	done
}

# in_bash WORD...: what bash offers for the last one, parted as bash does.
in_bash()
{
	bash -c '
		. "$1"
		shift
		compopt() { :; }
		COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
		_rill "$1" "${COMP_WORDS[COMP_CWORD]}" \
			"${COMP_WORDS[COMP_CWORD - 1]}"
		printf "%s\n" "${COMPREPLY[@]}"
	' bash "$made/rill.bash" "$@"
}

@test "bash completes options and their values" {
	bash -n "$made/rill.bash"
	[ "$(in_bash numbers --lo)" = --locale= ]
	[ "$(in_bash /usr/bin/numbers --day)" = --day-first ]
	[ "$(in_bash numbers --locale = | tr '\n' ' ')" = 'en-US en-GB ' ]
	[ "$(in_bash color --color = al)" = always ]
	[ "$(in_bash color --color al)" = always ]
	[ "$(in_bash reformat --to = con | tr '\n' ' ')" = 'conll conllup ' ]
	[ "$(in_bash entities --types = M)" = MISC ]
	[ "$(in_bash entities --types = PER,O)" = PER,ORG ]
	[ "$(in_bash color --color al)" = always ]
	[ "$(in_bash reformat --to = con | tr '\n' ' ')" = 'conll conllup ' ]
	[ "$(in_bash entities --types = M)" = MISC ]
	[ "$(in_bash entities --types = PER,O)" = PER,ORG ]
	[ "$(in_bash quotes -- | wc -l)" -eq 9 ]
	[ -z "$(in_bash entities --names = a)" ]	# readline's own
	[ -z "$(in_bash tokens a)" ]
	for name in $filters names html; do
		bash -c '. "$1"; complete -p "$2"' bash "$made/rill.bash" \
			"$name" | grep -q -- '-o default'
	done
}

@test "fish completes options, values and files" {
	type -P fish >/dev/null || skip 'no fish'
	export HOME=$PWD
	offered() {
		fish -c "source '$made/rill.fish'; complete -C '$1'" |
			cut -f1 | tr '\n' ' '
	}
	fish -n "$made/rill.fish"
	[ "$(offered 'numbers --lo')" = '--locale ' ]
	[ "$(offered 'numbers --locale=en-')" = \
		'--locale=en-GB --locale=en-US ' ]
	[ "$(offered 'color --color=al')" = '--color=always ' ]
	[ "$(offered 'reformat --from sp')" = 'spacy ' ]
	[ "$(offered 'entities --types=M')" = '--types=MISC ' ]
	[ "$(offered 'entities --types=PER,O')" = '--types=PER,ORG ' ]
	[ "$(offered 'entities --names=a')" = '--names=a\ file.tsv ' ] ||
		[ "$(offered 'entities --names=a')" = '--names=a file.tsv ' ]
	[ "$(offered 'tokens a')" = 'a\ file.tsv ' ] ||
		[ "$(offered 'tokens a')" = 'a file.tsv ' ]
}

# A zsh in a terminal of its own: keys in, the line that they made out.
@test "zsh completes options, values and files" {
	type -P zsh >/dev/null || skip 'no zsh'
	zsh -fc 'zmodload zsh/zpty' 2>/dev/null || skip 'zsh without zpty'
	zsh -n "$made/rill.zsh"
	mkdir functions
	cp "$made/rill.zsh" functions/_rill
	cat >keys <<-'END'
	zmodload zsh/zpty
	zpty shell 'TERM=dumb exec zsh -f -i'
	zpty -w shell 'fpath=($PWD/functions $fpath)
	autoload -U compinit; compinit -u -D
	zstyle ":completion:*" menu no
	show() { print -r -- "<$BUFFER>" >>lines; BUFFER= }
	zle -N show; bindkey "^I" complete-word "^X" show
	print ready >ready'
	for ((i = 0; i < 300; i++)); do
		[[ -e ready ]] && break
		zpty -rt shell out
		sleep 0.1
	done
	n=0
	for typed in 'numbers --loc' 'numbers --locale=en-G' \
		'color --color=al' 'entities --names=a' 'tokens --unb' \
		'names a' 'reformat --to=w3' 'entities --types=PER,O'
	do
		zpty -wn shell "$typed"$'\t\x18'
		((n++))
		for ((i = 0; i < 300; i++)); do
			[[ -e lines && $(wc -l <lines) -ge n ]] && break
			zpty -rt shell out
			sleep 0.1
		done
	done
	zpty -d shell
	END
	HOME=$PWD timeout 120 zsh -f keys
	cat >want <<-'END'
	<numbers --locale=>
	<numbers --locale=en-GB >
	<color --color=always >
	<entities --names=a\ file.tsv >
	<tokens --unbuffered >
	<names a\ file.tsv >
	<reformat --to=w3c >
	<entities --types=PER,ORG,>
	END
	same_bytes want lines
}
