package com.ones1ght.adapters.rest.access;

import com.ones1ght.adapters.rest.access.IdempotentAnswers.Done;
import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.adapters.rest.shared.PathIds;
import com.ones1ght.adapters.rest.shared.WireWords;
import com.ones1ght.application.access.CreateKeyUseCase;
import com.ones1ght.application.access.RevokeKeyUseCase;
import com.ones1ght.application.access.port.KeyQueries;
import com.ones1ght.domain.access.Actor;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.KeyStatus;
import com.ones1ght.domain.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.time.InstantSource;

/** The keys of a tenant, for its admins. */
@Path("admin/keys")
@ApplicationScoped
public class AdminKeysResource {

    private KeyQueries keys;
    private CreateKeyUseCase create;
    private RevokeKeyUseCase revoke;
    private IdempotentAnswers idempotent;
    private InstantSource clock;

    /** For the container's proxy. */
    public AdminKeysResource() {}

    @Inject
    public AdminKeysResource(
            KeyQueries keys,
            CreateKeyUseCase create,
            RevokeKeyUseCase revoke,
            IdempotentAnswers idempotent,
            InstantSource clock) {
        this.idempotent = idempotent;
        this.clock = clock;
        this.keys = keys;
        this.create = create;
        this.revoke = revoke;
    }

    /** Lists all keys, expired and revoked ones included. */
    @GET
    public Answer list(@Context SecurityContext caller) {
        Instant now = clock.instant();
        return Answer.ofList(keys.ofTenant(Caller.tenant(caller).id()).stream()
                .map(stored -> KeyReply.from(stored, stored.key().status(now)))
                .toList());
    }

    /** Creates a key and shows it once. */
    @POST
    public Response create(@Context SecurityContext caller, JsonObject body) {
        Actor actor = Caller.actor(caller);
        Tenant tenant = Caller.tenant(caller);
        KeyRequest wanted = KeyRequest.from(body).checked(actor, tenant);
        return idempotent.answer(caller, Response.Status.CREATED, body, () -> {
            IssuedKeyReply issued = IssuedKeyReply.from(create.create(wanted.toCommand(actor, tenant)));
            return Done.of(issued, issued.withoutKey());
        });
    }

    /** Revokes a key. */
    @DELETE
    @Path("{key_id}")
    public Answer revoke(@Context SecurityContext caller, @PathParam("key_id") String key) {
        ApiKeyId id = PathIds.key(key);
        revoke.revoke(new RevokeKeyUseCase.Command(
                Caller.actor(caller), Caller.tenant(caller).id(), id));
        return Answer.of(new RevokedKeyReply(id.toString(), WireWords.of(KeyStatus.REVOKED)));
    }
}
