package dev.cordon.transport.http;

import dev.cordon.lab.laws.ConnectorLaws;
import dev.cordon.lab.laws.LawCase;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** An edit over HTTP holds all the laws, lost answers and dead processes included. */
final class EditLawsTest extends ConnectorLaws {

    private static VersionedDocument document;

    @BeforeAll
    static void start() throws IOException {
        document = VersionedDocument.start();
        ListedCase.use(document);
    }

    @AfterAll
    static void stop() {
        document.close();
    }

    @Override
    protected List<LawCase> cases() {
        return List.of(new ListedCase("an address on a list"));
    }
}
