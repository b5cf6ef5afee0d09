package com.ones1ght.adapters.rest.tenant;

import com.ones1ght.adapters.rest.access.Caller;
import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.application.tenant.GetSettingsUseCase;
import com.ones1ght.application.tenant.ReplaceSettingsUseCase;
import com.ones1ght.application.tenant.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;

/** A tenant's settings, for its admins. */
@Path("admin/settings")
@ApplicationScoped
public class AdminSettingsResource {

    private GetSettingsUseCase get;
    private ReplaceSettingsUseCase replace;

    /** For the container's proxy. */
    protected AdminSettingsResource() {}

    @Inject
    public AdminSettingsResource(GetSettingsUseCase get, ReplaceSettingsUseCase replace) {
        this.get = get;
        this.replace = replace;
    }

    /** Returns the settings. */
    @GET
    public Answer get(@Context ContainerRequestContext request) {
        return Answer.of(SettingsDocument.from(
                get.get(new GetSettingsUseCase.Query(Caller.tenant(request).id()))));
    }

    /** Replaces all settings; absent fields are unset. */
    @PUT
    public Answer replace(@Context ContainerRequestContext request, JsonObject body) {
        TenantSettings wanted = SettingsDocument.read(body);
        return Answer.of(SettingsDocument.from(replace.replace(new ReplaceSettingsUseCase.Command(
                Caller.actor(request), Caller.tenant(request).id(), wanted))));
    }
}
