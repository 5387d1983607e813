package dev.cordon.crash;

import java.nio.file.Path;

/** The process that is killed. Arguments: the director's socket, the data folder, the playbook's seed, the task. */
final class CrashChild {

    private CrashChild() {}

    public static void main(String[] args) throws InterruptedException {
        var line = new SocketLine(Path.of(args[0]));
        var playbook = RandomPlaybook.of(Long.parseLong(args[2]));
        new Worker(Path.of(args[1]), playbook, line).work(Worker.Task.valueOf(args[3]));
    }
}
