package com.ones1ght.adapters.persistence.profile;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The key of a {@link ProfileEntity}: updates name the tenant, by which the table may be partitioned. */
class ProfileKey implements Serializable {

    private static final long serialVersionUID = 1L;

    UUID id;
    UUID tenantId;

    /** Required by JPA. */
    public ProfileKey() {}

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProfileKey key && Objects.equals(id, key.id) && Objects.equals(tenantId, key.tenantId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, tenantId);
    }
}
