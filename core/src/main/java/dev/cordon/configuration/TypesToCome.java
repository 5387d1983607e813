package dev.cordon.configuration;

import java.util.Set;

/**
 * Types of platform that Cordon is designed for: asking for one that has no connector yet is not a slip of the
 * keyboard.
 */
final class TypesToCome {

    private static final Set<String> NAMES = Set.of(
            "active_directory",
            "akamai",
            "aws",
            "aws_asg",
            "aws_ecs",
            "aws_nacl",
            "aws_waf",
            "azure",
            "azure_ad",
            "bind_rpz",
            "carbon_black",
            "cisco_asa",
            "cisco_ios",
            "cloudflare",
            "cortex_xdr",
            "crowdstrike",
            "defender",
            "dnsmasq",
            "exchange",
            "gcp",
            "google",
            "guardian",
            "haproxy",
            "imap",
            "iptables",
            "kubernetes",
            "mongodb",
            "mssql",
            "mysql",
            "nftables",
            "nginx",
            "office365",
            "okta",
            "openvswitch",
            "pan_os",
            "postgresql",
            "powerdns",
            "radius_coa",
            "sentinelone",
            "snmp_switch",
            "ssh",
            "systemd",
            "unbound",
            "velociraptor",
            "windows_dns",
            "windows_firewall",
            "winrm");

    private TypesToCome() {}

    static boolean contain(String name) {
        return NAMES.contains(name);
    }
}
