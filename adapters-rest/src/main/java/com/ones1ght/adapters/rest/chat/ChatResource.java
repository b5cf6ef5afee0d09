package com.ones1ght.adapters.rest.chat;

import com.ones1ght.adapters.rest.access.Caller;
import com.ones1ght.adapters.rest.access.IdempotentAnswers;
import com.ones1ght.adapters.rest.access.IdempotentAnswers.Done;
import com.ones1ght.adapters.rest.access.OpenRequests;
import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.adapters.rest.shared.AsyncAnswers;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.adapters.rest.shared.PageQuery;
import com.ones1ght.adapters.rest.shared.PathIds;
import com.ones1ght.application.chat.CancelRoundUseCase;
import com.ones1ght.application.chat.ChatTag;
import com.ones1ght.application.chat.WatchChatUseCase.Query;
import com.ones1ght.application.shared.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Chats: accepts questions, and serves their answers. First-generation apps ask within a chat session instead, on the same
 * paths; the body or the id determines which is meant.
 */
@Path("chat/{profile_id}/recommend")
@ApplicationScoped
public class ChatResource {

    private IdempotentAnswers idempotent;
    private ChatKickoffs kickoffs;
    private ChatLists lists;
    private ChatPolls polls;
    private CancelRoundUseCase cancel;
    private OpenRequests open;

    /** For the container's proxy. */
    public ChatResource() {}

    @Inject
    public ChatResource(
            ChatKickoffs kickoffs,
            ChatLists lists,
            ChatPolls polls,
            CancelRoundUseCase cancel,
            IdempotentAnswers idempotent,
            OpenRequests open) {
        this.open = open;
        this.idempotent = idempotent;
        this.kickoffs = kickoffs;
        this.lists = lists;
        this.polls = polls;
        this.cancel = cancel;
    }

    /** Accepts a question: in a chat session if the body names one, otherwise in a chat. */
    @POST
    public Response kickOff(@Context SecurityContext caller, @PathParam("profile_id") String profile, JsonObject body) {
        Supplier<Done> work = kickoffs.of(Caller.key(caller), profile, body);
        return idempotent.answer(caller, Response.Status.ACCEPTED, body, work);
    }

    /** Lists the profile's chats. */
    @GET
    public Answer list(@Context SecurityContext caller, @PathParam("profile_id") String profile) {
        PageRequest page = PageQuery.read(Caller.query(caller));
        return lists.list(Caller.owner(caller), PathIds.profile(profile), page);
    }

    /** Shows a chat with all its rounds, or a chat session: what clients poll. */
    @GET
    @Path("{chat_id}")
    public Object chat(
            @Context SecurityContext caller, @PathParam("profile_id") String profile, @PathParam("chat_id") String id) {
        Query query = query(caller, profile, id, null);
        return response(polls.chat(query, answer -> open.failWhenInvalid(caller, answer)));
    }

    private static Query query(SecurityContext caller, String profile, String chat, @Nullable String round) {
        PollConditions conditions = PollConditions.of(caller);
        return new Query(
                Caller.key(caller),
                PathIds.profile(profile),
                PathIds.chat(chat),
                round == null ? null : PathIds.round(round),
                conditions.baseline(),
                conditions.maxWait());
    }

    private static Object response(CompletableFuture<Polled> polled) {
        return AsyncAnswers.completedOrSuspended(polled.thenApply(ChatResource::response));
    }

    private static Response response(Polled polled) {
        Answer answer = polled.answer();
        Response.ResponseBuilder response = answer == null ? Response.notModified() : Response.ok(answer);
        ChatTag tag = polled.tag();
        if (tag != null) {
            response.header(HttpHeaders.ETAG, ChatTags.header(tag));
        }
        return response.build();
    }

    /** Shows one round. */
    @GET
    @Path("{chat_id}/{round_id}")
    public Object round(
            @Context SecurityContext caller,
            @PathParam("profile_id") String profile,
            @PathParam("chat_id") String chat,
            @PathParam("round_id") String round) {
        Query query = query(caller, profile, chat, round);
        return response(polls.round(query, answer -> open.failWhenInvalid(caller, answer)));
    }

    /** Cancels a round in progress, and shows what it has become. */
    @DELETE
    @Path("{chat_id}/{round_id}")
    public Object cancel(
            @Context SecurityContext caller,
            @PathParam("profile_id") String profile,
            @PathParam("chat_id") String chat,
            @PathParam("round_id") String round) {
        CancelRoundUseCase.Command command = new CancelRoundUseCase.Command(
                Caller.key(caller), PathIds.profile(profile), PathIds.chat(chat), PathIds.round(round));
        return AsyncAnswers.completedOrSuspended(cancel.cancel(command).thenApply(ChatDocument::round));
    }
}
