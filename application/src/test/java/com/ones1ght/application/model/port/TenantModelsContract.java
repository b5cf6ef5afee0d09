package com.ones1ght.application.model.port;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.domain.model.ModelBackend;
import com.ones1ght.domain.model.ModelId;
import com.ones1ght.domain.model.ModelType;
import com.ones1ght.domain.model.TenantModel;
import com.ones1ght.domain.tenant.Tenant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link TenantModels} and the {@link OpenApiModels} beside it do. */
public interface TenantModelsContract {

    StorageFixture fixture();

    TenantModels models();

    /** The same models; what they remember is old by the time of each call. */
    OpenApiModels openApi();

    private static TenantModel aModelOf(Tenant tenant, ModelType type, boolean active) {
        return new TenantModel(
                new ModelId(UUID.randomUUID()),
                tenant.id(),
                "Our model",
                type,
                new ModelBackend("a-teams-own-1"),
                "https://models.example/v1",
                "cook-1",
                "main",
                active);
    }

    private TenantModel saved(TenantModel model) {
        fixture().run(() -> models().save(model));
        return model;
    }

    @Test
    default void aModelIsFoundAsItWasSavedAndNobodyElses() {
        Tenant tenant = fixture().aTenant();
        TenantModel model = saved(aModelOf(tenant, ModelType.OPEN_API, true));
        TenantModel bare = saved(new TenantModel(
                new ModelId(UUID.randomUUID()),
                tenant.id(),
                "Bare",
                ModelType.TENANT_CHAT,
                ModelBackend.EMBEDDED,
                null,
                null,
                null,
                false));
        saved(aModelOf(fixture().aTenant(), ModelType.OPEN_API, true));

        assertThat(models().ofTenant(tenant.id())).containsExactlyInAnyOrder(model, bare);
        assertThat(fixture().inTransaction(() -> models().lockOfTenant(tenant.id())))
                .containsExactlyInAnyOrder(model, bare);
    }

    @Test
    default void aSavedChangeTakesThePlaceOfWhatWasThere() {
        Tenant tenant = fixture().aTenant();
        TenantModel model = saved(aModelOf(tenant, ModelType.OPEN_API, true));

        saved(model.activated(false));

        assertThat(models().ofTenant(tenant.id())).containsExactly(model.activated(false));
        assertThat(openApi().active(tenant.code())).isEmpty();
        assertThat(openApi().byId(tenant.code(), model.id())).contains(model.activated(false));
    }

    @Test
    default void aRemovedModelIsGoneAndNobodyElseRemovesIt() {
        Tenant tenant = fixture().aTenant();
        Tenant other = fixture().aTenant();
        TenantModel model = saved(aModelOf(tenant, ModelType.OPEN_API, true));

        fixture().run(() -> models().remove(other.id(), model.id()));
        assertThat(models().ofTenant(tenant.id())).containsExactly(model);

        fixture().run(() -> models().remove(tenant.id(), model.id()));
        assertThat(models().ofTenant(tenant.id())).isEmpty();
        assertThat(openApi().byId(tenant.code(), model.id())).isEmpty();
    }

    @Test
    default void theClientApiReachesTheModelsForItAndNoOthers() {
        Tenant tenant = fixture().aTenant();
        TenantModel forClients = saved(aModelOf(tenant, ModelType.OPEN_API, true));
        TenantModel forStaff = saved(aModelOf(tenant, ModelType.TENANT_CHAT, true));
        Tenant other = fixture().aTenant();

        assertThat(openApi().active(tenant.code())).contains(forClients);
        assertThat(openApi().byId(tenant.code(), forClients.id())).contains(forClients);
        assertThat(openApi().byId(tenant.code(), forStaff.id())).isEmpty();
        assertThat(openApi().byId(other.code(), forClients.id())).isEmpty();
        assertThat(openApi().active(other.code())).isEmpty();
        assertThat(openApi().active("nobody")).isEmpty();
    }
}
