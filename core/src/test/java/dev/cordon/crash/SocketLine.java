package dev.cordon.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.crash.Message.Reply;
import dev.cordon.plan.Canonical;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** To a director in another process: one connection for each message, which is one line of JSON, as is its reply. */
record SocketLine(Path socket) implements Line {

    @Override
    public Reply say(Message message) {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            Channels.newOutputStream(channel).write((Canonical.write(message) + "\n").getBytes(UTF_8));
            var reply = new String(Channels.newInputStream(channel).readAllBytes(), UTF_8);
            return Canonical.read(reply, Reply.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
