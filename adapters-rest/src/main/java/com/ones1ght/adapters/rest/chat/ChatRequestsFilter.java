package com.ones1ght.adapters.rest.chat;

import com.ones1ght.adapters.rest.access.IdempotentAnswers;
import com.ones1ght.adapters.rest.access.OpenRequests;
import com.ones1ght.adapters.rest.access.ServletRequests;
import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.adapters.rest.shared.DirectAnswerFilter;
import com.ones1ght.adapters.rest.shared.PageQuery;
import com.ones1ght.adapters.rest.shared.PathIds;
import com.ones1ght.application.access.AuthenticateUseCase;
import com.ones1ght.application.access.Principal;
import com.ones1ght.application.chat.Baseline;
import com.ones1ght.application.chat.ChatTag;
import com.ones1ght.application.chat.WatchChatUseCase;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.Area;
import com.ones1ght.domain.profile.ProfileId;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers polls of a chat, lists of chats, and questions in front of {@link ChatResource}. */
public class ChatRequestsFilter extends DirectAnswerFilter {

    private static final System.Logger LOG = System.getLogger(ChatRequestsFilter.class.getName());

    private static final String CHATS = "/v1/chat/{profile_id}/recommend";
    private static final String CHAT = CHATS + "/{chat_id}";
    private static final Pattern PATH = Pattern.compile("/v1/(chat/" + ID + "/recommend(?:/" + ID + ")?)");

    @Inject
    private transient ServletRequests requests;

    @Inject
    private transient ChatLists lists;

    @Inject
    private transient ChatPolls polls;

    @Inject
    private transient ChatKickoffs kickoffs;

    @Inject
    private transient OpenRequests open;

    @Override
    protected @Nullable DirectAnswer directAnswer(HttpServletRequest request, String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            return null;
        }
        if (request.getMethod().equals("GET")) {
            return (polled, response) -> answer(parts, polled, response);
        }
        boolean isKickoff = parts.group(3) == null && request.getHeader(IdempotentAnswers.HEADER) == null;
        return isKickoff ? (kickoff, response) -> accept(parts, kickoff, response) : null;
    }

    private void answer(MatchResult path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String chat = path.group(3);
        AuthenticateUseCase.Command credential = ServletRequests.credential(request, Area.CHAT);
        ProfileId profile = PathIds.profile(path.group(2));
        ApiKey key = admit(credential, path, request, response).keyFor(profile);
        if (chat == null) {
            answers().answer(response, lists.list(key.owner(), profile, PageQuery.DEFAULT));
            return;
        }
        Baseline baseline = PollConditions.baseline(Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH)));
        WatchChatUseCase.Query query =
                new WatchChatUseCase.Query(key, profile, PathIds.chat(chat), null, baseline, Duration.ZERO);
        send(request, response, polls.chat(query, answer -> open.failWhenInvalid(credential, answer)));
    }

    private void accept(MatchResult path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String profile = path.group(2);
        ApiKey key = admit(ServletRequests.credential(request, Area.CHAT), path, request, response)
                .keyFor(PathIds.profile(profile));
        Answer accepted = kickoffs.of(key, profile, body(request)).get().answer();
        response.setStatus(HttpServletResponse.SC_ACCEPTED);
        answers().answer(response, accepted);
    }

    /** Authenticates the request, and counts it. */
    private Principal.Client admit(
            AuthenticateUseCase.Command credential,
            MatchResult path,
            HttpServletRequest request,
            HttpServletResponse response) {
        Principal.Client client = requests.admit(credential, path.group(1), request, response);
        answers().routed(request, path.group(3) == null ? CHATS : CHAT);
        return client;
    }

    private void send(HttpServletRequest request, HttpServletResponse response, CompletableFuture<Polled> polled)
            throws IOException {
        if (polled.isDone()) {
            write(response, polled.join());
            return;
        }
        AsyncContext async = request.startAsync(request, response);
        // What takes longer ends by itself.
        async.setTimeout(0);
        polled.whenComplete((shown, failure) -> {
            try {
                if (failure == null) {
                    write(response, shown);
                } else {
                    answers().refuse(request, response, new CompletionException(failure));
                }
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "The client of a poll is gone", e);
            } finally {
                async.complete();
            }
        });
    }

    private void write(HttpServletResponse response, Polled polled) throws IOException {
        ChatTag tag = polled.tag();
        if (tag != null) {
            response.setHeader(HttpHeaders.ETAG, ChatTags.header(tag));
        }
        Answer answer = polled.answer();
        if (answer == null) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            answers().answer(response, answer);
        }
    }
}
