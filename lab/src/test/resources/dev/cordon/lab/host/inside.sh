# The first process of the namespaces that outside.sh makes: when it ends, all in them ends.
#
#   inside.sh SCRATCH NAME TREE     says the host's address in one line, and boots it
#
# The host's disk is a memory file system over TREE, its network one cable to the network of whoever started this.
set -eu
umask 022
scratch=$1 name=$2 tree=$3

mount -t tmpfs -o size=2g,mode=755 tmpfs /run
mkdir /run/upper /run/work /run/host
mount -t overlay -o "lowerdir=$tree,upperdir=/run/upper,workdir=/run/work" overlay /run/host
cp -a "$scratch/seed/." /run/host/
chown -R --reference=/run/host/etc/passwd /run/host/home/cordon && chroot /run/host chown -R cordon: /home/cordon

# Device and address go by the first number that nobody has: the kernel takes a name only once.
ip netns add host
number=1
until ip link add "cordon$number" type veth peer name host0 netns host; do
    ip link show "cordon$number" >&2
    number=$((number + 1))
done
net=10.213.$((number / 64)) first=$((number % 64 * 4))
ip addr add "$net.$((first + 1))/30" dev "cordon$number"
ip link set "cordon$number" up
ip -n host addr add "$net.$((first + 2))/30" dev host0
ip -n host link set lo up
ip -n host link set host0 up
echo "cordon$number $net.$((first + 2))"

boot() {
    systemd-nspawn --quiet --directory=/run/host --hostname="$name" --register=no --keep-unit --boot \
        --network-namespace-path=/run/netns/host --capability=CAP_NET_ADMIN \
        --resolv-conf=off --timezone=off --link-journal=no --console=pipe </dev/null
}

# A reboot ends with 133, and whoever booted it boots it again: systemd-nspawn(1), --keep-unit.
boot_until_it_is_off() {
    code=133
    while [ $code = 133 ]; do
        code=0
        boot || code=$?
    done
    kill "$lifeline"
}

exec 3<&0
cat <&3 >/dev/null &
lifeline=$!
boot_until_it_is_off >&2 &
wait "$lifeline"
