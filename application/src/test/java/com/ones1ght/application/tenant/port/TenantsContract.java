package com.ones1ght.application.tenant.port;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.shared.port.AtOnce;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.tenant.TenantAccount;
import com.ones1ght.application.tenant.TenantSettings;
import com.ones1ght.domain.shared.DisplayName;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.tenant.StageFlow;
import com.ones1ght.domain.tenant.Tenant;
import com.ones1ght.domain.tenant.TenantId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link Tenants} does. */
public interface TenantsContract {

    StorageFixture fixture();

    @Test
    default void anAddedTenantIsFoundByItsCodeAsItWasGiven() {
        StorageFixture storage = fixture();
        UUID id = UUID.randomUUID();
        String code = id.toString().replace("-", "");
        Tenant tenant = new Tenant(new TenantId(id), code, "마트 ✓", Language.JA, false);

        storage.run(() -> storage.tenants().addIfAbsent(tenant, NOW));

        assertThat(storage.tenants().byCode(code)).contains(tenant);
    }

    @Test
    default void anUnknownCodeIsNotFound() {
        assertThat(fixture().tenants().byCode("nobody")).isEmpty();
    }

    @Test
    default void anAddedTenantIsFoundWithinTheSameTransaction() {
        StorageFixture storage = fixture();
        UUID id = UUID.randomUUID();
        String code = id.toString().replace("-", "");
        Tenant tenant = new Tenant(new TenantId(id), code, "A retailer", Language.EN, true);

        boolean found = storage.inTransaction(() -> {
            storage.tenants().addIfAbsent(tenant, NOW);
            return storage.tenants().byCode(code).isPresent();
        });

        assertThat(found).isTrue();
    }

    @Test
    default void aTenantWhoseCodeExistsIsNotAddedAndTheOneThatExistsStaysAsItIs() {
        StorageFixture storage = fixture();
        Tenant first = storage.aTenantWithCredits(7);
        Tenant second =
                new Tenant(new TenantId(UUID.randomUUID()), first.code(), "Another retailer", Language.EN, false);

        boolean added = storage.inTransaction(() -> storage.tenants().addIfAbsent(second, NOW));

        assertThat(added).isFalse();
        assertThat(storage.tenants().byCode(first.code())).contains(first);
        assertThat(storage.credits().balance(first.id())).isEqualTo(7);
    }

    @Test
    default void ofTenantsOfTheSameCodeAddedAtOnceExactlyOneIsAddedAndAllFindIt() {
        StorageFixture storage = fixture();
        String code = UUID.randomUUID().toString().replace("-", "");

        List<Tenant> found = AtOnce.on(
                8,
                i -> storage.inTransaction(() -> {
                    storage.tenants()
                            .addIfAbsent(
                                    new Tenant(
                                            new TenantId(UUID.randomUUID()), code, "Retailer " + i, Language.EN, true),
                                    NOW);
                    return storage.tenants().byCode(code).orElseThrow();
                }));

        assertThat(found).containsOnly(storage.tenants().byCode(code).orElseThrow());
    }

    @Test
    default void theStagesOfATenantAreFoundAsTheyWereGiven() {
        StorageFixture storage = fixture();
        StageFlow flow = new StageFlow(List.of("READY", "CHAT", "과일 \"코너\" 🍎", "a,b", "[x]\\", "CHECKOUT"));
        Tenant tenant = storage.aTenantWith(flow);

        assertThat(storage.tenants().byCode(tenant.code())).contains(tenant);
        assertThat(storage.tenants().byCode(tenant.code()).map(Tenant::stageFlow))
                .contains(flow);
    }

    @Test
    default void aTenantWithoutStagesIsFoundWithoutThem() {
        StorageFixture storage = fixture();
        Tenant tenant = storage.aTenant();

        assertThat(storage.tenants().byCode(tenant.code()).orElseThrow().stageFlow())
                .isNull();
    }

    @Test
    default void aChangedTenantIsFoundAsItWasSavedAlsoWithItsAccount() {
        StorageFixture storage = fixture();
        Tenant tenant = storage.aTenantWithCredits(7);
        Tenant changed = tenant.named(new DisplayName("別の店")).withOpenApi(false);

        storage.run(() -> {
            assertThat(storage.tenants().lock(tenant.code())).contains(tenant);
            storage.tenants().save(changed);
        });

        assertThat(storage.tenants().byCode(tenant.code())).contains(changed);
        assertThat(storage.tenants().account(tenant.id())).isEqualTo(new TenantAccount(changed, 7, NOW));
        assertThat(storage.tenants().accounts()).contains(new TenantAccount(changed, 7, NOW));
    }

    @Test
    default void accountsComeByTheirCodes() {
        StorageFixture storage = fixture();
        storage.aTenant();
        storage.aTenant();

        assertThat(storage.tenants().accounts())
                .extracting(account -> account.tenant().code())
                .isSorted();
    }

    @Test
    default void anUnknownCodeCannotBeLocked() {
        StorageFixture storage = fixture();

        assertThat(storage.inTransaction(() -> storage.tenants().lock("nobody")))
                .isEmpty();
    }

    @Test
    default void whoLocksATenantSeesWhatTheOneBeforeHasSaved() {
        StorageFixture storage = fixture();
        Tenant tenant = storage.aTenant();

        AtOnce.on(
                8,
                i -> storage.inTransaction(() -> {
                    Tenant locked = storage.tenants().lock(tenant.code()).orElseThrow();
                    storage.tenants().save(locked.named(new DisplayName(locked.name() + "x")));
                    return i;
                }));

        assertThat(storage.tenants().byCode(tenant.code()).orElseThrow().name()).isEqualTo(tenant.name() + "xxxxxxxx");
    }

    @Test
    default void settingsAreFoundAsTheyWereSavedAndChangeNothingElse() {
        StorageFixture storage = fixture();
        Tenant tenant = storage.aTenantWithCredits(3);
        assertThat(storage.tenants().settings(tenant.id())).isEqualTo(new TenantSettings(Language.KO, null, null));
        TenantSettings settings =
                new TenantSettings(Language.JA, new StageFlow(List.of("READY", "CHAT", "PAY \"now\"")), 90);

        storage.run(() -> {
            storage.tenants().lockSettings(tenant.id());
            storage.tenants().saveSettings(tenant.id(), settings);
        });

        assertThat(storage.tenants().settings(tenant.id())).isEqualTo(settings);
        Tenant after = storage.tenants().byCode(tenant.code()).orElseThrow();
        assertThat(after.defaultLanguage()).isEqualTo(Language.JA);
        assertThat(after.stageFlow()).isEqualTo(settings.stageFlow());
        assertThat(after.name()).isEqualTo(tenant.name());
        TenantSettings none = new TenantSettings(Language.EN, null, null);
        storage.run(() -> storage.tenants().saveSettings(tenant.id(), none));
        assertThat(storage.tenants().settings(tenant.id())).isEqualTo(none);
    }
}
