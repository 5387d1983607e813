# Cordon's host script: one operation on this host. It is sent to 'sh -s' and leaves nothing installed.
# It needs sh, coreutils and procps; the operations on services need systemd. It acts in its last line only, so that
# half of it does nothing.
#
#   words      OPERATION NAME=BASE64 ...       every argument in base64
#   output     one line: CORDON {JSON}         texts that came from this host as "b64:BASE64"
#   exit       0 done, 3 not the same any more, 4 refused, 5 not found, 7 done in part, 8 not possible here, 9 no space

set -uf
LC_ALL=C
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export LC_ALL PATH
umask 077

# What it keeps of an operation: gone at the next boot, as processes are.
if [ "$(id -u)" = 0 ]; then
    kept=/run/cordon
    dumps=/var/lib/cordon
else
    kept=$HOME/.cordon/run
    dumps=$HOME/.cordon/dumps
fi

say() {
    printf 'CORDON %s\n' "$1"
}

# A text as JSON.
json() {
    printf '"b64:%s"' "$(printf %s "$1" | base64 -w0)"
}

# end EXIT CODE WHY: why in words for a person
end() {
    say "{\"code\":\"$2\",\"why\":$(json "$3")}"
    exit "$1"
}

# From here on the output, now file 3, is for bytes alone, behind this line; what goes wrong is said on the other one.
bytes_follow() {
    exec 3>&1 >&2
    printf 'CORDON\n' >&3
}

# Sets arg_NAME to each argument's text.
read_arguments() {
    for word; do
        name=${word%%=*}
        case $name in '' | *[!a-z0-9_]*) end 4 bad_argument "no name of an argument: $name" ;; esac
        value=$(printf %s "${word#*=}" | base64 -d && printf x) || end 4 bad_argument "not base64: $name"
        eval "arg_$name=\${value%x}"
    done
}

# Ends unless $1 consists of the characters $2 alone and is not empty.
demand() {
    case $1 in '' | *[!$2]*) end 4 bad_argument "unexpected argument: $1" ;; esac
}

# A folder that only this account can have made; never through somebody else's link.
folder() {
    mkdir -p -m 700 "$1" || end 8 no_folder "cannot make $1"
    [ ! -L "$1" ] && [ -O "$1" ] || end 4 foreign_folder "$1 is not this account's"
}

# Goes on when the connection is gone, and holds nothing of it open: a redirection of the call itself would keep copies.
in_background() {
    (
        exec </dev/null >/dev/null 2>&1
        trap '' HUP
        "$@"
    ) &
}

boot_id() {
    cat /proc/sys/kernel/random/boot_id
}

machine_id() {
    cat /etc/machine-id 2>/dev/null || true
}

op_probe() {
    systemd=false
    [ -d /run/systemd/system ] && systemd=true
    say "{\"boot\":$(json "$(boot_id)"),\"machine\":$(json "$(machine_id)"),\"uid\":$(id -u),\"kernel\":$(json \
        "$(uname -sr)"),\"host\":$(json "$(uname -n)"),\"systemd\":$systemd}"
}

main() {
    operation=$1
    shift
    read_arguments "$@"
    case $operation in
        probe) op_probe ;;
        proc.find) op_proc_find ;;
        proc.list) op_proc_list ;;
        proc.freeze) op_proc_freeze ;;
        proc.frozen) op_proc_frozen ;;
        proc.thaw) op_proc_thaw ;;
        proc.kill) op_proc_kill ;;
        proc.gone) op_proc_gone ;;
        mem.dump) op_mem_dump ;;
        mem.job) op_mem_job ;;
        mem.clear) op_mem_clear ;;
        mem.discard) op_mem_discard ;;
        file.read) op_file_read ;;
        file.remove) op_file_remove ;;
        file.there) op_file_there ;;
        svc.show) op_svc_show ;;
        svc.config) op_svc_config ;;
        svc.state) op_svc_state ;;
        svc.hold) op_svc_hold ;;
        svc.free) op_svc_free ;;
        svc.held) op_svc_held ;;
        svc.reload) op_svc_reload ;;
        svc.loaded) op_svc_loaded ;;
        svc.stop) op_svc_stop ;;
        svc.start) op_svc_start ;;
        svc.start_masked) op_svc_start_masked ;;
        svc.mask) op_svc_mask ;;
        svc.lifted) op_svc_lifted ;;
        svc.unlink) op_svc_unlink ;;
        svc.link) op_svc_link ;;
        svc.linked) op_svc_linked ;;
        *) end 4 unknown_operation "no operation of this script: $operation" ;;
    esac
}
