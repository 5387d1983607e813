package dev.cordon.crash;

import dev.cordon.crash.Message.Reply;

/** The way to the director. Safe for any number of threads. */
@FunctionalInterface
interface Line {

    Reply say(Message message);
}
