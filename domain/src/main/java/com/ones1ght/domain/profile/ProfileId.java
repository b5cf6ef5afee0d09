package com.ones1ght.domain.profile;

import com.ones1ght.domain.shared.Require;
import java.util.UUID;

/**
 * Names a shopper's profile.
 *
 * @param value version 7 for new ones, so that ids sort by the time they were made
 */
public record ProfileId(UUID value) {

    public ProfileId {
        Require.notNull(value, "profile_id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
