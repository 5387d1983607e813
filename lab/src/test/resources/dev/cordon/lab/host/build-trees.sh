# Builds the root file systems of a Debian host: FOLDER/bare, and FOLDER/full on top of it.
#
#   build-trees.sh FOLDER SUITE MIRROR BARE FULL     BARE and FULL: packages, with commas between them
#
# Runs as root in a mount namespace of its own. What fails ends it.
set -eu
umask 022
folder=$1 suite=$2 mirror=$3 bare=$4 full=$5
export DEBIAN_FRONTEND=noninteractive LC_ALL=C

# debootstrap's downloads go through the proxy that apt goes through.
eval "$(apt-config shell proxy Acquire::http::Proxy)"
export http_proxy="${http_proxy:-${proxy:-}}"

debootstrap --variant=minbase --include="$bare" "$suite" "$folder/bare" "$mirror"

# Each host brings its own host key, and nothing happens on it at an hour of its own choice.
rm -f "$folder"/bare/etc/ssh/ssh_host_* "$folder"/bare/etc/systemd/system/timers.target.wants/*
chroot "$folder/bare" useradd --create-home --shell /bin/sh cordon
chroot "$folder/bare" apt-get clean

cp -a --reflink=auto "$folder/bare" "$folder/full"

# debootstrap does not find a package by a virtual name, which gdb needs: apt does. Nothing starts meanwhile.
printf '#!/bin/sh\nexit 101\n' >"$folder/full/usr/sbin/policy-rc.d"
chmod 755 "$folder/full/usr/sbin/policy-rc.d"
chroot "$folder/full" apt-get update -qq
echo "$full" | tr , '\n' | chroot "$folder/full" xargs apt-get install -y -qq --no-install-recommends
chroot "$folder/full" apt-get clean
rm "$folder/full/usr/sbin/policy-rc.d"

echo 'cordon ALL=(ALL:ALL) NOPASSWD: ALL' >"$folder/full/etc/sudoers.d/cordon"
chmod 440 "$folder/full/etc/sudoers.d/cordon"
