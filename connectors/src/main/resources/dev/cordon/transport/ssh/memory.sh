# The memory of stopped processes, dumped by a job that outlives the connection, and files that wait to be fetched.

# The bytes that the memory of the processes $1 takes at most.
memory_size() {
    size=0
    for one in $1; do
        while read -r field amount _; do
            if [ "$field" = VmRSS: ] || [ "$field" = VmSwap: ]; then size=$((size + amount * 1024)); fi
        done 2>/dev/null <"/proc/${one%%:*}/status" || true
    done
}

op_mem_dump() {
    demand "$arg_key" 0-9a-f
    demand "$arg_tree" '0-9: '
    folder "$dumps"
    place=$dumps/$arg_key
    if [ -e "$place/state" ]; then
        say '{"code":"already"}'
        return
    fi
    for one in $arg_tree; do
        if lives "$one" && ! { : <"/proc/${one%%:*}/mem"; } 2>/dev/null; then
            end 8 not_allowed "this account may not read the memory of process ${one%%:*}"
        fi
    done
    memory_size "$arg_tree"
    set -- $(stat -f -c '%a %S' "$dumps")
    [ $(($1 * $2)) -gt $((size + size / 8 + 16777216)) ] ||
        end 9 no_space "$dumps has $(($1 * $2)) bytes left, and the dump may need $size"
    folder "$place"
    in_background dump_job "$place" "$arg_tree"
    # Named by the starter, so that whoever asks next finds a job and not nothing.
    look_at $!
    printf 'running %s:%s\n' "$!" "${start-0}" >"$place/state.new"
    if [ ! -e "$place/state" ]; then mv -f "$place/state.new" "$place/state"; else rm -f "$place/state.new"; fi
    say '{"code":"done"}'
}

dump_job() {
    : >"$1/files"
    for one in $2; do
        lives "$one" || continue
        if ! dump_one "${one%%:*}" "$1"; then
            printf 'failed the memory of process %s could not be read\n' "${one%%:*}" >"$1/end"
            return
        fi
    done
    printf 'done\n' >"$1/end"
}

# A core file where gdb is there; else the memory that can be read, one mapping after the other in the order of the
# list that is kept beside it.
dump_one() {
    if command -v gcore >/dev/null 2>&1; then
        gcore -o "$2/core" "$1" || return 1
        note_file "$2" "core.$1"
        return
    fi
    cat "/proc/$1/maps" >"$2/maps.$1" || return 1
    : >"$2/mem.$1"
    while read -r range access _ _ _ path; do
        case $access in r*) ;; *) continue ;; esac
        case $path in '[vvar]'* | '[vsyscall]') continue ;; esac
        from=$((0x${range%-*}))
        dd if="/proc/$1/mem" iflag=skip_bytes,count_bytes,fullblock bs=65536 skip="$from" \
            count=$((0x${range#*-} - from)) status=none >>"$2/mem.$1" 2>/dev/null || true
    done <"$2/maps.$1"
    [ -s "$2/mem.$1" ] || return 1
    note_file "$2" "maps.$1" && note_file "$2" "mem.$1"
}

note_file() {
    sum=$(sha256sum "$1/$2" | cut -c1-64)
    printf '%s %s %s\n' "$sum" "$(stat -c %s "$1/$2")" "$2" >>"$1/files"
}

op_mem_job() {
    demand "$arg_key" 0-9a-f
    place=$dumps/$arg_key
    job=none
    why=
    if [ -e "$place/end" ]; then
        read -r job why <"$place/end"
    elif [ -e "$place/state" ]; then
        read -r _ worker <"$place/state"
        if lives "$worker"; then job=running; else job=failed why='the dump was cut off'; fi
    fi
    list=
    if [ "$job" = done ]; then
        while read -r sum size name; do
            [ -e "$place/$name" ] || continue
            list="$list${list:+,}{\"key\":\"$arg_key\",\"name\":\"$name\",\"sha256\":\"$sum\",\"size\":$size}"
        done <"$place/files"
    fi
    say "{\"job\":\"$job\",\"why\":$(json "$why"),\"files\":[$list]}"
}

# Only what no longer holds a dump.
op_mem_clear() {
    demand "$arg_key" 0-9a-f
    rm -f "$dumps/$arg_key/state" "$dumps/$arg_key/end" "$dumps/$arg_key/files"
    rmdir "$dumps/$arg_key" 2>/dev/null || [ ! -e "$dumps/$arg_key" ] || end 7 not_empty "$dumps/$arg_key is not empty"
    rmdir "$dumps" "${dumps%/*}" 2>/dev/null || true
    say '{"code":"done"}'
}

# All of it, also while it is being made.
op_mem_discard() {
    demand "$arg_key" 0-9a-f
    place=$dumps/$arg_key
    if { read -r _ worker <"$place/state"; } 2>/dev/null && lives "$worker"; then
        find_tree "$worker"
        for one in $tree; do
            if lives "$one"; then kill -KILL "${one%%:*}" 2>/dev/null || true; fi
        done
    fi
    rm -rf "$place"
    rmdir "$dumps" "${dumps%/*}" 2>/dev/null || true
    say '{"code":"done"}'
}

# Sets file to the dump's path: nothing else of this host can be read or removed this way.
dumped_file() {
    demand "$arg_key" 0-9a-f
    case $arg_name in core.* | maps.* | mem.*) demand "${arg_name#*.}" 0-9 ;; *) end 4 bad_argument 'no file of ours' ;; esac
    file=$dumps/$arg_key/$arg_name
}

op_file_read() {
    bytes_follow
    dumped_file
    demand "$arg_offset" 0-9
    [ -f "$file" ] || end 5 not_found "$file is not there"
    tail -c "+$((arg_offset + 1))" "$file" >&3
}

op_file_remove() {
    dumped_file
    if [ -f "$file" ]; then
        [ "$(sha256sum "$file" | cut -c1-64)" = "$arg_sha256" ] || end 3 changed "$file is not as it was dumped"
        rm -f "$file"
    fi
    say '{"code":"done"}'
}

op_file_there() {
    dumped_file
    there=false
    [ -e "$file" ] && there=true
    say "{\"there\":$there}"
}
