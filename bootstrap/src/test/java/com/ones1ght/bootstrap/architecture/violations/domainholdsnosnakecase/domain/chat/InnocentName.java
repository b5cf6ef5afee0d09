package com.ones1ght.bootstrap.architecture.violations.domainholdsnosnakecase.domain.chat;

/** Known as "round_id" to clients. */
final class InnocentName {

    static final String ROUND_ID = "roundId";

    // Not "round_id".
    String prefix() {
        return "oak_";
    }
}
