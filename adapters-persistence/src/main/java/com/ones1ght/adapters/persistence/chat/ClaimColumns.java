package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.application.chat.port.RunClaim;
import java.util.Collection;
import java.util.UUID;

/** Claims as SQL arrays, one for each column. */
record ClaimColumns(UUID[] tenants, UUID[] rounds, Integer[] runs, Long[] tokens) {

    static ClaimColumns of(Collection<RunClaim> claims) {
        return new ClaimColumns(
                claims.stream().map(claim -> claim.tenant().value()).toArray(UUID[]::new),
                claims.stream().map(claim -> claim.round().value()).toArray(UUID[]::new),
                claims.stream().map(RunClaim::run).toArray(Integer[]::new),
                claims.stream().map(RunClaim::token).toArray(Long[]::new));
    }
}
