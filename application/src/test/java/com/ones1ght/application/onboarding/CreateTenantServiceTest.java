package com.ones1ght.application.onboarding;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.ones1ght.application.access.KeyIssue;
import com.ones1ght.application.access.StoredKey;
import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.MutableClock;
import com.ones1ght.domain.access.Actor;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.audit.AuditAction;
import com.ones1ght.domain.audit.AuditEntry;
import com.ones1ght.domain.shared.DisplayName;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.tenant.Tenant;
import com.ones1ght.domain.tenant.TenantCode;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CreateTenantServiceTest {

    private static final Actor JANE = Actor.ofToken("jane", "request-1");
    private static final DisplayName NAME = new DisplayName("A name");

    private final InMemoryStorage storage = new InMemoryStorage();
    private final MutableClock clock = new MutableClock(NOW);
    private final AtomicInteger drawn = new AtomicInteger();
    private final KeyIssue issue = new KeyIssue(
            storage.apiKeys(), () -> "%064x".formatted(drawn.incrementAndGet()), storage.auditLog(), UUID::randomUUID);
    private final CreateTenantService createTenant = new CreateTenantService(
            storage.tenants(),
            storage.credits(),
            issue,
            storage.auditLog(),
            storage.unitOfWork(),
            UUID::randomUUID,
            clock);

    private final CreateTenantUseCase.Created created =
            createTenant.create(new CreateTenantUseCase.Command(JANE, new TenantCode("two"), NAME, Language.JA, 5));
    private final Tenant tenant = created.tenant();

    private List<StoredKey> keys() {
        return storage.apiKeys().ofTenant(tenant.id());
    }

    @Test
    void aNewTenantShouldHaveItsAccountAndItsFirstAdminKey() {
        assertThat(storage.credits().balance(tenant.id())).isEqualTo(5);
        ApiKey first = keys().get(0).key();
        assertThat(first.type()).isEqualTo(KeyType.ADMIN);
        assertThat(first.expiresAt()).isNull();
        assertThat(storage.apiKeys().find(created.adminKey().hash())).contains(first);
        assertThat(created.adminKey().text()).isEqualTo("oak_two_" + "%064x".formatted(1));
        assertThat(storage.auditOf(tenant.id()))
                .extracting(AuditEntry::action)
                .containsExactly(AuditAction.TENANT_CREATED, AuditAction.KEY_CREATED);
    }

    @Test
    void aSecondTenantOfTheSameCodeShouldBeRefusedAndLeaveNothing() {
        DomainException refusal = catchThrowableOfType(
                DomainException.class,
                () -> createTenant.create(
                        new CreateTenantUseCase.Command(JANE, new TenantCode("two"), NAME, Language.EN, 9)));

        assertThat(refusal.code()).isEqualTo(ErrorCode.CONFLICT);
        assertThat(keys()).hasSize(1);
        assertThat(storage.credits().balance(tenant.id())).isEqualTo(5);
    }
}
