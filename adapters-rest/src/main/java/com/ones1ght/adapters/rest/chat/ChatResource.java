package com.ones1ght.adapters.rest.chat;

import com.ones1ght.adapters.rest.access.Caller;
import com.ones1ght.adapters.rest.access.IdempotentAnswers;
import com.ones1ght.adapters.rest.access.IdempotentAnswers.Done;
import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.adapters.rest.shared.Later;
import com.ones1ght.adapters.rest.shared.PageQuery;
import com.ones1ght.adapters.rest.shared.PathIds;
import com.ones1ght.application.chat.KickOffRoundUseCase;
import com.ones1ght.application.chat.ListChatsUseCase;
import com.ones1ght.application.chat.WatchChatUseCase;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.application.visit.RecommendInSessionUseCase;
import com.ones1ght.application.visit.WatchChatSessionUseCase;
import com.ones1ght.domain.access.ApiKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/**
 * Conversations: questions in, and what has become of them out. The older clients ask within a chat session instead;
 * a body or an id tells which is meant.
 */
@Path("chat/{profile_id}/recommend")
@ApplicationScoped
public class ChatResource {

    private IdempotentAnswers idempotent;
    private KickOffRoundUseCase kickOff;
    private ListChatsUseCase list;
    private WatchChatUseCase watch;
    private RecommendInSessionUseCase recommend;
    private PolledAnswers polled;

    /** For the container's proxy. */
    protected ChatResource() {}

    @Inject
    public ChatResource(
            KickOffRoundUseCase kickOff,
            ListChatsUseCase list,
            WatchChatUseCase watch,
            RecommendInSessionUseCase recommend,
            WatchChatSessionUseCase watchSession,
            IdempotentAnswers idempotent) {
        this.idempotent = idempotent;
        this.kickOff = kickOff;
        this.list = list;
        this.watch = watch;
        this.recommend = recommend;
        this.polled = new PolledAnswers(watch, watchSession);
    }

    /** Accepts a question, of a conversation or of a chat session. */
    @POST
    public Response kickOff(
            @Context ContainerRequestContext request, @PathParam("profile_id") String profile, JsonObject body) {
        ApiKey key = Caller.key(request);
        Supplier<Done> work =
                SessionKickOffRequest.isMeantBy(body) ? inSession(key, profile, body) : inChat(key, profile, body);
        return idempotent.answer(request, Response.Status.ACCEPTED, body, work);
    }

    private Supplier<Done> inChat(ApiKey key, String profile, JsonObject body) {
        KickOffRequest wanted = KickOffRequest.from(body);
        return () -> {
            KickOffRoundUseCase.Command command = wanted.toCommand(key, PathIds.profile(profile));
            return new Done(Answer.of(KickOffReply.from(kickOff.kickOff(command))), command.profile());
        };
    }

    private Supplier<Done> inSession(ApiKey key, String profile, JsonObject body) {
        SessionKickOffRequest wanted = SessionKickOffRequest.from(body);
        return () -> {
            RecommendInSessionUseCase.Command command = wanted.toCommand(key, PathIds.profile(profile));
            recommend.recommend(command);
            return new Done(ChatSessionDocument.accepted(command.session()), command.profile());
        };
    }

    /** Lists the profile's conversations. */
    @GET
    public Answer list(@Context ContainerRequestContext request, @PathParam("profile_id") String profile) {
        PageRequest page = PageQuery.read(request.getUriInfo().getQueryParameters());
        return Answer.of(ChatListReply.from(
                list.list(new ListChatsUseCase.Query(Caller.owner(request), PathIds.profile(profile), page))));
    }

    /** Shows a conversation with all its rounds, or a chat session: what clients poll. */
    @GET
    @Path("{chat_id}")
    public Object chat(
            @Context ContainerRequestContext request,
            @PathParam("profile_id") String profile,
            @PathParam("chat_id") String chat) {
        return Later.answer(polled.of(Caller.key(request), PathIds.profile(profile), chat));
    }

    /** Shows one round. */
    @GET
    @Path("{chat_id}/{round_id}")
    public Object round(
            @Context ContainerRequestContext request,
            @PathParam("profile_id") String profile,
            @PathParam("chat_id") String chat,
            @PathParam("round_id") String round) {
        WatchChatUseCase.Query query = new WatchChatUseCase.Query(
                Caller.key(request), PathIds.profile(profile), PathIds.chat(chat), PathIds.round(round));
        return Later.answer(watch.watch(query).thenApply(ChatDocument::round));
    }
}
