package dev.cordon.action;

import dev.cordon.document.Word;

/** A vendor of endpoint detection and response; its word is also a type of platform. */
public enum EdrPlatform implements Word {
    CROWDSTRIKE,
    SENTINELONE,
    DEFENDER,
    CARBON_BLACK,
    CORTEX_XDR,
    VELOCIRAPTOR
}
