# Units of systemd, as they are: by what systemctl says, and by what lies in the folders that are not the packages'.
# Knowledge: systemd.unit(5), systemctl(1), org.freedesktop.systemd1(5), and systemd 252 itself.

units_in_etc=/etc/systemd/system
units_in_run=/run/systemd/system

demand_systemd() {
    [ -d /run/systemd/system ] || end 8 no_systemd 'this host does not run systemd'
    [ "$(id -u)" = 0 ] || end 8 not_root 'this account is not root here, as services need it'
}

# Ends unless $1 can be the name of a unit that is a service, a socket, a timer or a path.
demand_unit() {
    case $1 in -* | */*) end 4 bad_argument "no name of a unit: $1" ;; esac
    demand "$1" 'A-Za-z0-9:_.\\@-'
    case $1 in
        ?*.service | ?*.socket | ?*.timer | ?*.path) ;;
        *) end 4 bad_argument "no unit of a kind that is stopped: $1" ;;
    esac
}

asked=Id,Names,LoadState,ActiveState,SubState,UnitFileState,FragmentPath,SourcePath,DropInPaths,MainPID,Job,Type
asked=$asked,RemainAfterExit,Restart,Transient,TriggeredBy,Triggers,RequiredBy,RequisiteOf,BoundBy,ConsistsOf
asked=$asked,PropagatesStopTo,NeedDaemonReload,RefuseManualStart,RefuseManualStop,ActiveEnterTimestamp

# Sets u_* to what the manager says of unit $1.
ask() {
    u_id= u_names= u_load= u_active= u_sub= u_file_state= u_fragment= u_source= u_drop_ins= u_pid=0 u_job= u_type=
    u_remain= u_restart=no u_transient=no u_triggered_by= u_triggers= u_dependants= u_stale=no u_refuses=no u_since=
    said=$(systemctl show --no-pager -p "$asked" -- "$1" 2>&1) || end 8 no_answer "systemctl show: $said"
    while IFS= read -r line; do
        value=${line#*=}
        case $line in
            Id=*) u_id=$value ;;
            Names=*) u_names=" $value " ;;
            LoadState=*) u_load=$value ;;
            ActiveState=*) u_active=$value ;;
            SubState=*) u_sub=$value ;;
            UnitFileState=*) u_file_state=$value ;;
            FragmentPath=*) u_fragment=$value ;;
            SourcePath=*) u_source=$value ;;
            DropInPaths=*) u_drop_ins=$value ;;
            MainPID=*) u_pid=$value ;;
            Job=*) u_job=$value ;;
            Type=*) u_type=$value ;;
            RemainAfterExit=*) u_remain=$value ;;
            Restart=*) u_restart=$value ;;
            Transient=*) u_transient=$value ;;
            TriggeredBy=*) u_triggered_by=$value ;;
            Triggers=*) u_triggers=$value ;;
            RequiredBy=* | RequisiteOf=* | BoundBy=* | ConsistsOf=* | PropagatesStopTo=*)
                u_dependants="$u_dependants $value"
                ;;
            NeedDaemonReload=*) u_stale=$value ;;
            RefuseManualStart=yes | RefuseManualStop=yes) u_refuses=yes ;;
            ActiveEnterTimestamp=*) u_since=$value ;;
        esac
    done <<END
$said
END
    judge_activity
}

# Sets u_state to what undo restores: running, stopped, failed; or passing, for what runs once and ends by itself.
# Sets u_runs, and u_changing for what is on its way from one to the other.
judge_activity() {
    u_runs=true u_changing=false
    case $u_active in inactive | failed) u_runs=false ;; esac
    case $u_active-$u_sub in activating-auto-restart*) ;; activating-* | deactivating-*) u_changing=true ;; esac
    case $u_job in '' | 0) ;; *) u_changing=true ;; esac
    u_state=stopped
    if [ "$u_type" = oneshot ] && [ "$u_remain" = no ]; then
        u_state=passing
    elif [ "$u_runs" = true ]; then
        u_state=running
    elif [ "$u_active" = failed ]; then
        u_state=failed
    fi
}

# Sets own_units to the units that this script itself runs in.
find_own_units() {
    own_chain
    own_units=' '
    for one in $chain; do
        unit_of "$one"
        own_units="$own_units$unit "
    done
}

# Sets protected to why the unit in u_* must not be stopped; empty where it may.
find_protection() {
    protected=
    for one in $u_names; do
        case $own_units in *" $one "*) protected='Cordon itself is connected through it' ;; esac
        case $one in
            ssh.* | ssh@* | sshd.* | sshd@* | sshd-*) protected='hosts are reached through it' ;;
            dbus.* | dbus-broker.*) protected='systemd itself is reached through it' ;;
            NetworkManager* | networking.* | network.* | wicked* | connman* | dhcpcd* | ifup@* | netctl* | iwd.*)
                protected='it keeps the network up' ;;
            getty@* | serial-getty@* | console-getty.* | container-getty@* | autovt@*) protected='it is the console' ;;
            user@* | user-runtime-dir@* | emergency.* | rescue.*) protected='sessions of users run in it' ;;
            systemd-*) case $u_fragment in /lib/* | /usr/lib/*) protected='it is a part of systemd' ;; esac ;;
        esac
    done
}

hash_of() {
    if [ -f "$1" ]; then sha256sum <"$1" | cut -c1-64; fi
}

# The words of $1 as a list.
texts() {
    list=
    for one in $1; do list="$list${list:+,}$(json "$one")"; done
    printf '[%s]' "$list"
}

# The links that make the unit with the names $1 start, or give it a name, in the folders that are not the packages'.
links_of() {
    links=
    set +f
    for entry in $units_in_etc/* $units_in_etc/*/* $units_in_run/* $units_in_run/*/*; do
        [ -L "$entry" ] || continue
        case $1 in *" ${entry##*/} "*) ;; *) continue ;; esac
        links="$links$entry
"
    done
    set -f
}

links_json() {
    links_of "$1"
    list=
    while IFS= read -r entry; do
        [ -n "$entry" ] || continue
        list="$list${list:+,}{\"path\":$(json "$entry"),\"target\":$(json "$(readlink "$entry")")}"
    done <<END
$links
END
    printf '[%s]' "$list"
}

drop_ins_json() {
    list=
    for one in $1; do list="$list${list:+,}{\"path\":$(json "$one"),\"sha256\":\"$(hash_of "$one")\"}"; done
    printf '[%s]' "$list"
}

# The unit in u_* as JSON.
describe_unit() {
    folder=false
    [ -d "$units_in_etc/$u_id.d" ] && folder=true
    printf '{"id":%s,"names":%s,' "$(json "$u_id")" "$(texts "$(printf '%s\n' $u_names | sort)")"
    printf '"load":%s,"state":"%s","file_state":%s,"seen":%s,' \
        "$(json "$u_load")" "$u_state" "$(json "$u_file_state")" "$(json "$(seen_now)")"
    printf '"fragment":%s,"fragment_sha256":"%s","mask":%s,' "$(json "$u_fragment")" "$(hash_of "$u_fragment")" \
        "$(json "$(readlink "$u_fragment")")"
    printf '"source":%s,"source_sha256":"%s",' "$(json "$u_source")" "$(hash_of "$u_source")"
    printf '"drop_ins":%s,"links":%s,"folder":%s,' "$(drop_ins_json "$u_drop_ins")" "$(links_json "$u_names")" "$folder"
    printf '"transient":%s,"refuses":%s,' "$(truth "$u_transient")" "$(truth "$u_refuses")"
    printf '"restart":%s,"triggers":%s,"protected":%s}' \
        "$(json "$u_restart")" "$(texts "$u_triggers")" "$(json "$protected")"
}

# For a person.
seen_now() {
    printf '%s (%s)' "$u_active" "$u_sub"
    [ "$u_pid" = 0 ] || printf ', process %s' "$u_pid"
    [ "$u_runs" = false ] || [ -z "$u_since" ] || printf ', since %s' "$u_since"
    [ "$u_stale" = no ] || printf '; its files were changed since systemd read them'
}

truth() {
    if [ "$1" = yes ]; then printf true; else printf false; fi
}

# Everything that undo must find again: the unit, what runs and starts it, and what runs and stops with it, each with
# its kind first. Of those that do not run nothing depends on this action, and they come and go in the manager.
op_svc_show() {
    demand_systemd
    demand_unit "$arg_unit"
    find_own_units
    ask "$arg_unit"
    if [ "$u_load" = not-found ]; then
        say "{\"found\":false,\"near\":$(texts "$(near "$arg_unit")")}"
        return
    fi
    find_protection
    target=$(describe_unit)
    seen=" $u_id "
    starting=$u_id
    waiting=$u_triggered_by
    below=$u_dependants
    walk_activators
    walk_dependants
    sum=$(print_config "$starting" | sha256sum | cut -c1-64)
    say "{\"found\":true,\"boot\":$(json "$(boot_id)"),\"machine\":$(json "$(machine_id)"),\"unit\":$target,$(
        printf '"activators":[%s],"dependants":[%s],"config_sha256":"%s"}' "$activators" "$dependants" "$sum"
    )"
}

# Adds to starting, and to below what depends on them.
walk_activators() {
    activators=
    while [ -n "$waiting" ]; do
        round=$waiting
        waiting=
        for next in $round; do
            case $seen in *" $next "*) continue ;; esac
            seen="$seen$next "
            ask "$next"
            waiting="$waiting $u_triggered_by"
            [ "$u_runs" = true ] || continue
            find_protection
            activators="$activators${activators:+,}$(describe_unit)"
            starting="$starting $u_id"
            below="$below $u_dependants"
        done
    done
}

walk_dependants() {
    dependants=
    while [ -n "$below" ]; do
        round=$below
        below=
        for next in $round; do
            case $seen in *" $next "*) continue ;; esac
            seen="$seen$next "
            ask "$next"
            below="$below $u_dependants"
            [ "$u_state" = running ] || continue
            find_protection
            dependants="$dependants${dependants:+,}$(describe_dependant)"
        done
    done
}

describe_dependant() {
    printf '{"id":%s,"transient":%s,"refuses":%s,"protected":%s}' \
        "$(json "$u_id")" "$(truth "$u_transient")" "$(truth "$u_refuses")" "$(json "$protected")"
}

# The first units whose names hold that of $1.
near() {
    stem=${1%.*}
    [ ${#stem} -ge 3 ] || return 0
    systemctl list-unit-files --no-legend --no-pager --plain -- "*$stem*" 2>/dev/null | cut -d' ' -f1 | head -n 5
}

# The files and links of the units $1, as text: what a person would want back.
print_config() {
    for one in $1; do
        ask "$one"
        printf '### %s\n' "$u_id"
        for file in "$u_fragment" "$u_source" $u_drop_ins; do
            [ -f "$file" ] || continue
            printf '# %s\n' "$file"
            cat "$file"
            printf '\n'
        done
        links_of "$u_names"
        printf '%s' "$links" | while IFS= read -r entry; do printf '# %s -> %s\n' "$entry" "$(readlink "$entry")"; done
    done
}

# The bytes alone on the output; what goes wrong on the other one.
op_svc_config() {
    bytes_follow
    demand_systemd
    demand "$arg_offset" 0-9
    for one in $arg_units; do demand_unit "$one"; done
    print_config "$arg_units" | tail -c "+$((arg_offset + 1))" >&3
}

# For checks: how units are now. runs: any of them does.
op_svc_state() {
    demand_systemd
    runs=false
    changing=false
    why=
    for one in $arg_units; do
        demand_unit "$one"
        ask "$one"
        [ "$u_changing" = false ] || changing=true
        [ "$u_runs" = true ] || continue
        runs=true
        why="$why${why:+; }$u_id is $u_active ($u_sub)"
        [ "$u_pid" = 0 ] || why="$why, process $u_pid, since $u_since"
        [ -z "$u_triggered_by" ] || why="$why; it is started by $u_triggered_by when that runs"
        [ "$u_restart" = no ] || why="$why; its unit says Restart=$u_restart"
    done
    say "{\"runs\":$runs,\"changing\":$changing,\"why\":$(json "$why")}"
}
