package dev.cordon.example;

import dev.cordon.connectors.ConnectorRegistry;
import dev.cordon.journal.Status;
import dev.cordon.library.ApplicationContainment;
import dev.cordon.library.ContainmentPlaybook;
import dev.cordon.library.Cordon;
import dev.cordon.library.EmailContainment;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** A stolen database password is in use: contained, told, and taken back. */
final class StolenPassword {

    private StolenPassword() {}

    static Cordon open(Path configuration, Path data) {
        return Cordon.open(configuration, data, ConnectorRegistry.types(Clock.systemUTC()));
    }

    static ContainmentPlaybook contain(Cordon cordon, PrintStream out) throws InterruptedException {
        var databases = new ApplicationContainment(cordon.planner().id("lock").reason("its password was stolen"));
        var mail = new EmailContainment(cordon.planner().id("mail").byHand()); // no mail platform is configured here

        var playbook = new ContainmentPlaybook("INC-2026-0142", "Stolen database password", "analyst1");
        playbook.addAction(
                databases.lockdownDatabase("shop", "postgresql", "read_only", List.of("reporting"), List.of()));
        playbook.addAction(mail.blockSender("phisher@attacker.example"));
        playbook.actions().forEach(action -> action.commands().forEach(out::println)); // nothing has changed yet

        cordon.apply(playbook);
        playbook.completeAction("mail", "blocked in the admin console");
        out.println(playbook.generateExecutiveSummary());
        return playbook;
    }

    /** Later, maybe by another process: {@code run} is what {@code playbook.run()} said. */
    static Status takeBack(Cordon cordon, String run, PrintStream out) throws InterruptedException {
        var playbook = cordon.playbook(run);
        playbook.failAction("lock", "it was another job's password", true); // takes it back
        out.println(playbook.generateReport());
        return playbook.action("lock").status();
    }
}
