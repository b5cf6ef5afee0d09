package com.ones1ght.adapters.rest.profile;

import com.ones1ght.adapters.rest.access.Caller;
import com.ones1ght.adapters.rest.access.IdempotentAnswers;
import com.ones1ght.adapters.rest.access.IdempotentAnswers.Done;
import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.adapters.rest.shared.PathIds;
import com.ones1ght.application.profile.CreateProfileUseCase;
import com.ones1ght.application.profile.DeleteProfileUseCase;
import com.ones1ght.application.profile.UpdateProfileUseCase;
import com.ones1ght.application.profile.port.ProfileQueries;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.shared.NotFoundException;
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

/** The shoppers' profiles, also known as personas: free-form documents, stored unchanged. */
@Path(ProfileWord.PATH)
@ApplicationScoped
public class ProfileResource {

    private IdempotentAnswers idempotent;
    private CreateProfileUseCase create;
    private ProfileQueries profiles;
    private UpdateProfileUseCase update;
    private DeleteProfileUseCase delete;

    /** For the container's proxy. */
    public ProfileResource() {}

    @Inject
    public ProfileResource(
            CreateProfileUseCase create,
            ProfileQueries profiles,
            UpdateProfileUseCase update,
            DeleteProfileUseCase delete,
            IdempotentAnswers idempotent) {
        this.idempotent = idempotent;
        this.create = create;
        this.profiles = profiles;
        this.update = update;
        this.delete = delete;
    }

    /** Stores any JSON object as a new profile. */
    @POST
    public Response create(
            @Context SecurityContext caller, @PathParam(ProfileWord.PARAMETER) ProfileWord word, JsonObject body) {
        ProfileDocument document = new ProfileDocument(body.text());
        CreateProfileUseCase.Command command =
                new CreateProfileUseCase.Command(Caller.keyItself(caller).owner(), document);
        return idempotent.answer(caller, Response.Status.OK, body, () -> {
            Profile created = create.create(command);
            return new Done(new ProfileReplies(word).id(created), created.id());
        });
    }

    /** Returns a profile. */
    @GET
    @Path("{profile_id}")
    public Answer get(
            @Context SecurityContext caller,
            @PathParam(ProfileWord.PARAMETER) ProfileWord word,
            @PathParam("profile_id") String id) {
        return new ProfileReplies(word)
                .whole(profiles.find(Caller.owner(caller), PathIds.profile(id)).orElseThrow(NotFoundException::new));
    }

    /** Merges the body's fields into a profile. */
    @PUT
    @Path("{profile_id}")
    public Answer update(
            @Context SecurityContext caller,
            @PathParam(ProfileWord.PARAMETER) ProfileWord word,
            @PathParam("profile_id") String id,
            JsonObject body) {
        ProfileDocument changes = new ProfileDocument(body.text());
        return new ProfileReplies(word)
                .whole(update.update(
                        new UpdateProfileUseCase.Command(Caller.owner(caller), PathIds.profile(id), changes)));
    }

    /** Erases a profile and returns it. */
    @DELETE
    @Path("{profile_id}")
    public Answer delete(
            @Context SecurityContext caller,
            @PathParam(ProfileWord.PARAMETER) ProfileWord word,
            @PathParam("profile_id") String id) {
        return new ProfileReplies(word)
                .whole(delete.delete(new DeleteProfileUseCase.Command(Caller.owner(caller), PathIds.profile(id))));
    }
}
