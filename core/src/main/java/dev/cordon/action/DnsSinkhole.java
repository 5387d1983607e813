package dev.cordon.action;

import dev.cordon.document.Parameter;
import dev.cordon.document.Schema;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import java.util.List;

/**
 * Makes the resolver answer with a sinkhole for some domains and everything below them, A and AAAA alike. What the
 * resolver answered before is kept and comes back.
 *
 * @param domains    at least one; written twice counts once
 * @param logQueries whether queries are logged, so that the clients that ask can be listed
 */
public record DnsSinkhole(List<DomainName> domains, IpAddress sinkholeIp, Reason reason, boolean logQueries)
        implements ContainmentRequest {

    static final Parameter<List<DomainName>> DOMAINS = Parameter.required(
            "domains", Types.atLeastOne(ValueTypes.DOMAIN), "The domains; everything below them is meant too.");
    static final Parameter<IpAddress> SINKHOLE_IP =
            Parameter.required("sinkhole_ip", ValueTypes.ADDRESS, "The address that is answered instead.");
    static final Parameter<Boolean> LOG_QUERIES =
            Parameter.defaulted("log_queries", Types.trueOrFalse(), true, "Log who asks for these names.");

    static final Schema SCHEMA = Schema.of("dns_sinkhole", DOMAINS, SINKHOLE_IP, Common.REASON, LOG_QUERIES);

    public DnsSinkhole {
        domains = Common.once(domains);
    }

    static DnsSinkhole from(Values given) {
        return new DnsSinkhole(
                given.get(DOMAINS), given.get(SINKHOLE_IP), given.get(Common.REASON), given.get(LOG_QUERIES));
    }

    @Override
    public ActionKind kind() {
        return ActionKind.DNS_SINKHOLE;
    }

    @Override
    public String target() {
        return Common.joined(domains);
    }

    @Override
    public String targetType() {
        return "domain";
    }

    @Override
    public Values values() {
        return Values.of(
                DOMAINS.is(domains), SINKHOLE_IP.is(sinkholeIp), Common.REASON.is(reason), LOG_QUERIES.is(logQueries));
    }
}
