package com.ones1ght.application.tenant;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.MutableClock;
import com.ones1ght.domain.access.Actor;
import com.ones1ght.domain.audit.AuditAction;
import com.ones1ght.domain.shared.DisplayName;
import com.ones1ght.domain.shared.InvalidRequestException;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.tenant.StageFlow;
import com.ones1ght.domain.tenant.Tenant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TenantServicesTest {

    private static final Actor JANE = Actor.ofToken("jane", "request-1");

    private final InMemoryStorage storage = new InMemoryStorage();
    private final MutableClock clock = new MutableClock(NOW);
    private final AtomicInteger announced = new AtomicInteger();
    private final ChangeTenantService changeTenant = new ChangeTenantService(
            storage.tenants(), storage.auditLog(), storage.unitOfWork(), announced::incrementAndGet, clock);
    private final ReplaceSettingsService replaceSettings = new ReplaceSettingsService(
            storage.tenants(), storage.auditLog(), storage.unitOfWork(), announced::incrementAndGet, clock);
    private final Tenant tenant = storage.aTenant();

    @Test
    void aTenantShouldBeRenamedAndItsOpenApiSwitchedOff() {
        TenantAccount changed = changeTenant.change(
                new ChangeTenantUseCase.Command(JANE, tenant.code(), new DisplayName("Three"), false));

        assertThat(changed.tenant().name()).isEqualTo("Three");
        assertThat(changed.tenant().openApiEnabled()).isFalse();
        assertThat(storage.tenants().byCode(tenant.code())).contains(changed.tenant());
        changeTenant.change(new ChangeTenantUseCase.Command(JANE, tenant.code(), null, null));
        assertThat(storage.auditOf(tenant.id()))
                .filteredOn(entry -> entry.action() == AuditAction.TENANT_CHANGED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.details())
                        .containsEntry("name", "Three")
                        .containsEntry("open_api_enabled", "false"));
        assertThatThrownBy(() -> changeTenant.change(new ChangeTenantUseCase.Command(JANE, "no", null, true)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void settingsShouldBeReplacedAndTheNodesToldOf() {
        TenantSettings settings = new TenantSettings(Language.EN, new StageFlow(List.of("READY", "CHAT")), 30);
        ReplaceSettingsUseCase.Command command = new ReplaceSettingsUseCase.Command(JANE, tenant.id(), settings);

        assertThat(replaceSettings.replace(command)).isEqualTo(settings);
        replaceSettings.replace(command);

        assertThat(storage.tenants().settings(tenant.id())).isEqualTo(settings);
        assertThat(storage.auditOf(tenant.id()))
                .filteredOn(entry -> entry.action() == AuditAction.SETTINGS_CHANGED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.details())
                        .containsEntry("default_locale", "en")
                        .containsEntry("session_flow", "READY,CHAT")
                        .containsEntry("signage_timeout_seconds", "30"));
        assertThat(announced).hasValue(2);
        assertThatThrownBy(() -> new TenantSettings(Language.EN, null, 0)).isInstanceOf(InvalidRequestException.class);
    }
}
