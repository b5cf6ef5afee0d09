package com.ones1ght.adapters.rest.model;

import com.ones1ght.adapters.rest.access.Caller;
import com.ones1ght.adapters.rest.access.IdempotentAnswers;
import com.ones1ght.adapters.rest.access.IdempotentAnswers.Done;
import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.adapters.rest.shared.PathIds;
import com.ones1ght.application.model.AddModelUseCase;
import com.ones1ght.application.model.ModelDraft;
import com.ones1ght.application.model.RemoveModelUseCase;
import com.ones1ght.application.model.ReplaceModelUseCase;
import com.ones1ght.application.model.port.ModelQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** A tenant's models, for its admins. */
@Path("admin/models")
@ApplicationScoped
public class AdminModelsResource {

    private ModelQueries models;
    private AddModelUseCase add;
    private ReplaceModelUseCase replace;
    private RemoveModelUseCase remove;
    private IdempotentAnswers idempotent;

    /** For the container's proxy. */
    public AdminModelsResource() {}

    @Inject
    public AdminModelsResource(
            ModelQueries models,
            AddModelUseCase add,
            ReplaceModelUseCase replace,
            RemoveModelUseCase remove,
            IdempotentAnswers idempotent) {
        this.idempotent = idempotent;
        this.models = models;
        this.add = add;
        this.replace = replace;
        this.remove = remove;
    }

    /** Lists all models. */
    @GET
    public Answer list(@Context SecurityContext caller) {
        return Answer.ofList(models.ofTenant(Caller.tenant(caller).id()).stream()
                .map(ModelDocument::from)
                .toList());
    }

    /** Adds a model. */
    @POST
    public Response add(@Context SecurityContext caller, JsonObject body) {
        ModelDraft draft = ModelDocument.read(body);
        AddModelUseCase.Command command =
                new AddModelUseCase.Command(Caller.actor(caller), Caller.tenant(caller), draft);
        return idempotent.answer(
                caller, Response.Status.CREATED, body, () -> Done.of(ModelDocument.from(add.add(command))));
    }

    /** Replaces a model; absent fields are unset. */
    @PUT
    @Path("{model_id}")
    public Answer replace(@Context SecurityContext caller, @PathParam("model_id") String model, JsonObject body) {
        ModelDraft draft = ModelDocument.read(body);
        return Answer.of(ModelDocument.from(replace.replace(new ReplaceModelUseCase.Command(
                Caller.actor(caller), Caller.tenant(caller), PathIds.model(model), draft))));
    }

    /** Removes a model and returns it. */
    @DELETE
    @Path("{model_id}")
    public Answer remove(@Context SecurityContext caller, @PathParam("model_id") String model) {
        return Answer.of(ModelDocument.from(remove.remove(new RemoveModelUseCase.Command(
                Caller.actor(caller), Caller.tenant(caller).id(), PathIds.model(model)))));
    }
}
