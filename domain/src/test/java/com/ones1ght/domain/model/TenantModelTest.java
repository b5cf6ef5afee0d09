package com.ones1ght.domain.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.tenant.TenantId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TenantModelTest {

    private static TenantModel model(int id, ModelType type, boolean active) {
        return new TenantModel(
                new ModelId(new UUID(0, id)),
                new TenantId(new UUID(1, 1)),
                "model " + id,
                type,
                new ModelBackend("embedded"),
                null,
                null,
                null,
                active);
    }

    @Test
    void activeModelShouldDisplaceTheOtherActiveOneOfItsType() {
        TenantModel wanted = model(1, ModelType.OPEN_API, true);

        assertThat(wanted.displaces(model(2, ModelType.OPEN_API, true))).isTrue();
        assertThat(wanted.displaces(model(2, ModelType.OPEN_API, false))).isFalse();
        assertThat(wanted.displaces(model(2, ModelType.TENANT_CHAT, true))).isFalse();
        assertThat(wanted.displaces(wanted)).isFalse();
    }

    @Test
    void inactiveModelShouldDisplaceNone() {
        assertThat(model(1, ModelType.OPEN_API, false).displaces(model(2, ModelType.OPEN_API, true)))
                .isFalse();
    }
}
