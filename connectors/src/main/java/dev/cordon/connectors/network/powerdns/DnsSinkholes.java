package dev.cordon.connectors.network.powerdns;

import dev.cordon.action.DnsSinkhole;
import dev.cordon.plan.Asset;
import dev.cordon.plan.Connector;
import dev.cordon.plan.Discovery;
import dev.cordon.plan.Draft;
import dev.cordon.plan.Plan;
import dev.cordon.plan.Reader;
import dev.cordon.plan.Shown;
import dev.cordon.plan.Step;
import java.util.stream.Stream;

/**
 * Makes an authoritative server answer with a sinkhole for domains and everything below them. In a zone that the server
 * holds, the records that lead to an address are replaced, in one transaction; where it holds none, a zone is made that
 * holds nothing else.
 */
final class DnsSinkholes implements Connector<DnsSinkhole, SinkholeFacts> {

    private final PowerDnsApi api;
    private final String ownHost;

    /** @param ownHost the name or the address by which Cordon reaches the server */
    DnsSinkholes(PowerDnsApi api, String ownHost) {
        this.api = api;
        this.ownHost = ownHost;
    }

    @Override
    public Class<DnsSinkhole> carries() {
        return DnsSinkhole.class;
    }

    @Override
    public Discovery<SinkholeFacts> discover(DnsSinkhole request, Reader reader) {
        try {
            return new Discovery.Found<>(new SinkholeReader(api, reader).facts(request), request.target());
        } catch (IllegalArgumentException e) {
            return new Discovery.Unreadable<>("unexpected answer from " + api.on() + ": " + e.getMessage());
        }
    }

    @Override
    public SinkholeFacts assume(DnsSinkhole request) {
        var places =
                SinkholeReader.uppermost(request).stream().map(Place::outside).toList();
        return new SinkholeFacts(places, new Shown<>(true), true);
    }

    @Override
    public Draft plan(DnsSinkhole request, SinkholeFacts facts) {
        var refusal = new SinkholeRefusals(request, facts, ownHost).any();
        if (refusal.isPresent()) {
            return Plan.refused(refusal.get());
        }
        var steps = new SinkholeSteps(api, request.sinkholeIp());
        var open = facts.places().stream()
                .filter(place -> !new SinkholedNames(place, request.sinkholeIp()).inForce())
                .flatMap(place -> steps.of(place).stream())
                .toList();
        return open.isEmpty()
                ? Plan.nothingToDo(assets(facts, steps))
                : new SinkholeNotes(request, facts).on(Plan.of(open.toArray(Step[]::new)));
    }

    private static Asset[] assets(SinkholeFacts facts, SinkholeSteps steps) {
        return facts.places().stream()
                .flatMap(place -> Stream.of(steps.assets(place)))
                .toArray(Asset[]::new);
    }
}
