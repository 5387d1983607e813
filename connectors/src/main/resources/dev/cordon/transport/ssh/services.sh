# Stops units and keeps them from starting. A drop-in with an assertion that cannot hold refuses every start: unlike a
# mask it works wherever the unit's file lies, and leaves systemd the unit's ExecStop= for the stop that follows.

# Asks about a unit that is to be changed, and ends where it must not be.
ask_and_guard() {
    demand_systemd
    demand_unit "$1"
    ask "$1"
    find_own_units
    find_protection
    [ -z "$protected" ] || end 4 protected "$u_id is not touched: $protected"
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

# Whatever a unit makes of its stop: after $2 seconds nothing of it lives. What runs by then has been started again.
kill_later() {
    left=$2
    while [ "$left" -gt 0 ]; do
        sleep 1
        left=$((left - 1))
        activity=$(systemctl show --no-pager --value -p ActiveState -- "$1")
        case $activity in inactive | failed) return ;; esac
    done
    if [ "$activity" = deactivating ]; then systemctl kill -s SIGKILL -- "$1"; fi
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
    case ${arg_path%/*} in
        "$units_in_etc" | "$units_in_run") demand_unit "${arg_path##*/}" ;;
        *) end 4 bad_argument "no mask that can be lifted: $arg_path" ;;
    esac
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
    name=${arg_path##*/}
    owner=${arg_path%/*}
    demand_unit "$name"
    case ${owner%/*} in
        "$units_in_etc" | "$units_in_run") demand "${owner##*/}" 'A-Za-z0-9:_.\\@-' ;;
        *) end 4 bad_argument "no link that enables: $arg_path" ;;
    esac
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
