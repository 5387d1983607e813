package dev.cordon.transport.http;

import dev.cordon.document.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whose certificates are believed: those in a PEM file and no others. */
public final class Authorities {

    private Authorities() {}

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException where the file cannot be read or holds no certificate
     */
    public static SSLContext in(Path file) {
        try (var in = Files.newInputStream(file)) {
            var certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (certificates.isEmpty()) {
                throw new IllegalArgumentException(Printable.of(file.toString()) + " holds no certificate");
            }
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (var certificate : certificates) {
                store.setCertificateEntry("authority-" + store.size(), certificate);
            }
            return trusting(store);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    Printable.of(file.toString()) + " cannot be read as certificates in PEM ("
                            + e.getClass().getSimpleName() + ")",
                    e);
        }
    }

    private static SSLContext trusting(KeyStore store) throws GeneralSecurityException {
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
