package com.ones1ght.adapters.rest.chat;

import com.ones1ght.adapters.rest.access.Caller;
import com.ones1ght.adapters.rest.access.IdempotentAnswers;
import com.ones1ght.adapters.rest.access.IdempotentAnswers.Done;
import com.ones1ght.adapters.rest.access.OpenRequests;
import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.adapters.rest.shared.AsyncAnswers;
import com.ones1ght.adapters.rest.shared.FieldReader;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.adapters.rest.shared.PageQuery;
import com.ones1ght.adapters.rest.shared.PathIds;
import com.ones1ght.application.chat.CancelRoundUseCase;
import com.ones1ght.application.chat.ChatTag;
import com.ones1ght.application.chat.KickOffRoundUseCase;
import com.ones1ght.application.chat.WatchChatUseCase.Query;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.application.visit.RecommendInSessionUseCase;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.chat.Prompt;
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
import java.util.Objects;
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

    private static final String SESSION_ID = "session_id";

    private IdempotentAnswers idempotent;
    private KickOffRoundUseCase kickOff;
    private ChatLists lists;
    private ChatPolls polls;
    private CancelRoundUseCase cancel;
    private RecommendInSessionUseCase recommend;
    private OpenRequests open;

    /** For the container's proxy. */
    public ChatResource() {}

    @Inject
    public ChatResource(
            KickOffRoundUseCase kickOff,
            ChatLists lists,
            ChatPolls polls,
            CancelRoundUseCase cancel,
            RecommendInSessionUseCase recommend,
            IdempotentAnswers idempotent,
            OpenRequests open) {
        this.open = open;
        this.idempotent = idempotent;
        this.kickOff = kickOff;
        this.lists = lists;
        this.polls = polls;
        this.cancel = cancel;
        this.recommend = recommend;
    }

    /** Accepts a question: in a chat session if the body names one, otherwise in a chat. */
    @POST
    public Response kickOff(@Context SecurityContext caller, @PathParam("profile_id") String profile, JsonObject body) {
        ApiKey key = Caller.key(caller);
        Supplier<Done> work = body.has(SESSION_ID) ? inSession(key, profile, body) : inChat(key, profile, body);
        return idempotent.answer(caller, Response.Status.ACCEPTED, body, work);
    }

    /** Checks the body at once. An id that is no UUID is valid in a body: it names what does not exist. */
    private Supplier<Done> inChat(ApiKey key, String profile, JsonObject body) {
        FieldReader fields = body.reader();
        Prompt prompt = fields.required("prompt", Prompt::new);
        String chat = fields.optionalString("chat_id");
        String round = fields.optionalString("round_id");
        if (!body.has("chat_id")) {
            fields.refuse("round_id", "needs the chat_id that it belongs to");
        }
        fields.check();
        return () -> {
            KickOffRoundUseCase.Command command = new KickOffRoundUseCase.Command(
                    key,
                    PathIds.profile(profile),
                    Objects.requireNonNull(prompt),
                    chat == null ? null : PathIds.chat(chat),
                    round == null ? null : PathIds.round(round));
            return new Done(ChatDocument.accepted(kickOff.kickOff(command)), command.profile());
        };
    }

    private Supplier<Done> inSession(ApiKey key, String profile, JsonObject body) {
        FieldReader fields = body.reader();
        Prompt prompt = fields.required("prompt", Prompt::new);
        String session = fields.requiredString(SESSION_ID);
        fields.refuse("chat_id", "cannot go together with session_id");
        fields.refuse("round_id", "cannot go together with session_id");
        fields.check();
        return () -> {
            RecommendInSessionUseCase.Command command = new RecommendInSessionUseCase.Command(
                    key, PathIds.profile(profile), PathIds.session(session), Objects.requireNonNull(prompt));
            recommend.recommend(command);
            return new Done(ChatSessionDocument.accepted(command.session()), command.profile());
        };
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
