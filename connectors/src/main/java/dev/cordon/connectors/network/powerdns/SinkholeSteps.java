package dev.cordon.connectors.network.powerdns;

import static dev.cordon.plan.Check.look;

import dev.cordon.action.IpAddress;
import dev.cordon.operation.Value;
import dev.cordon.plan.Asset;
import dev.cordon.plan.Check.Is;
import dev.cordon.plan.Read;
import dev.cordon.plan.Step;
import dev.cordon.plan.Subject;
import java.util.List;

/** The steps of each place: the zone that holds it is changed, or one is made. */
record SinkholeSteps(PowerDnsApi api, IpAddress sinkhole) {

    List<Step> of(Place place) {
        var zone = place.zone();
        var names = new SinkholedNames(place, sinkhole);
        return zone == null ? List.of(made(names), forgotten(place.domain())) : List.of(changed(zone, names));
    }

    /** Every name that answers differently then; wildcards go with what they stand below. */
    Asset[] assets(Place place) {
        return new SinkholedNames(place, sinkhole)
                .names().stream()
                        .filter(name -> !name.isWildcard())
                        .map(name -> asset(place, name))
                        .toArray(Asset[]::new);
    }

    /** It stands for the host that is found by it, which nobody finds then. */
    private Asset asset(Place place, DnsName name) {
        var asset = new Asset(api.on(), "domain", name.toString(), List.of(name.inWords()));
        var addresses = place.addresses(name);
        return addresses.isEmpty() && !name.equals(place.domain())
                ? asset
                : asset.of(new Subject.Host(asset.names(), addresses));
    }

    private Step changed(Zone zone, SinkholedNames names) {
        var read = Read.of(api.zone(zone.id())).as(Views.SOME, Views.keys(names.keys()));
        return begun(names)
                .apply(api.change(zone.id(), names.unwanted(), names.wanted()))
                .undo(api.change(zone.id(), names.added(), names.before()))
                .check(look(read).expect("/rrsets", Views.list(names.wanted())).says(answers(names)));
    }

    /** Deleted again only where nothing else was put into it, and where it is the one that this attempt made. */
    private Step made(SinkholedNames names) {
        var zone = names.place().domain();
        var key = new Value.Key(title(names));
        var read = Read.of(api.zone(zone.toString())).as(Views.WHOLE);
        return begun(names)
                .apply(api.create(zone, key, names.wanted()))
                .undo(api.delete(zone))
                .check(look(read)
                        .expect("/rrsets", Views.list(names.wanted()))
                        .expect("/account", Is.EQUAL, key)
                        .says(answers(names)));
    }

    /** Who asked before the zone was made is else told for up to a minute that this server knows nothing of it. */
    private Step forgotten(DnsName zone) {
        return Step.step("forget what was answered for " + zone.inWords())
                .apply(api.forget(zone))
                .exact("it is only what the server remembers");
    }

    private Step begun(SinkholedNames names) {
        return Step.step(title(names)).touches(assets(names.place()));
    }

    private static String title(SinkholedNames names) {
        return "sinkhole " + names.place().domain().inWords();
    }

    private static String answers(SinkholedNames names) {
        return names.place().domain().inWords() + " and everything below it answer with " + names.sinkhole();
    }
}
