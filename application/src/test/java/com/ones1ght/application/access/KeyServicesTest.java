package com.ones1ght.application.access;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.MutableClock;
import com.ones1ght.domain.access.Actor;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.KeyStatus;
import com.ones1ght.domain.access.KeyTerm;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.audit.AuditAction;
import com.ones1ght.domain.shared.DisplayName;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.InvalidRequestException;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.tenant.Tenant;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyServicesTest {

    private static final Actor JANE = Actor.ofToken("jane", "request-1");
    private static final DisplayName NAME = new DisplayName("A name");

    private final InMemoryStorage storage = new InMemoryStorage();
    private final MutableClock clock = new MutableClock(NOW);
    private final AtomicInteger announced = new AtomicInteger();
    private final AtomicInteger drawn = new AtomicInteger();
    private final KeyIssue issue = new KeyIssue(
            storage.apiKeys(), () -> "%064x".formatted(drawn.incrementAndGet()), storage.auditLog(), UUID::randomUUID);
    private final CreateKeyService createKey =
            new CreateKeyService(storage.apiKeys(), issue, storage.unitOfWork(), clock);
    private final RevokeKeyService revokeKey = new RevokeKeyService(
            storage.apiKeys(), storage.auditLog(), storage.unitOfWork(), announced::incrementAndGet, clock);
    private final Tenant tenant = storage.aTenant();

    private List<StoredKey> keys() {
        return storage.apiKeys().ofTenant(tenant.id());
    }

    private IssuedKey aKey(KeyType type, @Nullable Set<Scope> scopes, @Nullable ApiKeyId succeeds) {
        clock.advance(Duration.ofSeconds(1));
        return createKey.create(
                new CreateKeyUseCase.Command(JANE, tenant, NAME, type, KeyTerm.DEFAULT, scopes, succeeds));
    }

    @Test
    void theOperatorsAdminKeyShouldBeTheTenantsAndBeToldOf() {
        Tenant other = storage.aTenant();

        IssuedKey issued = new IssueAdminKeyService(storage.tenants(), issue, storage.unitOfWork(), clock)
                .issue(new IssueAdminKeyUseCase.Command(
                        Actor.operator("request-9"), other.code(), new DisplayName("again"), KeyTerm.DEFAULT));

        assertThat(issued.stored().key().type()).isEqualTo(KeyType.ADMIN);
        assertThat(issued.stored().key().tenant()).isEqualTo(other);
        assertThat(storage.auditOf(other.id())).singleElement().satisfies(told -> {
            assertThat(told.action()).isEqualTo(AuditAction.KEY_CREATED);
            assertThat(told.details().get("expires_at")).as("in whole seconds").matches("[0-9-]{10}T[0-9:]{8}Z");
        });
        assertThatThrownBy(() -> new IssueAdminKeyService(storage.tenants(), issue, storage.unitOfWork(), clock)
                        .issue(new IssueAdminKeyUseCase.Command(
                                Actor.operator("request-9"), "nobody", new DisplayName("x"), KeyTerm.DEFAULT)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aNewClientKeyShouldHaveAllScopesAndItsTermAndBeWrittenDownWithoutItsSecret() {
        IssuedKey key = aKey(KeyType.CLIENT_SDK, null, null);

        assertThat(key.stored().key().scopes()).containsExactlyInAnyOrder(Scope.values());
        assertThat(key.stored().key().expiresAt()).isEqualTo(clock.instant().plus(Duration.ofDays(30)));
        assertThat(storage.auditOf(tenant.id()).toString())
                .doesNotContain(key.plain().text());
        assertThat(key.toString()).doesNotContain(key.plain().text());
    }

    @Test
    void aSuccessorShouldBeOfTheSameLineAndTakeOverTheScopes() {
        IssuedKey old = aKey(KeyType.CLIENT_SDK, EnumSet.of(Scope.CHAT), null);
        IssuedKey next = aKey(KeyType.CLIENT_SDK, null, old.stored().key().id());
        IssuedKey last = aKey(KeyType.CLIENT_SDK, null, next.stored().key().id());

        assertThat(last.stored().key().line()).isEqualTo(old.stored().key().line());
        assertThat(last.stored().key().scopes()).containsExactly(Scope.CHAT);
        assertThat(last.stored().key().owner()).isEqualTo(old.stored().key().owner());
    }

    @Test
    void nothingButAClientKeyOfTheTenantShouldBeSucceeded() {
        IssuedKey admin = aKey(KeyType.ADMIN, null, null);

        assertThatThrownBy(() -> aKey(KeyType.CLIENT_SDK, null, new ApiKeyId(UUID.randomUUID())))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() ->
                        aKey(KeyType.CLIENT_SDK, null, admin.stored().key().id()))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> aKey(KeyType.ADMIN, null, admin.stored().key().id()))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> aKey(KeyType.ADMIN, EnumSet.of(Scope.CHAT), null))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> aKey(KeyType.CLIENT_SDK, Set.of(), null)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void aRevokedKeyShouldStayRevokedAndBeWrittenDownOnce() {
        IssuedKey key = aKey(KeyType.CLIENT_SDK, null, null);
        ApiKeyId id = key.stored().key().id();

        revokeKey.revoke(new RevokeKeyUseCase.Command(JANE, tenant.id(), id));
        revokeKey.revoke(new RevokeKeyUseCase.Command(JANE, tenant.id(), id));

        assertThat(keys())
                .filteredOn(stored -> stored.key().id().equals(id))
                .extracting(stored -> stored.key().status(clock.instant()))
                .containsExactly(KeyStatus.REVOKED);
        assertThat(storage.auditOf(tenant.id()))
                .filteredOn(entry -> entry.action() == AuditAction.KEY_REVOKED)
                .hasSize(1);
        assertThat(announced).hasValue(2);
    }

    @Test
    void theLastAdminKeyShouldNotBeRevoked() {
        ApiKeyId first = aKey(KeyType.ADMIN, null, null).stored().key().id();
        assertThat(catchThrowableOfType(
                                DomainException.class,
                                () -> revokeKey.revoke(new RevokeKeyUseCase.Command(JANE, tenant.id(), first)))
                        .code())
                .isEqualTo(ErrorCode.CONFLICT);

        aKey(KeyType.ADMIN, null, null);
        revokeKey.revoke(new RevokeKeyUseCase.Command(JANE, tenant.id(), first));

        assertThat(keys().get(0).key().status(clock.instant())).isEqualTo(KeyStatus.REVOKED);
    }

    @Test
    void anotherTenantsKeyShouldNotBeFound() {
        ApiKeyId key = aKey(KeyType.CLIENT_SDK, null, null).stored().key().id();

        assertThatThrownBy(() -> revokeKey.revoke(
                        new RevokeKeyUseCase.Command(JANE, storage.aTenant().id(), key)))
                .isInstanceOf(NotFoundException.class);
    }
}
