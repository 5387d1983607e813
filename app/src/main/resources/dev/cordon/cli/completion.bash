
# What stands above knows commands and options. Files, and the parameters that follow from the action, are known here.
_cordon_actions="@ACTIONS@"

# The parameters of an action.
function _cordon_keys() {
  case "$1" in
@KEYS@
  esac
}

# The words that a parameter of an action may have, where they can be listed.
function _cordon_values() {
  case "$1 $2" in
@VALUES@
  esac
}

# The command and the first word after it, of what is typed before the cursor.
function _cordon_typed() {
  local i
  verb="" what=""
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "${COMP_WORDS[i]}" in
      --config | --data | --incident | --analyst | --digest | --format) ((i++)) ;;
      -*) ;;
      *) if [ -z "$verb" ]; then verb="${COMP_WORDS[i]}"; elif [ -z "$what" ]; then what="${COMP_WORDS[i]}"; fi ;;
    esac
  done
}

function _cordon_files() {
  local IFS=$'\n'
  type compopt &>/dev/null && compopt -o filenames
  COMPREPLY+=($(compgen -f -- "$1"))
}

# bash takes "key=va" for three words, zsh for one.
function _cordon_parameter() {
  local cur="$1" prev="$2"
  if [ "$cur" = "=" ]; then
    COMPREPLY=($(compgen -W "$(_cordon_values "$what" "$prev")"))
  elif [ "$prev" = "=" ]; then
    COMPREPLY=($(compgen -W "$(_cordon_values "$what" "${COMP_WORDS[COMP_CWORD - 2]}")" -- "$cur"))
  elif [[ "$cur" == *=* ]]; then
    COMPREPLY=($(compgen -P "${cur%%=*}=" -W "$(_cordon_values "$what" "${cur%%=*}")" -- "${cur#*=}"))
  else
    type compopt &>/dev/null && compopt -o nospace
    COMPREPLY=($(compgen -W "$(_cordon_keys "$what")" -- "$cur"))
  fi
}

function _cordon() {
  local cur="${COMP_WORDS[COMP_CWORD]}" prev="${COMP_WORDS[COMP_CWORD - 1]}" verb what IFS=$' \t\n'
  COMPREPLY=()
  _cordon_typed
  case "$prev" in
    --config | --data) _cordon_files "$cur"; return ;;
  esac
  case "$verb $cur" in
    "plan -"* | "apply -"* | "actions -"*) _complete_cordon ;;
    "plan "* | "apply "*)
      if [ -n "$what" ]; then
        _cordon_parameter "$cur" "$prev"
      else
        COMPREPLY=($(compgen -W "$_cordon_actions" -- "$cur"))
        _cordon_files "$cur"
      fi
      ;;
    "actions "*) COMPREPLY=($(compgen -W "$_cordon_actions" -- "$cur")) ;;
    *) _complete_cordon ;;
  esac
}

complete -F _cordon -o default cordon
