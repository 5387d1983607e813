/**
 * Names on a PowerDNS Authoritative Server, versions 4.3 to 4.9, through its HTTP interface: {@code dns_sinkhole}.
 *
 * <p>Start at {@link dev.cordon.connectors.network.powerdns.DnsSinkholes}, which draws the plan up;
 * {@link dev.cordon.connectors.network.powerdns.SinkholedNames} says which names must answer so that everything below a
 * domain does. The interface knows one key, which may do everything. Knowledge is from the PowerDNS documentation
 * (Authoritative HTTP API, Zones; Endpoints and Objects), RFC 4592 (wildcards) and from trying it on 4.7.3.
 */
@NullMarked
package dev.cordon.connectors.network.powerdns;

import org.jspecify.annotations.NullMarked;
