package com.ones1ght.application.model;

import com.ones1ght.application.audit.AuditDetails;
import com.ones1ght.application.audit.port.AuditLog;
import com.ones1ght.application.model.port.ModelSecrets;
import com.ones1ght.application.model.port.TenantModels;
import com.ones1ght.domain.access.Actor;
import com.ones1ght.domain.audit.AuditAction;
import com.ones1ght.domain.audit.AuditEntry;
import com.ones1ght.domain.model.ModelUrls;
import com.ones1ght.domain.model.RegisteredBackends;
import com.ones1ght.domain.model.TenantModel;
import com.ones1ght.domain.shared.InvalidRequestException;
import com.ones1ght.domain.tenant.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What adding and changing a model have in common: the operator's bounds, that one is active, and that it is told. */
public final class ModelRules {

    private final TenantModels models;
    private final RegisteredBackends backends;
    private final ModelUrls urls;
    private final ModelSecrets secrets;
    private final AuditLog audit;

    public ModelRules(
            TenantModels models, RegisteredBackends backends, ModelUrls urls, ModelSecrets secrets, AuditLog audit) {
        this.models = models;
        this.backends = backends;
        this.urls = urls;
        this.secrets = secrets;
        this.audit = audit;
    }

    /**
     * @throws InvalidRequestException when there is no such backend, or the operator allows no model there, or has no such
     *     credential
     */
    void check(Tenant tenant, ModelDraft draft) {
        backends.require(draft.backend());
        if (draft.url() != null && !urls.allow(draft.url())) {
            throw new InvalidRequestException(
                    "url", "must be one of those that the operator of this installation allows");
        }
        if (draft.secretRef() != null
                && secrets.find(tenant.code(), draft.secretRef()).isEmpty()) {
            throw new InvalidRequestException(
                    "secretRef", "must name a secret that the operator has set for this tenant");
        }
    }

    /** Stores a model and takes those that it displaces out of use. */
    void save(List<TenantModel> all, TenantModel wanted, Actor actor, Instant now) {
        all.stream()
                .filter(wanted::displaces)
                .map(other -> other.activated(false))
                .forEach(displaced -> {
                    models.save(displaced);
                    tell(actor, AuditAction.MODEL_CHANGED, displaced, now);
                });
        models.save(wanted);
    }

    void tell(Actor actor, AuditAction action, TenantModel model, Instant now) {
        Map<String, String> details = AuditDetails.none()
                .with("name", model.name())
                .with("type", model.type())
                .with("backend", model.backend().name())
                .with("url", model.url())
                .with("model", model.model())
                .with("secret_ref", model.secretRef())
                .with("active", model.active())
                .values();
        audit.add(new AuditEntry(model.tenant(), actor, action, model.id().toString(), details, now));
    }
}
