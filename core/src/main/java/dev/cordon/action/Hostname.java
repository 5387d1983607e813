package dev.cordon.action;

/**
 * A host by its name, short or full, for example {@code WORKSTATION-15} or {@code db1.corp.example}. ASCII only, since
 * a letter from another script would look like a host that it is not. The case is kept for showing; whether two names
 * mean one host is for {@code discover} to find out.
 */
public record Hostname(String value) {

    public Hostname {
        Labels.checked(value, "host name");
    }

    @Override
    public String toString() {
        return value;
    }
}
