package com.ones1ght.application.model;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.MutableClock;
import com.ones1ght.domain.access.Actor;
import com.ones1ght.domain.audit.AuditAction;
import com.ones1ght.domain.audit.AuditEntry;
import com.ones1ght.domain.model.ModelBackend;
import com.ones1ght.domain.model.ModelId;
import com.ones1ght.domain.model.ModelType;
import com.ones1ght.domain.model.ModelUrls;
import com.ones1ght.domain.model.RegisteredBackends;
import com.ones1ght.domain.model.TenantModel;
import com.ones1ght.domain.shared.DisplayName;
import com.ones1ght.domain.shared.InvalidRequestException;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ModelServicesTest {

    private static final Actor JANE = Actor.ofToken("jane", "request-1");

    private final InMemoryStorage storage = new InMemoryStorage();
    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryTenantModels models = new InMemoryTenantModels(storage.unitOfWork());
    private final Tenant tenant = storage.aTenant();
    private final ModelRules rules = new ModelRules(
            models,
            new RegisteredBackends(Set.of(ModelBackend.EMBEDDED, new ModelBackend("openai"), new ModelBackend("soup"))),
            new ModelUrls(List.of("https://models.example/*", "http://127.0.0.1:11434/v1", "http://llm_server:8000/*")),
            (code, ref) -> code.equals(tenant.code()) && ref.equals("main") ? Optional.of("secret") : Optional.empty(),
            storage.auditLog());
    private final AddModelService add =
            new AddModelService(models, rules, storage.unitOfWork(), UUID::randomUUID, clock);
    private final ReplaceModelService replace = new ReplaceModelService(models, rules, storage.unitOfWork(), clock);
    private final RemoveModelService remove = new RemoveModelService(models, rules, storage.unitOfWork(), clock);

    private static ModelDraft draft(ModelType type, @Nullable String url, @Nullable String ref, boolean active) {
        return new ModelDraft(
                new DisplayName("Our model"), type, new ModelBackend("openai"), url, "cook-1", ref, active);
    }

    private TenantModel added(ModelDraft draft) {
        return add.add(new AddModelUseCase.Command(JANE, tenant, draft));
    }

    @Test
    void ofEachTypeOneModelShouldBeActive() {
        TenantModel first = added(draft(ModelType.OPEN_API, null, null, true));
        TenantModel staff = added(draft(ModelType.TENANT_CHAT, null, null, true));
        TenantModel second = added(draft(ModelType.OPEN_API, null, null, true));

        assertThat(models.active(tenant.code())).contains(second);
        assertThat(storage.auditOf(tenant.id()))
                .extracting(entry -> entry.action() + " " + entry.subjectId() + " "
                        + entry.details().get("active"))
                .as("whoever is displaced is told of, too")
                .containsExactly(
                        "MODEL_CREATED " + first.id() + " true",
                        "MODEL_CREATED " + staff.id() + " true",
                        "MODEL_CHANGED " + first.id() + " false",
                        "MODEL_CREATED " + second.id() + " true");
        assertThat(models.ofTenant(tenant.id())).contains(staff, first.activated(false));

        replace.replace(
                new ReplaceModelUseCase.Command(JANE, tenant, first.id(), draft(ModelType.OPEN_API, null, null, true)));
        assertThat(models.active(tenant.code())).contains(first);
    }

    @Test
    void aUrlThatTheOperatorDoesNotAllowShouldBeRefused() {
        added(draft(ModelType.OPEN_API, "https://models.example/eu/v1", null, true));
        added(draft(ModelType.OPEN_API, "http://127.0.0.1:11434/v1", null, true));
        added(draft(ModelType.OPEN_API, "http://llm_server:8000/v1", null, true));

        for (String url : List.of(
                "https://models.example.attacker.example/v1",
                "https://models.example",
                "http://models.example/v1",
                "http://127.0.0.1:11434/v1/admin",
                "http://169.254.169.254/latest",
                "https://models.example/../x",
                "http://llm_server:8000@attacker.example/v1",
                "http://llm_server_:8000/v1",
                "https://models.example/\\x",
                "https://models.example/eu/%2E%2e/admin",
                "https://models.example/eu%2fadmin",
                "https://models.example/eu/%252e%252e",
                "https://models.example/{x}",
                "https://models.example/%zz",
                "https://models.example/%4",
                "https://models.example/" + "a".repeat(3_000),
                "https://models.example/v1?x=1",
                "https://models.example/v1#x",
                "https://models.example/ x")) {
            assertThatThrownBy(() -> added(draft(ModelType.OPEN_API, url, null, true)))
                    .as(url)
                    .isInstanceOf(InvalidRequestException.class);
        }
    }

    /** Longer ones than a draft may have: settings are matched, too. */
    @Test
    void longUrlsShouldBeMatchedWithoutDepth() {
        ModelUrls urls = new ModelUrls(List.of("https://models.example/*"));

        assertThat(urls.allow("https://models.example/" + "a".repeat(60_000))).isTrue();
        assertThat(urls.allow("https://models.example/" + "/%41".repeat(20_000)))
                .isTrue();
        assertThat(urls.allow("https://models.example/" + "a".repeat(60_000) + "?"))
                .isFalse();
    }

    @Test
    void aSecretThatIsNotTheTenantsShouldBeRefused() {
        assertThat(added(draft(ModelType.OPEN_API, null, "main", true)).secretRef())
                .isEqualTo("main");

        assertThatThrownBy(() -> added(draft(ModelType.OPEN_API, null, "other", true)))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> draft(ModelType.OPEN_API, null, "../other.main", true))
                .isInstanceOf(InvalidRequestException.class);
        Tenant other = storage.aTenant();
        assertThatThrownBy(() -> add.add(
                        new AddModelUseCase.Command(JANE, other, draft(ModelType.OPEN_API, null, "main", true))))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void aBackendShouldBeOneThatIsRegistered() {
        TenantModel soup = added(new ModelDraft(
                new DisplayName("x"), ModelType.OPEN_API, new ModelBackend("soup"), null, "onion", null, true));
        assertThat(models.active(tenant.code())).contains(soup);

        ModelDraft unknown = new ModelDraft(
                new DisplayName("x"), ModelType.OPEN_API, new ModelBackend("oracle"), null, null, null, true);
        assertThatThrownBy(() -> added(unknown))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("backend must be one of embedded, openai, soup");
        assertThatThrownBy(() -> replace.replace(new ReplaceModelUseCase.Command(JANE, tenant, soup.id(), unknown)))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void theEmbeddedBackendShouldTakeNothingElse() {
        assertThatThrownBy(() -> new ModelDraft(
                        new DisplayName("x"), ModelType.OPEN_API, ModelBackend.EMBEDDED, null, "cook", null, true))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void anotherTenantsModelShouldNotBeFound() {
        TenantModel model = added(draft(ModelType.OPEN_API, null, null, true));
        Tenant other = storage.aTenant();

        assertThatThrownBy(() -> remove.remove(new RemoveModelUseCase.Command(JANE, other.id(), model.id())))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> replace.replace(new ReplaceModelUseCase.Command(
                        JANE, other, model.id(), draft(ModelType.OPEN_API, null, null, true))))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> remove.remove(
                        new RemoveModelUseCase.Command(JANE, tenant.id(), new ModelId(UUID.randomUUID()))))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void whatIsDoneShouldBeWrittenDownWithoutSecrets() {
        TenantModel model = added(draft(ModelType.OPEN_API, null, "main", true));
        ReplaceModelUseCase.Command same = new ReplaceModelUseCase.Command(
                JANE, tenant, model.id(), draft(ModelType.OPEN_API, null, "main", true));
        replace.replace(same);
        replace.replace(new ReplaceModelUseCase.Command(
                JANE, tenant, model.id(), draft(ModelType.OPEN_API, null, null, false)));
        remove.remove(new RemoveModelUseCase.Command(JANE, tenant.id(), model.id()));

        List<AuditEntry> audit = storage.auditOf(tenant.id());
        assertThat(audit)
                .extracting(AuditEntry::action)
                .containsExactly(AuditAction.MODEL_CREATED, AuditAction.MODEL_CHANGED, AuditAction.MODEL_DELETED);
        assertThat(audit.toString()).contains("secret_ref=main").doesNotContain("=secret");
        assertThat(models.ofTenant(tenant.id())).isEmpty();
    }
}
