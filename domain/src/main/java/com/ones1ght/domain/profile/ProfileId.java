package com.ones1ght.domain.profile;

import com.ones1ght.domain.shared.Require;
import java.util.UUID;

/**
 * The id of a shopper's profile.
 *
 * @param value a UUID; version 7 for new ones, so that ids sort by creation time
 */
public record ProfileId(UUID value) {

    public ProfileId {
        Require.notNull(value, "profile id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
