# Installs on a running host the units that UnitZoo names, and starts them. Run as root; what fails ends it.
#
# Most lie where a package puts them. None does anything, and all do it for ever.
set -eu
umask 022
vendor=/usr/lib/systemd/system admin=/etc/systemd/system runtime=/run/systemd/system own=/opt/lab
forever='ExecStart=/usr/bin/sleep infinity'

# unit FOLDER NAME LINE...
unit() {
    folder=$1 name=$2
    shift 2
    mkdir -p "$folder"
    printf '%s\n' "$@" >"$folder/$name"
}

# service FOLDER NAME LINE...: one that multi-user.target wants once it is enabled
service() {
    folder=$1 name=$2
    shift 2
    unit "$folder" "$name" '[Service]' "$@" '[Install]' 'WantedBy=multi-user.target'
}

# idle FOLDER NAME LINE...: one that does nothing
idle() {
    folder=$1 name=$2
    shift 2
    service "$folder" "$name" "$forever" "$@"
}

# By where the unit file lies, and by what makes it start at boot.
idle $vendor lab-disabled.service
unit $vendor lab-static.service '[Service]' "$forever"
unit $vendor lab-hand-linked.service '[Service]' "$forever"
idle $vendor lab-runtime-enabled.service
idle $vendor lab-aliased.service
echo 'Alias=lab-alias.service' >>$vendor/lab-aliased.service
idle $vendor lab-instance@.service
idle $vendor lab-tuned.service
unit $admin/lab-tuned.service.d local.conf '[Service]' 'Nice=5'
idle $admin lab-admin.service 'Restart=always' 'RestartSec=0'
idle $own lab-linked.service
idle $runtime lab-runtime.service

# By the state that it is in.
idle $vendor lab-masked.service
idle $vendor lab-masked-running.service
service $vendor lab-failed.service 'Type=oneshot' 'ExecStart=/usr/bin/false'
unit $own stubborn 'trap "" TERM' 'sleep infinity'
service $vendor lab-stubborn.service "ExecStart=/bin/sh $own/stubborn" 'TimeoutStopSec=1s'

# By what starts it when it is needed.
unit $own echo.pl 'open my $door, "+<&=3" or die $!;' \
    'while (accept my $line, $door) { print $line scalar <$line>; close $line }'
unit $vendor lab-echo.service '[Service]' "ExecStart=/usr/bin/perl $own/echo.pl" '[Install]' 'Also=lab-echo.socket'
unit $vendor lab-echo.socket '[Socket]' 'ListenStream=7007' '[Install]' 'WantedBy=sockets.target'
unit $vendor lab-timed.service '[Service]' "$forever"
unit $vendor lab-timed.timer '[Timer]' 'OnActiveSec=0' 'OnUnitInactiveSec=1s' 'AccuracySec=10ms' \
    '[Install]' 'WantedBy=timers.target'
unit $vendor lab-spool.service '[Service]' "$forever"
unit $vendor lab-spool.path '[Path]' 'PathExists=/run/lab-spool' '[Install]' 'WantedBy=multi-user.target'
touch /run/lab-spool

# By what falls with it.
idle $vendor lab-base.service
echo 'RequiredBy=lab-requiring.service' >>$vendor/lab-base.service
idle $vendor lab-requiring.service
for word in Requisite BindsTo PartOf Wants; do
    name=lab-$(echo $word | tr '[:upper:]' '[:lower:]').service
    unit $vendor "$name" '[Unit]' "$word=lab-base.service" 'After=lab-base.service' \
        '[Service]' "$forever" '[Install]' 'WantedBy=multi-user.target'
done

# As before systemd.
unit /etc/init.d lab-sysv '#!/bin/sh' '### BEGIN INIT INFO' '# Provides: lab-sysv' '# Required-Start:' \
    '# Required-Stop:' '# Default-Start: 2 3 4 5' '# Default-Stop: 0 1 6' '### END INIT INFO' \
    'daemon() { start-stop-daemon --pidfile /run/lab-sysv.pid "$@"; }' 'case $1 in' \
    'start) daemon --start --background --make-pidfile --exec /usr/bin/sleep -- infinity ;;' \
    'stop) daemon --stop --remove-pidfile ;;' 'esac'
chmod 755 /etc/init.d/lab-sysv
update-rc.d lab-sysv defaults

mkdir -p $admin/graphical.target.wants
ln -s $vendor/lab-hand-linked.service $admin/graphical.target.wants/
systemctl daemon-reload
systemctl enable --quiet $own/lab-linked.service
systemctl enable --quiet --runtime lab-runtime-enabled.service lab-runtime.service
systemctl enable --quiet --now lab-base.service lab-requiring.service lab-requisite.service lab-bindsto.service \
    lab-partof.service lab-wants.service lab-echo.socket lab-timed.timer lab-spool.path lab-aliased.service \
    lab-instance@one.service lab-tuned.service lab-admin.service lab-stubborn.service
if systemctl enable --quiet --now lab-failed.service; then exit 1; fi
systemctl start lab-disabled.service lab-static.service lab-hand-linked.service lab-runtime-enabled.service \
    lab-instance@two.service lab-linked.service lab-runtime.service lab-masked-running.service lab-sysv.service \
    lab-timed.service lab-spool.service
systemctl mask --quiet lab-masked.service lab-masked-running.service
systemd-run --quiet --unit=lab-transient.service sleep infinity
