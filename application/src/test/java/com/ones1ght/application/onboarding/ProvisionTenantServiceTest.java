package com.ones1ght.application.onboarding;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.onboarding.ProvisionTenantUseCase.Command;
import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.MutableClock;
import com.ones1ght.application.shared.SequentialIds;
import com.ones1ght.application.tenant.port.Tenants;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.KeyHash;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.tenant.Tenant;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class ProvisionTenantServiceTest {
    private static final String CLIENT_KEY = "osk_demo_" + "0a".repeat(32);
    private static final String ADMIN_KEY = "oak_demo_" + "0b".repeat(32);

    private final InMemoryStorage storage = new InMemoryStorage();
    private final ProvisionTenantService service = new ProvisionTenantService(
            storage.tenants(),
            storage.apiKeys(),
            storage.credits(),
            storage.unitOfWork(),
            new SequentialIds(),
            new MutableClock(NOW));

    @Test
    void newTenantShouldHaveItsCreditsAndBothKeys() {
        service.provision(new Command("demo", "Demo Mart", Language.JA, 500, CLIENT_KEY, ADMIN_KEY));

        Tenant tenant = storage.tenants().byCode("demo").orElseThrow();
        assertThat(tenant.name()).isEqualTo("Demo Mart");
        assertThat(tenant.defaultLanguage()).isEqualTo(Language.JA);
        assertThat(tenant.openApiEnabled()).isTrue();
        assertThat(storage.credits().balance(tenant.id())).isEqualTo(500);
        ApiKey client = key(CLIENT_KEY);
        assertThat(client.type()).isEqualTo(KeyType.CLIENT_SDK);
        assertThat(client.prefix()).isEqualTo("osk_demo_0a0");
        assertThat(client.scopes()).containsExactlyInAnyOrder(Scope.values());
        assertThat(client.expiresAt()).isNull();
        assertThat(client.tenant()).isEqualTo(tenant);
        assertThat(key(ADMIN_KEY).type()).isEqualTo(KeyType.ADMIN);
        assertThat(key(ADMIN_KEY).scopes()).isEmpty();
        assertThat(key(ADMIN_KEY).line()).isNotEqualTo(client.line());
    }

    @Test
    void whatIsThereShouldNotBeChanged() {
        service.provision(new Command("demo", "Demo Mart", Language.JA, 500, CLIENT_KEY, ADMIN_KEY));
        Tenant before = storage.tenants().byCode("demo").orElseThrow();
        ApiKey keyBefore = key(CLIENT_KEY);

        service.provision(new Command("demo", "Another name", Language.KO, 900, CLIENT_KEY, ADMIN_KEY));

        assertThat(storage.tenants().byCode("demo")).contains(before);
        assertThat(storage.credits().balance(before.id())).isEqualTo(500);
        assertThat(key(CLIENT_KEY)).isEqualTo(keyBefore);
    }

    @Test
    void furtherKeysShouldBeAddedToATenantThatIsThere() {
        service.provision(new Command("demo", "Demo Mart", Language.JA, 0, CLIENT_KEY, ADMIN_KEY));
        String another = "osk_demo_" + "0c".repeat(32);

        service.provision(new Command("demo", "Demo Mart", Language.JA, 0, another, ADMIN_KEY));

        assertThat(key(another).tenant()).isEqualTo(key(CLIENT_KEY).tenant());
        assertThat(storage.credits().balance(key(another).tenant().id())).isZero();
    }

    @Test
    void nodesThatStartTogetherShouldMakeOneTenantWithTheKeysOfBothAndItsCreditsOnce() {
        String another = "osk_demo_" + "0c".repeat(32);
        Tenants quickerNodeInBetween = (Tenants) Proxy.newProxyInstance(
                Tenants.class.getClassLoader(), new Class<?>[] {Tenants.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("addIfAbsent")) {
                        service.provision(new Command("demo", "Demo Mart", Language.JA, 500, CLIENT_KEY, ADMIN_KEY));
                    }
                    return method.invoke(storage.tenants(), arguments);
                });
        new ProvisionTenantService(
                        quickerNodeInBetween,
                        storage.apiKeys(),
                        storage.credits(),
                        storage.unitOfWork(),
                        new SequentialIds(),
                        new MutableClock(NOW))
                .provision(new Command("demo", "Demo Mart", Language.JA, 500, another, ADMIN_KEY));

        Tenant tenant = key(CLIENT_KEY).tenant();
        assertThat(key(another).tenant()).isEqualTo(tenant);
        assertThat(storage.credits().balance(tenant.id())).isEqualTo(500);
    }

    @Test
    void keysOfAnotherTenantOrTypeShouldBeRefused() {
        assertThatThrownBy(() -> new Command("demo", "Demo", Language.KO, 0, "osk_two_1", ADMIN_KEY))
                .hasMessageContaining("client key");
        assertThatThrownBy(() -> new Command("demo", "Demo", Language.KO, 0, CLIENT_KEY, CLIENT_KEY))
                .hasMessageContaining("admin key");
        assertThatThrownBy(() -> new Command("demo", "Demo", Language.KO, -1, CLIENT_KEY, ADMIN_KEY))
                .hasMessageContaining("credits");
    }

    @Test
    void commandShouldNotShowTheKeys() {
        assertThat(new Command("demo", "Demo", Language.KO, 0, CLIENT_KEY, ADMIN_KEY).toString())
                .doesNotContain("0a0a")
                .doesNotContain("0b0b");
    }

    private ApiKey key(String presented) {
        return storage.apiKeys().findCurrent(KeyHash.of(presented)).orElseThrow();
    }
}
