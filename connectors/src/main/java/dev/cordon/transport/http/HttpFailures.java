package dev.cordon.transport.http;

import dev.cordon.operation.Answer;
import dev.cordon.operation.VendorText;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;

/** What a call that ended without an answer means: whether anything of it can have reached the vendor. */
record HttpFailures(VendorWords words) {

    /** A request is sent behind the handshake, never before. */
    Answer answer(Throwable failure) {
        return notSent(failure)
                .<Answer>map(Answer.Unreachable::new)
                .orElseGet(() -> new Answer.Unanswered(words.masked(said(failure))));
    }

    private Optional<VendorText> notSent(Throwable failure) {
        return causes(failure).map(this::whyNotSent).flatMap(Optional::stream).findFirst();
    }

    private Optional<VendorText> whyNotSent(Throwable cause) {
        return switch (cause) {
            case HttpConnectTimeoutException _ -> Optional.of(words.masked("no connection in time"));
            case UnresolvedAddressException _ -> Optional.of(words.masked("its name has no address"));
            case UnknownHostException _ -> Optional.of(words.masked("its name has no address"));
            case SSLHandshakeException e -> Optional.of(words.masked("TLS: " + e.getMessage()));
            case ConnectException e -> Optional.of(words.masked(said(e)));
            default -> Optional.empty();
        };
    }

    private static String said(Throwable failure) {
        return failure.getMessage() == null ? "no connection" : failure.getMessage();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(8);
    }
}
