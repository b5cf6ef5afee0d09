package com.ones1ght.adapters.rest.chat;

import com.ones1ght.adapters.rest.access.Caller;
import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.adapters.rest.shared.PathIds;
import com.ones1ght.application.visit.EndChatSessionUseCase;
import com.ones1ght.application.visit.OpenChatSessionUseCase;
import com.ones1ght.domain.profile.ProfileId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/**
 * Opens and ends chat sessions, in which first-generation apps ask. Questions and polls in between have the same paths as
 * those of chats: {@link ChatResource}.
 */
@Path("chat/{profile_id}")
@ApplicationScoped
public class ChatSessionResource {

    private OpenChatSessionUseCase open;
    private EndChatSessionUseCase end;

    /** For the container's proxy. */
    public ChatSessionResource() {}

    @Inject
    public ChatSessionResource(OpenChatSessionUseCase open, EndChatSessionUseCase end) {
        this.open = open;
        this.end = end;
    }

    /** Opens the visit's chat session, or returns the one that is open. */
    @POST
    public Answer open(@Context SecurityContext caller, @PathParam("profile_id") String profile) {
        ProfileId id = PathIds.profile(profile);
        return ChatSessionDocument.opened(id, open.open(new OpenChatSessionUseCase.Command(Caller.owner(caller), id)));
    }

    /** Ends the chat session and its run in progress; the visit continues. */
    @DELETE
    @Path("session/{session_id}")
    public Answer end(
            @Context SecurityContext caller,
            @PathParam("profile_id") String profile,
            @PathParam("session_id") String session) {
        EndChatSessionUseCase.Command command = new EndChatSessionUseCase.Command(
                Caller.owner(caller), PathIds.profile(profile), PathIds.session(session));
        return Answer.of(EndedChatSessionReply.from(end.end(command)));
    }
}
