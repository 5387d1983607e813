package dev.cordon.action;

import dev.cordon.document.Type;
import dev.cordon.document.Types;

/** How the values of this package are written, for requests and for the settings of connectors. */
public final class ValueTypes {

    public static final Type<IpAddress> ADDRESS = Types.text("address", IpAddress::new);
    /** An address or a network. */
    public static final Type<Cidr> CIDR = Types.text("CIDR", Cidr::parse);

    public static final Type<Hostname> HOSTNAME = Types.text("host name", Labels.NAME, Hostname::new);
    public static final Type<DomainName> DOMAIN = Types.text("domain", DomainName::new);
    public static final Type<EmailAddress> EMAIL = Types.text("mail address", EmailAddress::new);
    public static final Type<AccountName> ACCOUNT = Types.text("account name", AccountName::new);
    public static final Type<ProcessName> PROCESS = Types.text("process name", ProcessName::new);
    public static final Type<ServiceName> SERVICE = Types.text("service name", ServiceName::new);
    public static final Type<DatabaseName> DATABASE = Types.text("database name", DatabaseName::new);
    public static final Type<RuleName> RULE = Types.text("rule name", RuleName::new);
    public static final Type<CloudId> CLOUD_ID = Types.text("id", CloudId::new);
    public static final Type<Permission> PERMISSION = Types.text("permission", Permission::new);
    public static final Type<ResourceType> RESOURCE_TYPE =
            Types.text("resource type", ResourceType.FORM, ResourceType::new);
    public static final Type<Endpoint> ENDPOINT = Types.text("endpoint", Endpoint::new);
    public static final Type<Sha256> SHA256 = Types.text("SHA-256", Sha256::new);
    public static final Type<FolderPath> FOLDER = Types.text("path", FolderPath::new);
    public static final Type<Reason> REASON = Types.text("text", Reason::new);
    public static final Type<IncidentId> INCIDENT = Types.text("incident id", IncidentId::new);
    public static final Type<PlatformName> PLATFORM = Types.text("platform name", PlatformName.FORM, PlatformName::new);
    public static final Type<ActionId> ACTION_ID = Types.text("action id", ActionId.FORM, ActionId::new);

    public static final Type<VlanId> VLAN = Types.as(VlanId.RANGE, VlanId::new, VlanId::value);
    public static final Type<Peer> PEER = Types.text("address, CIDR or host name", Peer::parse);

    private ValueTypes() {}
}
