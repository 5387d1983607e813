# Services, by systemd. A unit is kept from starting by a drop-in with an assertion that cannot hold: unlike a mask it
# works wherever the unit's file lies, and leaves the manager its ExecStop= for the stop that follows.
# Knowledge: systemd.unit(5), systemctl(1), org.freedesktop.systemd1(5), and systemd 252 itself.

units_in_etc=/etc/systemd/system
units_in_run=/run/systemd/system

demand_systemd() {
    [ -d /run/systemd/system ] || end 8 no_systemd 'this host does not run systemd'
    [ "$(id -u)" = 0 ] || end 8 not_root 'this account is not root here'
}

# Ends unless $1 can be the name of a unit that is a service, a socket, a timer or a path.
demand_unit() {
    case $1 in -* | */*) end 4 bad_argument "no name of a unit: $1" ;; esac
    demand "$1" 'A-Za-z0-9:_.\\@-'
    case $1 in ?*.service | ?*.socket | ?*.timer | ?*.path) ;; *) end 4 bad_argument "no unit of a kind that is stopped: $1" ;; esac
}

property_list=Id,Names,LoadState,ActiveState,SubState,UnitFileState,FragmentPath,SourcePath,DropInPaths,MainPID,Job
property_list=$property_list,Type,RemainAfterExit,Restart,Transient,TriggeredBy,Triggers,RequiredBy,RequisiteOf,BoundBy,ConsistsOf
property_list=$property_list,PropagatesStopTo,NeedDaemonReload,RefuseManualStart,RefuseManualStop,ActiveEnterTimestamp

# Sets u_* to what the manager says of unit $1.
ask() {
    u_id= u_names= u_load= u_active= u_sub= u_file_state= u_fragment= u_source= u_drop_ins= u_pid=0 u_job= u_type= u_remain=
    u_restart=no u_transient=no u_triggered_by= u_triggers= u_dependants= u_stale=no u_refuses=no u_since=
    said=$(systemctl show --no-pager -p "$property_list" -- "$1" 2>&1) || end 8 no_answer "systemctl show: $said"
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
            RequiredBy=* | RequisiteOf=* | BoundBy=* | ConsistsOf=* | PropagatesStopTo=*) u_dependants="$u_dependants $value" ;;
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

# Asks about a unit that is to be changed, and ends where it must not be.
ask_and_guard() {
    demand_systemd
    demand_unit "$1"
    ask "$1"
    find_own_units
    find_protection
    [ -z "$protected" ] || end 4 protected "$u_id is not touched: $protected"
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
    printf '"load":%s,"state":"%s","file_state":%s,"seen":%s,' "$(json "$u_load")" "$u_state" "$(json "$u_file_state")" \
        "$(json "$(seen_now)")"
    printf '"fragment":%s,"fragment_sha256":"%s","mask":%s,' "$(json "$u_fragment")" "$(hash_of "$u_fragment")" \
        "$(json "$(readlink "$u_fragment")")"
    printf '"source":%s,"source_sha256":"%s",' "$(json "$u_source")" "$(hash_of "$u_source")"
    printf '"drop_ins":%s,"links":%s,"folder":%s,' "$(drop_ins_json "$u_drop_ins")" "$(links_json "$u_names")" "$folder"
    printf '"transient":%s,"refuses":%s,' "$(truth "$u_transient")" "$(truth "$u_refuses")"
    printf '"restart":%s,"triggers":%s,"protected":%s}' "$(json "$u_restart")" "$(texts "$u_triggers")" "$(json "$protected")"
}

# For a person.
seen_now() {
    printf '%s (%s)' "$u_active" "$u_sub"
    [ "$u_pid" = 0 ] || printf ', process %s' "$u_pid"
    [ "$u_runs" = false ] || printf ', since %s' "$u_since"
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
    say "{\"found\":true,\"boot\":$(json "$(boot_id)"),\"machine\":$(json "$(machine_id)"),\"unit\":$target,\"activators\":[$activators],\"dependants\":[$dependants],\"config_sha256\":\"$sum\"}"
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
            dependants="$dependants${dependants:+,}{\"id\":$(json "$u_id"),\"transient\":$(truth "$u_transient"),\"refuses\":$(truth "$u_refuses"),\"protected\":$(json "$protected")}"
        done
    done
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
    exec 3>&1 >&2
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

# Sets place and file to the drop-in of this action for the unit.
find_drop_in() {
    demand "$arg_key" 0-9a-f
    place=$units_in_etc/$u_id.d
    file=$place/zz-cordon-$arg_key.conf
}

op_svc_hold() {
    ask_and_guard "$arg_unit"
    find_drop_in
    [ "$u_load" = loaded ] || end 3 changed "$u_id is $u_load by now"
    umask 022
    [ ! -L "$place" ] || end 4 foreign_folder "$place is a link"
    [ -d "$place" ] || mkdir -p "$place" || end 8 not_writable "cannot make $place"
    {
        printf '# Cordon keeps this unit from starting: no file can be below /dev/null.\n'
        printf '[Unit]\nAssertPathExists=/dev/null/cordon\n'
    } >"$file" || end 8 not_writable "cannot write $file"
    say '{"code":"done"}'
}

# The folder goes only where this action made it ($arg_folder), and nobody has put anything else into it.
op_svc_free() {
    demand_systemd
    demand_unit "$arg_unit"
    u_id=$arg_unit
    find_drop_in
    rm -f "$file" || end 8 not_writable "cannot remove $file"
    if [ "$arg_folder" = made ]; then rmdir "$place" 2>/dev/null || true; fi
    say '{"code":"done"}'
}

op_svc_held() {
    demand_unit "$arg_unit"
    u_id=$arg_unit
    find_drop_in
    there=false
    [ -f "$file" ] && there=true
    say "{\"there\":$there}"
}

op_svc_reload() {
    demand_systemd
    said=$(systemctl daemon-reload 2>&1) || end 7 not_reloaded "systemctl daemon-reload: $said"
    say '{"code":"done"}'
}

# Of the units, how many can start as far as the manager knows, and of how many it has not read what is written now.
op_svc_loaded() {
    demand_systemd
    startable=0
    unread=0
    for one in $arg_units; do
        demand_unit "$one"
        ask "$one"
        known=
        for path in $u_drop_ins; do
            case $path in "$units_in_etc/$u_id.d/zz-cordon-"*.conf) known="$known $path" ;; esac
        done
        [ -n "$known" ] || startable=$((startable + 1))
        written=
        set +f
        for path in "$units_in_etc/$u_id.d/zz-cordon-"*.conf; do [ ! -f "$path" ] || written="$written $path"; done
        set -f
        [ "$known" = "$written" ] || unread=$((unread + 1))
    done
    say "{\"startable\":$startable,\"unread\":$unread}"
}

# All of them at once: a service that ends must not find the socket or the timer that would start it again.
op_svc_stop() {
    demand "$arg_kill_after" 0-9
    stopped=
    for one in $arg_units; do
        ask_and_guard "$one"
        [ "$u_runs" = false ] || stopped="$stopped $u_id"
    done
    if [ -n "$stopped" ]; then
        said=$(systemctl stop --no-block -- $stopped 2>&1) || end 7 not_stopped "systemctl stop: $said"
        for one in $stopped; do in_background kill_later "$one" "$arg_kill_after"; done
    fi
    say '{"code":"done"}'
}

# Whatever a unit makes of its stop: after $2 seconds nothing of it lives.
kill_later() {
    left=$2
    while [ "$left" -gt 0 ]; do
        sleep 1
        left=$((left - 1))
        [ "$(systemctl show --no-pager --value -p ActiveState -- "$1")" = deactivating ] || return 0
    done
    systemctl kill -s SIGKILL -- "$1"
}

op_svc_start() {
    demand_systemd
    demand_unit "$arg_unit"
    said=$(systemctl start --no-block -- "$arg_unit" 2>&1) || end 7 not_started "systemctl start: $said"
    say '{"code":"done"}'
}

# Sets aside to where the mask link $arg_path waits while the unit is started without it.
find_mask() {
    demand "$arg_key" 0-9a-f
    case $arg_path in "$units_in_etc"/* | "$units_in_run"/*) ;; *) end 4 bad_argument "no mask of ours to lift: $arg_path" ;; esac
    demand_unit "${arg_path##*/}"
    [ "${arg_path%/*}" = "$units_in_etc" ] || [ "${arg_path%/*}" = "$units_in_run" ] || end 4 bad_argument "no mask: $arg_path"
    aside=${arg_path%/*}/.cordon-$arg_key
}

# Starts a unit that was masked while it ran: the mask is lifted for it.
op_svc_start_masked() {
    demand_systemd
    find_mask
    if [ ! -L "$aside" ]; then
        [ "$(readlink "$arg_path")" = /dev/null ] || end 3 changed "$arg_path is no mask any more"
        mv -T "$arg_path" "$aside" || end 8 not_writable "cannot move $arg_path"
    fi
    said=$(systemctl daemon-reload 2>&1 && systemctl start --no-block -- "${arg_path##*/}" 2>&1) ||
        end 7 not_started "systemctl start: $said"
    say '{"code":"done"}'
}

op_svc_mask() {
    demand_systemd
    find_mask
    if [ -L "$aside" ]; then
        if [ -e "$arg_path" ] || [ -L "$arg_path" ]; then
            end 3 changed "$arg_path is there again, made by somebody else; the mask waits as $aside"
        fi
        mv -T "$aside" "$arg_path" || end 8 not_writable "cannot move $aside"
    fi
    said=$(systemctl daemon-reload 2>&1) || end 7 not_reloaded "systemctl daemon-reload: $said"
    say '{"code":"done"}'
}

op_svc_lifted() {
    find_mask
    lifted=false
    [ -L "$aside" ] && lifted=true
    say "{\"lifted\":$lifted}"
}

# Ends unless $arg_path is a link that makes a unit start: FOLDER/OTHER.wants/NAME and the like.
demand_link() {
    case $arg_path in "$units_in_etc"/*/* | "$units_in_run"/*/*) ;; *) end 4 bad_argument "no link that enables: $arg_path" ;; esac
    name=${arg_path##*/}
    owner=${arg_path%/*}
    demand_unit "$name"
    [ "${owner%/*}" = "$units_in_etc" ] || [ "${owner%/*}" = "$units_in_run" ] || end 4 bad_argument "no link: $arg_path"
    demand "${owner##*/}" 'A-Za-z0-9:_.\\@-'
    case $owner in *.wants | *.requires | *.upholds) ;; *) end 4 bad_argument "no link that enables: $arg_path" ;; esac
}

op_svc_unlink() {
    demand_systemd
    demand_link
    if [ -L "$arg_path" ]; then
        [ "$(readlink "$arg_path")" = "$arg_target" ] || end 3 changed "$arg_path points elsewhere by now"
        rm -f "$arg_path" || end 8 not_writable "cannot remove $arg_path"
    elif [ -e "$arg_path" ]; then
        end 3 changed "$arg_path is no link any more"
    fi
    op_svc_reload
}

op_svc_link() {
    demand_systemd
    demand_link
    umask 022
    if [ ! -L "$arg_path" ]; then
        mkdir -p "$owner" && ln -sT -- "$arg_target" "$arg_path" || end 8 not_writable "cannot make $arg_path"
    fi
    op_svc_reload
}

op_svc_linked() {
    demand_link
    linked=false
    if [ -e "$arg_path" ] || [ -L "$arg_path" ]; then linked=true; fi
    say "{\"linked\":$linked}"
}
