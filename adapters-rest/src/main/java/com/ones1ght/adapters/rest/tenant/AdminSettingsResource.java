package com.ones1ght.adapters.rest.tenant;

import com.ones1ght.adapters.rest.access.Caller;
import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.application.tenant.ReplaceSettingsUseCase;
import com.ones1ght.application.tenant.TenantSettings;
import com.ones1ght.application.tenant.port.TenantQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** A tenant's settings, for its admins. */
@Path("admin/settings")
@ApplicationScoped
public class AdminSettingsResource {

    private TenantQueries tenants;
    private ReplaceSettingsUseCase replace;

    /** For the container's proxy. */
    public AdminSettingsResource() {}

    @Inject
    public AdminSettingsResource(TenantQueries tenants, ReplaceSettingsUseCase replace) {
        this.tenants = tenants;
        this.replace = replace;
    }

    /** Returns the settings. */
    @GET
    public Answer get(@Context SecurityContext caller) {
        return Answer.of(
                SettingsDocument.from(tenants.settings(Caller.tenant(caller).id())));
    }

    /** Replaces all settings; absent fields are unset. */
    @PUT
    public Answer replace(@Context SecurityContext caller, JsonObject body) {
        TenantSettings wanted = SettingsDocument.read(body);
        return Answer.of(SettingsDocument.from(replace.replace(new ReplaceSettingsUseCase.Command(
                Caller.actor(caller), Caller.tenant(caller).id(), wanted))));
    }
}
