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
import java.util.stream.Stream;

/** The steps of each place: the zone that holds it is changed, or one is made. */
record SinkholeSteps(PowerDnsApi api, IpAddress sinkhole) {

    List<Step> of(Place place) {
        var zone = place.zone();
        var names = new SinkholedNames(place, sinkhole);
        var apex = place.domain().toString();
        return zone == null ? List.of(made(names), changed(apex, names)) : List.of(changed(zone.id(), names));
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
        var aliases = place.aliases(name);
        return addresses.isEmpty() && aliases.isEmpty() && !name.equals(place.domain())
                ? asset
                : asset.of(new Subject.Host(
                        Stream.concat(asset.names().stream(), aliases.stream()).toList(), addresses));
    }

    private Step changed(String zone, SinkholedNames names) {
        var read = Read.of(api.zone(zone)).as(Views.SOME, Views.keys(names.keys()));
        return Step.step("sinkhole " + words(names))
                .touches(assets(names.place()))
                .apply(api.change(zone, names.unwanted(), names.wanted()))
                .undo(api.change(zone, names.added(), names.before()))
                .check(look(read).expect("/rrsets", Views.list(names.wanted())).says(answers(names)));
    }

    /**
     * Made empty, and filled by a step of its own: only when a zone is changed does the server forget that it refused those
     * who asked before. Deleted again only where nothing but ours was put into it, and where it is the one that this
     * attempt made.
     */
    private Step made(SinkholedNames names) {
        var zone = names.place().domain();
        var title = "make the zone " + words(names);
        var key = new Value.Key(title);
        var read = Read.of(api.zone(zone.toString())).as(Views.OTHERS, Views.keys(names.keys()));
        return Step.step(title)
                .touches(asset(names.place(), zone))
                .apply(api.create(zone, key))
                .undo(api.delete(zone))
                .check(look(read)
                        .expect("/account", Is.EQUAL, key)
                        .expect("/others", Views.list(List.of()))
                        .says("the server holds " + words(names) + ", with nothing of others in it"));
    }

    private static String words(SinkholedNames names) {
        return names.place().domain().inWords();
    }

    private static String answers(SinkholedNames names) {
        return words(names) + " and everything below it answer with " + names.sinkhole();
    }
}
