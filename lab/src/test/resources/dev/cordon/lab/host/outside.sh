# Holds one Debian host for as long as standard input stays open, and leaves nothing behind, whatever ended it.
#
#   outside.sh SCRATCH NAME TREE     SCRATCH: a folder with inside.sh and seed/, removed in the end
#
# Mounts, network and processes belong to namespaces: they are gone with the last process, the kernel sees to it.
# What is left to do here are the control groups, in which the host's systemd must meet no other.
set -eu
trap '' HUP INT TERM
scratch=$1 name=$2 tree=$3

# Where systemd keeps its units: one folder with cgroup v2 alone, two where v1 is mounted too.
unit_folders() {
    while read -r _ folder type options _; do
        case $type,$options in
        cgroup2,*) path=$(sed -n 's/^0:://p' /proc/self/cgroup) ;;
        cgroup,*name=systemd*) path=$(sed -n 's/^[0-9]*:name=systemd://p' /proc/self/cgroup) ;;
        *) continue ;;
        esac
        echo "$folder${path%/}/$name"
    done </proc/self/mounts
}

code=0
groups=$(unit_folders)
for group in $groups; do mkdir "$group"; done
(
    for group in $groups; do echo 0 >"$group/cgroup.procs" || exit; done
    exec unshare --mount --pid --fork --kill-child --mount-proc sh "$scratch/inside.sh" "$scratch" "$name" "$tree"
) || code=$?
for group in $groups; do find "$group" -depth -type d -exec rmdir {} +; done
exec >&2
cat # a host that ended by itself leaves its console to be read until then
rm -rf "$scratch"
exit $code
