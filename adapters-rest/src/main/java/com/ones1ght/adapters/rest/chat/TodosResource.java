package com.ones1ght.adapters.rest.chat;

import com.ones1ght.adapters.rest.access.Caller;
import com.ones1ght.adapters.rest.shared.AsyncAnswers;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.adapters.rest.shared.PathIds;
import com.ones1ght.application.chat.ChangeTodosUseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** The shopping list of a round, for changes; clients read it with the round. */
@Path("chat/{profile_id}/recommend/{chat_id}/{round_id}/todos")
@ApplicationScoped
public class TodosResource {

    private ChangeTodosUseCase change;

    /** For the container's proxy. */
    public TodosResource() {}

    @Inject
    public TodosResource(ChangeTodosUseCase change) {
        this.change = change;
    }

    /** Changes the list, and answers the round with it. */
    @PATCH
    public Object change(
            @Context SecurityContext caller,
            @PathParam("profile_id") String profile,
            @PathParam("chat_id") String chat,
            @PathParam("round_id") String round,
            JsonObject body) {
        TodosRequest wanted = TodosRequest.from(body);
        ChangeTodosUseCase.Command command = new ChangeTodosUseCase.Command(
                Caller.key(caller),
                PathIds.profile(profile),
                PathIds.chat(chat),
                PathIds.round(round),
                wanted.toChanges());
        return AsyncAnswers.completedOrSuspended(change.change(command).thenApply(ChatDocument::round));
    }
}
