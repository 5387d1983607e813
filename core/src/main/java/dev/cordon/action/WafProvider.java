package dev.cordon.action;

import dev.cordon.document.Word;

/** Who filters web traffic; its word is also a type of platform. */
public enum WafProvider implements Word {
    CLOUDFLARE,
    AWS_WAF,
    AKAMAI,
    GUARDIAN,
    NGINX,
    HAPROXY
}
