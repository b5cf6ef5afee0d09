package com.ones1ght.application.audit.port;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.audit.AuditPage;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.application.shared.PageRequest.Order;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.domain.access.Actor;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.audit.AuditAction;
import com.ones1ght.domain.audit.AuditEntry;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link AuditLog} does. */
public interface AuditLogContract {

    StorageFixture fixture();

    private static AuditEntry anEntry(TenantId tenant, String subject, Instant at) {
        return new AuditEntry(
                tenant, Actor.operator("request-1"), AuditAction.TENANT_CHANGED, subject, Map.of("name", "Two"), at);
    }

    private static AuditPage page(StorageFixture storage, TenantId tenant, int page, int limit, Order order) {
        return storage.auditLog().page(tenant, new PageRequest(page, limit, order));
    }

    private static List<String> subjects(AuditPage page) {
        return page.items().stream().map(AuditEntry::subjectId).toList();
    }

    @Test
    default void anEntryIsFoundAsItWasGiven() {
        StorageFixture storage = fixture();
        TenantId tenant = storage.aTenant().id();
        Map<String, String> details = new LinkedHashMap<>();
        details.put("z", "last comes first");
        details.put("name", "마트 \"✓\" \\ 🍜\n");
        details.put("a", "");
        for (Actor actor : List.of(
                Actor.ofKey(new ApiKeyId(UUID.randomUUID()), "request-1"),
                Actor.ofToken("auth0|佐藤", "~"),
                Actor.operator("x".repeat(128)))) {
            AuditEntry entry = new AuditEntry(tenant, actor, AuditAction.KEY_CREATED, "a key", details, NOW);

            storage.run(() -> storage.auditLog().add(entry));

            AuditPage page = page(storage, tenant, 0, 1, Order.DESC);
            assertThat(page.items()).containsExactly(entry);
            assertThat(page.items().get(0).details().keySet()).containsExactly("z", "name", "a");
        }
    }

    @Test
    default void entriesArePagedByTheirTimeAndThenByTheirOrder() {
        StorageFixture storage = fixture();
        TenantId tenant = storage.aTenant().id();
        storage.run(() -> {
            storage.auditLog().add(anEntry(tenant, "third", NOW.plusSeconds(1)));
            storage.auditLog().add(anEntry(tenant, "first", NOW));
            storage.auditLog().add(anEntry(tenant, "second", NOW));
        });

        assertThat(subjects(page(storage, tenant, 0, 2, Order.ASC))).containsExactly("first", "second");
        assertThat(subjects(page(storage, tenant, 1, 2, Order.ASC))).containsExactly("third");
        assertThat(subjects(page(storage, tenant, 0, 2, Order.DESC))).containsExactly("third", "second");
        assertThat(subjects(page(storage, tenant, 1, 2, Order.DESC))).containsExactly("first");
    }

    @Test
    default void aPageKnowsHowManyEntriesThereAreEvenPastTheEnd() {
        StorageFixture storage = fixture();
        TenantId tenant = storage.aTenant().id();
        storage.run(() -> storage.auditLog().add(anEntry(tenant, "first", NOW)));

        AuditPage past = page(storage, tenant, 7, 10, Order.DESC);

        assertThat(past.items()).isEmpty();
        assertThat(past.total()).isEqualTo(1);
        assertThat(past.request()).isEqualTo(new PageRequest(7, 10, Order.DESC));
        assertThat(page(storage, storage.aTenant().id(), 0, 10, Order.DESC).total())
                .isZero();
    }

    @Test
    default void otherTenantsEntriesAreNotSeen() {
        StorageFixture storage = fixture();
        TenantId tenant = storage.aTenant().id();
        TenantId other = storage.aTenant().id();
        storage.run(() -> storage.auditLog().add(anEntry(tenant, "mine", NOW)));
        storage.run(() -> storage.auditLog().add(anEntry(other, "theirs", NOW)));

        AuditPage page = page(storage, tenant, 0, 10, Order.DESC);

        assertThat(subjects(page)).containsExactly("mine");
        assertThat(page.total()).isEqualTo(1);
    }

    @Test
    default void anEntryGoesWithTheTransactionThatIsRolledBack() {
        StorageFixture storage = fixture();
        TenantId tenant = storage.aTenant().id();

        assertThatThrownBy(() -> storage.run(() -> {
                    storage.auditLog().add(anEntry(tenant, "undone", NOW));
                    throw new IllegalStateException("the work fails");
                }))
                .hasMessage("the work fails");

        assertThat(page(storage, tenant, 0, 10, Order.DESC).items()).isEmpty();
    }
}
