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
import com.ones1ght.application.chat.WatchChatUseCase;
import com.ones1ght.application.chat.Watched;
import com.ones1ght.application.chat.WatchedChat;
import com.ones1ght.application.chat.port.ChatQueries;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.application.visit.RecommendInSessionUseCase;
import com.ones1ght.application.visit.WatchChatSessionUseCase;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.chat.Prompt;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.NotFoundException;
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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
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
    private ChatQueries chats;
    private WatchChatUseCase watch;
    private CancelRoundUseCase cancel;
    private RecommendInSessionUseCase recommend;
    private WatchChatSessionUseCase watchSession;
    private OpenRequests open;
    private LastAnswers lastAnswers;

    /** For the container's proxy. */
    public ChatResource() {}

    @Inject
    public ChatResource(
            KickOffRoundUseCase kickOff,
            ChatQueries chats,
            WatchChatUseCase watch,
            CancelRoundUseCase cancel,
            RecommendInSessionUseCase recommend,
            WatchChatSessionUseCase watchSession,
            IdempotentAnswers idempotent,
            OpenRequests open) {
        this.lastAnswers = new LastAnswers();
        this.open = open;
        this.idempotent = idempotent;
        this.kickOff = kickOff;
        this.chats = chats;
        this.watch = watch;
        this.cancel = cancel;
        this.recommend = recommend;
        this.watchSession = watchSession;
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
        return ChatDocument.list(
                chats.page(Caller.owner(caller), PathIds.profile(profile), page).orElseThrow(NotFoundException::new));
    }

    /** Shows a chat with all its rounds, or a chat session: what clients poll. Most ids name chats, and no id names both. */
    @GET
    @Path("{chat_id}")
    public Object chat(
            @Context SecurityContext caller, @PathParam("profile_id") String profile, @PathParam("chat_id") String id) {
        PollConditions conditions = PollConditions.of(caller);
        ApiKey key = Caller.key(caller);
        ProfileId owner = PathIds.profile(profile);
        WatchChatUseCase.Query query = new WatchChatUseCase.Query(
                key, owner, PathIds.chat(id), null, conditions.baseline(), conditions.maxWait());
        return poll(caller, query, ChatDocument::chat)
                .orElseGet(() -> AsyncAnswers.completedOrSuspended(session(key, owner, id)));
    }

    private Optional<Object> poll(
            SecurityContext caller, WatchChatUseCase.Query query, Function<WatchedChat, Answer> document) {
        LastAnswers.Last last = lastAnswers.to(query);
        return watch.watch(last == null ? query : last.after(query)).map(stage -> {
            CompletableFuture<Watched> watched = stage.toCompletableFuture();
            if (!watched.isDone()) {
                open.failWhenInvalid(caller, watched);
            }
            return AsyncAnswers.completedOrSuspended(
                    watched.thenApply(shown -> response(query, shown, last, document)));
        });
    }

    private Response response(
            WatchChatUseCase.Query query,
            Watched watched,
            LastAnswers.@Nullable Last last,
            Function<WatchedChat, Answer> document) {
        ChatTag tag = watched.tag();
        Response.ResponseBuilder response;
        if (watched instanceof WatchedChat chat) {
            Answer answer = document.apply(chat);
            lastAnswers.keep(query, tag, answer);
            response = Response.ok(answer);
        } else {
            response = last == null ? Response.notModified() : Response.ok(last.answer());
        }
        return response.header(HttpHeaders.ETAG, ChatTags.header(tag)).build();
    }

    private CompletionStage<Answer> session(ApiKey key, ProfileId profile, String id) {
        return watchSession
                .watch(new WatchChatSessionUseCase.Query(key.owner(), profile, PathIds.session(id)))
                .thenApply(ChatSessionDocument::polled);
    }

    /** Shows one round. */
    @GET
    @Path("{chat_id}/{round_id}")
    public Object round(
            @Context SecurityContext caller,
            @PathParam("profile_id") String profile,
            @PathParam("chat_id") String chat,
            @PathParam("round_id") String round) {
        PollConditions conditions = PollConditions.of(caller);
        WatchChatUseCase.Query query = new WatchChatUseCase.Query(
                Caller.key(caller),
                PathIds.profile(profile),
                PathIds.chat(chat),
                PathIds.round(round),
                conditions.baseline(),
                conditions.maxWait());
        return poll(caller, query, ChatDocument::round).orElseThrow(NotFoundException::new);
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
