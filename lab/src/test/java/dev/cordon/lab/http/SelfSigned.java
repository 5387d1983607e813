package dev.cordon.lab.http;

import dev.cordon.lab.netns.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A key with a certificate that it signed itself, made by the JDK's keytool.
 *
 * @param certificate a PEM file with it
 */
public record SelfSigned(SSLContext keys, Path certificate) {

    private static final String PASSWORD = "changeit";

    /** @param subject whom it is for: {@code ip:127.0.0.1}, {@code dns:other.example} */
    public static SelfSigned certificate(Path folder, String subject) throws IOException, GeneralSecurityException {
        var store = folder.resolve("keys.p12").toString();
        var pem = folder.resolve("certificate.pem");
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=lab", "-ext", "san=" + subject, "-keystore", store);
        keytool("-exportcert", "-rfc", "-file", pem.toString(), "-keystore", store);
        return new SelfSigned(context(Path.of(store)), pem);
    }

    private static void keytool(String... arguments) {
        var program = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", "lab", "-storetype", "PKCS12", "-storepass", PASSWORD));
        Tool.output(command, "");
    }

    private static SSLContext context(Path file) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
