# Processes. One is named for ever by PID:START, its start in clock ticks since boot (proc(5), stat, field 22); the
# boot is checked beside it.

# Sets state, ppid, start and comm of process $1; false where there is none. The name may hold anything, also ')' and
# a line's end: the fields are counted from the last ')'.
look_at() {
    stat=
    while IFS= read -r part || [ -n "$part" ]; do stat="$stat$part
"; done 2>/dev/null <"/proc/$1/stat" || return 1
    [ -n "$stat" ] || return 1
    comm=${stat#*"("}
    comm=${comm%")"*}
    set -- ${stat##*")"}
    [ $# -ge 20 ] || return 1
    state=$1 ppid=$2 start=${20}
}

# Whether PID:START is there, and no zombie.
lives() {
    look_at "${1%%:*}" && [ "$start" = "${1#*:}" ] && [ "$state" != Z ] && [ "$state" != X ]
}

# All processes as ' PID:START:PPID PID:START:PPID ', zombies left out.
everybody() {
    all=' '
    set +f
    for entry in /proc/[0-9]*; do
        pid=${entry#/proc/}
        look_at "$pid" && [ "$state" != Z ] && all="$all$pid:$start:$ppid "
    done
    set -f
}

# Sets chain to this script's own process and all above it, up to the first one of the host.
own_chain() {
    chain=" $$ "
    up=$$
    while look_at "$up" && [ "$ppid" -gt 0 ]; do
        up=$ppid
        chain="$chain$up "
    done
}

in_chain() {
    case $chain in *" $1 "*) true ;; *) false ;; esac
}

# Sets tree to ' PID:START ... ' of the roots $1 and all below them.
find_tree() {
    tree=" $1 "
    parents=' '
    for root in $1; do parents="$parents${root%%:*} "; done
    grown=yes
    while [ "$grown" = yes ]; do
        grown=no
        everybody
        for one in $all; do
            id=${one%:*}
            case $parents in *" ${one##*:} "*) ;; *) continue ;; esac
            case $tree in *" $id "*) continue ;; esac
            tree="$tree$id "
            parents="$parents${id%%:*} "
            grown=yes
            if [ "${2-}" = stop ]; then stop_one "$id"; fi
        done
    done
}

# Never init, a kernel thread, or what this script itself runs under.
refuse_own() {
    for one in $1; do
        pid=${one%%:*}
        if [ "$pid" -le 2 ] || in_chain "$pid"; then
            [ -z "${arg_key-}" ] || thaw_frozen "$arg_key"
            end 4 protected "process $pid is one that Cordon itself, or this host, runs under"
        fi
        if look_at "$pid" && [ "$ppid" = 2 ]; then
            end 4 protected "process $pid is a thread of the kernel"
        fi
    done
}

stop_one() {
    if lives "$1"; then kill -STOP "${1%%:*}" 2>/dev/null || true; fi
}

thaw_all() {
    for one in $1; do
        if lives "$one"; then kill -CONT "${one%%:*}" 2>/dev/null || true; fi
    done
}

# What cannot change while a process runs: a short hash of a text.
short_hash() {
    printf %s "$1" | sha256sum | cut -c1-16
}

exe_of() {
    readlink "/proc/$1/exe" 2>/dev/null || true
}

# The unit or scope that a process belongs to, by its control group; empty where there is none.
unit_of() {
    unit=
    while IFS=: read -r _ controllers path; do
        case $controllers in '' | name=systemd)
            case ${path##*/} in *.service | *.scope | *.slice) unit=${path##*/} ;; esac
            ;;
        esac
    done 2>/dev/null <"/proc/$1/cgroup" || true
}

command_hash() {
    sha256sum <"/proc/$1/cmdline" 2>/dev/null | cut -c1-16
}

# Ends unless each of the words PID:START:EXEHASH is still the same process of the same boot.
demand_identity() {
    [ "$(boot_id)" = "$arg_boot" ] || end 3 rebooted 'the host was started anew since'
    for root in $1; do
        identity=${root%:*}
        lives "$identity" || end 3 gone "process ${root%%:*} is not there any more"
        [ "$(short_hash "$(exe_of "${root%%:*}")")" = "${root##*:}" ] ||
            end 3 other_program "process ${root%%:*} runs another program by now"
    done
}

# The words without their last part: PID:START:EXEHASH to PID:START.
identities() {
    identities=
    for root in $1; do identities="$identities${identities:+ }${root%:*}"; done
}

describe() {
    exe=$(exe_of "$1")
    unit_of "$1"
    uid=$(stat -c %u "/proc/$1" 2>/dev/null) || return 1
    line=$(tr '\0' ' ' <"/proc/$1/cmdline" 2>/dev/null | cut -c1-1000) || return 1
    sum=$(sha256sum "/proc/$1/exe" 2>/dev/null | cut -c1-64)
    look_at "$1" || return 1
    protected=false
    if [ "$1" -le 2 ] || [ "$ppid" = 2 ] || in_chain "$1"; then protected=true; fi
    printf '{"pid":%s,"start":"%s","ppid":%s,"uid":%s,"name":%s,"exe":%s,"exe_hash":"%s","sha256":"%s",' \
        "$1" "$start" "$ppid" "$uid" "$(json "$comm")" "$(json "$exe")" "$(short_hash "$exe")" "$sum"
    printf '"command_hash":"%s","command":%s,"unit":%s,"protected":%s,"children":[' \
        "$(command_hash "$1")" "$(json "$line")" "$(json "$unit")" "$protected"
    find_tree "$1:$start"
    separator=
    for one in $tree; do
        [ "$one" = "$1:$2" ] && continue
        look_at "${one%%:*}" || continue
        printf '%s{"pid":%s,"start":"%s","name":%s}' "$separator" "${one%%:*}" "$start" "$(json "$comm")"
        separator=,
    done
    printf ']}'
}

# Whether process $1 is called $2: by its name, which the kernel cuts at 15 bytes, or its program's name or path.
is_called() {
    look_at "$1" || return 1
    [ "$comm" = "$2" ] && return 0
    if [ ${#comm} -ge 15 ]; then
        case $2 in "$comm"*) return 0 ;; esac
    fi
    program=$(exe_of "$1")
    program=${program%' (deleted)'}
    [ -n "$program" ] && { [ "${program##*/}" = "$2" ] || [ "$program" = "$2" ]; }
}

# The shells and helpers that only carry this script are nobody's target.
is_ours() {
    in_chain "$1" && case $comm in sh | dash | bash | ash | busybox | timeout | sudo) true ;; *) false ;; esac
}

op_proc_find() {
    own_chain
    gcore=false
    command -v gcore >/dev/null 2>&1 && gcore=true
    found=
    everybody
    candidates=$all
    for one in $candidates; do
        pid=${one%%:*}
        identity=${one%:*}
        [ -z "${arg_pid-}" ] || [ "$pid" = "$arg_pid" ] || continue
        is_called "$pid" "$arg_name" || continue
        look_at "$pid" || continue
        is_ours "$pid" && continue
        text=$(describe "$pid" "${identity#*:}") || continue
        found="$found${found:+,}$text"
    done
    say "{\"boot\":$(json "$(boot_id)"),\"machine\":$(json "$(machine_id)"),\"uid\":$(id -u),\"gcore\":$gcore,\"processes\":[$found]}"
}

# Written before anybody is stopped, so that whatever stops can be let go: the processes, those of them that stood still
# already, and how far it is.
op_proc_list() {
    demand "$arg_key" 0-9a-f
    demand "$arg_roots" '0-9a-f: '
    demand "$arg_thaw_after" 0-9
    own_chain
    demand_identity "$arg_roots"
    identities "$arg_roots"
    if [ "$arg_children" = true ]; then find_tree "$identities"; else tree=" $identities "; fi
    refuse_own "$tree"
    folder "$kept"
    if ! read_frozen "$arg_key"; then
        find_still "$tree"
        write_frozen "$arg_key" "$tree" begun
        in_background thaw_later "$arg_thaw_after" "$arg_key"
    fi
    say '{"code":"done"}'
}

op_proc_freeze() {
    demand "$arg_key" 0-9a-f
    demand "$arg_roots" '0-9a-f: '
    own_chain
    demand_identity "$arg_roots"
    identities "$arg_roots"
    read_frozen "$arg_key" || end 3 not_listed 'the list of the processes is not there any more'
    for one in $identities; do stop_one "$one"; done
    if [ "$arg_children" = true ]; then find_tree "$identities" stop; else tree=" $identities "; fi
    refuse_own "$tree"
    write_frozen "$arg_key" "$tree" done
    say '{"code":"done"}'
}

# Sets still to those of $1 that are stopped: whoever did that wants them to stay so.
find_still() {
    still=' '
    for one in $1; do
        if lives "$one"; then case $state in T | t) still="$still$one " ;; esac; fi
    done
}

write_frozen() {
    printf '%s\n%s\n%s\n' "$2" "$still" "$3" >"$kept/frozen-$1.new"
    mv -f "$kept/frozen-$1.new" "$kept/frozen-$1"
}

# Sets frozen_tree, still and progress; false where nothing was frozen under this key.
read_frozen() {
    { read -r frozen_tree && read -r still && read -r progress; } 2>/dev/null <"$kept/frozen-$1" || return 1
    still=" $still "
}

# Lets go what was listed under the key $1 and all below it, but for what stood still before.
thaw_frozen() {
    read_frozen "$1" || return 0
    if [ "$arg_children" = true ]; then find_tree "$frozen_tree"; else tree=$frozen_tree; fi
    for one in $tree; do
        case $still in *" $one "*) ;; *) thaw_all "$one" ;; esac
    done
    rm -f "$kept/frozen-$1"
}

# The host's own switch for the day that Cordon does not come back; it ends with what it waits for.
thaw_later() {
    left=$1
    while [ "$left" -gt 0 ] && [ -e "$kept/frozen-$2" ]; do
        sleep 2
        left=$((left - 2))
    done
    thaw_frozen "$2"
}

# Stopped are those that live and were frozen under this key.
op_proc_frozen() {
    demand "$arg_key" 0-9a-f
    if ! read_frozen "$arg_key"; then
        say '{"listed":false,"frozen":false,"tree":"","since":"0"}'
        return
    fi
    frozen=true
    [ "$progress" = done ] || frozen=false
    living=
    for one in $frozen_tree; do
        lives "$one" || continue
        living="$living${living:+ }$one"
        case $state in T | t) ;; *) frozen=false ;; esac
    done
    [ -n "$living" ] || frozen=false
    look_at $$
    say "{\"listed\":true,\"frozen\":$frozen,\"tree\":\"$living\",\"since\":\"$start\"}"
}

op_proc_thaw() {
    demand "$arg_key" 0-9a-f
    thaw_frozen "$arg_key"
    rmdir "$kept" "${kept%/*}" 2>/dev/null || true
    say '{"code":"done"}'
}

# Stopped once more first: the host's own switch may have let them go meanwhile, and they may have had children.
op_proc_kill() {
    demand "$arg_key" 0-9a-f
    demand "$arg_tree" '0-9: '
    [ "$(boot_id)" = "$arg_boot" ] || end 3 rebooted 'the host was started anew since'
    own_chain
    refuse_own "$arg_tree"
    for one in $arg_tree; do stop_one "$one"; done
    if [ "$arg_children" = true ]; then find_tree "$arg_tree" stop; else tree=$arg_tree; fi
    refuse_own "$tree"
    for one in $(printf '%s\n' $tree | sort -t: -k2,2nr -k1,1nr); do
        if lives "$one"; then kill -KILL "${one%%:*}" 2>/dev/null || true; fi
    done
    say '{"code":"done"}'
}

# Those of the tree that live, and those that came back: younger than the freezing, the same program, and the same
# command line or the same service.
op_proc_gone() {
    demand "$arg_tree" '0-9: '
    demand "$arg_since" 0-9
    alive=0
    for one in $arg_tree; do
        if lives "$one"; then alive=$((alive + 1)); fi
    done
    respawned=0
    why=
    if [ "$alive" -gt 0 ]; then why="$alive of the processes are still there"; fi
    everybody
    for one in $all; do
        identity=${one%:*}
        [ "${identity#*:}" -gt "$arg_since" ] || continue
        case " $arg_tree " in *" $identity "*) continue ;; esac
        came_back "${one%%:*}" || continue
        respawned=$((respawned + 1))
        look_at "${one##*:}" || comm='?'
        why="it came back as process ${one%%:*}, started by process ${one##*:} ($comm)${unit:+ of $unit}"
    done
    say "{\"alive\":$alive,\"respawned\":$respawned,\"why\":$(json "$why")}"
}

came_back() {
    program=$(short_hash "$(exe_of "$1")")
    commanded=$(command_hash "$1")
    unit_of "$1"
    for signature in $arg_signatures; do
        [ "${signature%%:*}" = "$program" ] || continue
        rest=${signature#*:}
        [ "${rest%%:*}" = "$commanded" ] && return 0
        case $unit in *.service) [ "${rest#*:}" = "$(short_hash "$unit")" ] && return 0 ;; esac
    done
    return 1
}
