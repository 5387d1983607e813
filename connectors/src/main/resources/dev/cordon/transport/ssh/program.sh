# Cordon runs one program of this host by its argument list. This is sent to 'sh -s' and leaves nothing installed. It
# needs sh and coreutils, and acts in its last line only, so that half of it does nothing.
#
#   words      SHA256 SSH_CONNECTION
#   behind it  the program and its arguments, each as '=' and its base64 on a line of its own; then the input in base64
#   output     what stands behind the line CORDON, on both outputs, is the program's own
#   exit       the program's; where the line CORDON is missing, nothing was started

set -uf
LC_ALL=C
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export LC_ALL PATH

refuse() {
    printf 'nothing was started: %s\n' "$1" >&2
    exit 1
}

# Whoever cuts the connection while this comes in has not sent what the hash stands for.
demand_whole() {
    sum=$(printf '%s\n%s' "$arguments" "$input" | sha256sum | cut -c1-64)
    [ "$sum" = "$1" ] || refuse 'the arguments did not come whole'
}

# Who called and where to, as sshd had it in the environment of the login.
name_the_caller() {
    case $1 in *[!0-9A-Za-z.:%_\ -]*) refuse 'SSH_CONNECTION holds no connection' ;; esac
    SSH_CONNECTION=$1
    export SSH_CONNECTION
}

run() {
    arguments=$(cat <&3)
    input=$(cat)
    exec 3<&- </dev/null
    demand_whole "$1"
    name_the_caller "$2"
    set --
    for word in $arguments; do
        argument=$(printf %s "${word#=}" | base64 -d && printf x) || refuse 'an argument is no base64'
        set -- "$@" "${argument%x}"
    done
    command -v -- "$1" >/dev/null || refuse "$1 is not installed"
    printf 'CORDON\n'
    printf 'CORDON\n' >&2
    printf %s "$input" | base64 -d | exec "$@"
    exit $?
}

run "$@" 3<<'END_OF_ARGUMENTS' <<'END_OF_INPUT'
