package com.ones1ght.application.credit;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.MutableClock;
import com.ones1ght.domain.access.Actor;
import com.ones1ght.domain.audit.AuditAction;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.InvalidRequestException;
import com.ones1ght.domain.tenant.Tenant;
import org.junit.jupiter.api.Test;

class ChangeCreditsServiceTest {

    private static final Actor JANE = Actor.ofToken("jane", "request-1");

    private final InMemoryStorage storage = new InMemoryStorage();
    private final MutableClock clock = new MutableClock(NOW);
    private final ChangeCreditsService changeCredits = new ChangeCreditsService(
            storage.tenants(), storage.credits(), storage.auditLog(), storage.unitOfWork(), clock);
    private final Tenant tenant = storage.aTenantWithCredits(5);

    @Test
    void creditsShouldChangeByHandAndNeverGoBelowZero() {
        assertThat(changeCredits.change(new ChangeCreditsUseCase.Command(JANE, tenant.code(), 10, " bought ")))
                .isEqualTo(15);
        assertThat(catchThrowableOfType(
                                DomainException.class,
                                () -> changeCredits.change(
                                        new ChangeCreditsUseCase.Command(JANE, tenant.code(), -16, "back")))
                        .code())
                .isEqualTo(ErrorCode.CONFLICT);

        assertThat(storage.credits().balance(tenant.id())).isEqualTo(15);
        assertThat(storage.auditOf(tenant.id()))
                .filteredOn(entry -> entry.action() == AuditAction.CREDITS_CHANGED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).containsEntry("reason", "bought"));
        assertThatThrownBy(() -> new ChangeCreditsUseCase.Command(JANE, tenant.code(), 0, "none"))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> new ChangeCreditsUseCase.Command(JANE, tenant.code(), 1, " "))
                .isInstanceOf(InvalidRequestException.class);
    }
}
