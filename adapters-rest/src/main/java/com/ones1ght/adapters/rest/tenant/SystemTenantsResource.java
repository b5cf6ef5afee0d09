package com.ones1ght.adapters.rest.tenant;

import com.ones1ght.adapters.rest.access.Caller;
import com.ones1ght.adapters.rest.access.IdempotentAnswers;
import com.ones1ght.adapters.rest.access.IdempotentAnswers.Done;
import com.ones1ght.adapters.rest.access.IssuedKeyReply;
import com.ones1ght.adapters.rest.access.KeyRequest;
import com.ones1ght.adapters.rest.credit.BalanceReply;
import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.adapters.rest.shared.FieldReader;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.application.access.IssueAdminKeyUseCase;
import com.ones1ght.application.credit.ChangeCreditsUseCase;
import com.ones1ght.application.onboarding.CreateTenantUseCase;
import com.ones1ght.application.tenant.ChangeTenantUseCase;
import com.ones1ght.application.tenant.port.TenantQueries;
import com.ones1ght.domain.access.KeyTerm;
import com.ones1ght.domain.shared.DisplayName;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.tenant.TenantCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Objects;

/** The tenants, for the operator. */
@Path("system/tenants")
@ApplicationScoped
public class SystemTenantsResource {

    private CreateTenantUseCase create;
    private TenantQueries tenants;
    private ChangeTenantUseCase change;
    private ChangeCreditsUseCase credits;
    private IssueAdminKeyUseCase adminKeys;
    private IdempotentAnswers idempotent;

    /** For the container's proxy. */
    public SystemTenantsResource() {}

    @Inject
    public SystemTenantsResource(
            CreateTenantUseCase create,
            TenantQueries tenants,
            ChangeTenantUseCase change,
            ChangeCreditsUseCase credits,
            IssueAdminKeyUseCase adminKeys,
            IdempotentAnswers idempotent) {
        this.idempotent = idempotent;
        this.create = create;
        this.tenants = tenants;
        this.change = change;
        this.credits = credits;
        this.adminKeys = adminKeys;
    }

    /** Creates a tenant. */
    @POST
    public Response create(@Context SecurityContext caller, JsonObject body) {
        FieldReader fields = body.reader();
        TenantCode code = fields.required("tenant_code", TenantCode::new);
        DisplayName name = fields.required("name", DisplayName::new);
        Language language = fields.optional("default_locale", LanguageField::read);
        Long given = fields.optionalLong("credits");
        fields.check();
        CreateTenantUseCase.Command command = new CreateTenantUseCase.Command(
                Caller.actor(caller),
                Objects.requireNonNull(code),
                Objects.requireNonNull(name),
                language == null ? Language.DEFAULT : language,
                given == null ? 0 : given);
        return idempotent.answer(caller, Response.Status.CREATED, body, () -> {
            CreatedTenantReply created = CreatedTenantReply.from(create.create(command));
            return Done.of(created, created.withoutKey());
        });
    }

    /** Lists all tenants. */
    @GET
    public Answer list() {
        return Answer.ofList(tenants.accounts().stream().map(TenantReply::from).toList());
    }

    /** Changes a tenant's name, or enables or disables its open API. */
    @PATCH
    @Path("{tenant_code}")
    public Answer change(@Context SecurityContext caller, @PathParam("tenant_code") String code, JsonObject body) {
        FieldReader fields = body.reader();
        DisplayName name = fields.optional("name", DisplayName::new);
        Boolean openApi = fields.optionalBoolean("open_api_enabled");
        fields.check();
        return Answer.of(TenantReply.from(
                change.change(new ChangeTenantUseCase.Command(Caller.actor(caller), code, name, openApi))));
    }

    /** Creates an admin key for the tenant and shows it once. */
    @POST
    @Path("{tenant_code}/admin-keys")
    public Response adminKey(@Context SecurityContext caller, @PathParam("tenant_code") String code, JsonObject body) {
        FieldReader fields = body.reader();
        DisplayName name = fields.required("name", DisplayName::new);
        KeyTerm term = KeyRequest.term(fields);
        IssueAdminKeyUseCase.Command command =
                new IssueAdminKeyUseCase.Command(Caller.actor(caller), code, Objects.requireNonNull(name), term);
        return idempotent.answer(caller, Response.Status.CREATED, body, () -> {
            IssuedKeyReply issued = IssuedKeyReply.from(adminKeys.issue(command));
            return Done.of(issued, issued.withoutKey());
        });
    }

    /** Grants or withdraws credits. */
    @POST
    @Path("{tenant_code}/credits")
    public Response credits(@Context SecurityContext caller, @PathParam("tenant_code") String code, JsonObject body) {
        FieldReader fields = body.reader();
        long amount = fields.requiredLong("amount");
        String reason = fields.requiredString("reason");
        fields.check();
        ChangeCreditsUseCase.Command command =
                new ChangeCreditsUseCase.Command(Caller.actor(caller), code, amount, reason);
        return idempotent.answer(
                caller, Response.Status.OK, body, () -> Done.of(new BalanceReply(credits.change(command))));
    }
}
