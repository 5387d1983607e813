package dev.cordon.action;

import dev.cordon.document.Types;
import dev.cordon.document.WholeNumber;

/** A VLAN by its number, 1 to 4094 (IEEE 802.1Q keeps 0 and 4095 for itself). */
public record VlanId(int value) {

    static final WholeNumber RANGE = Types.integer(1, 4094);

    public VlanId {
        RANGE.demand("vlan", value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
