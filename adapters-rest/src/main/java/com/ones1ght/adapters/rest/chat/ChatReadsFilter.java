package com.ones1ght.adapters.rest.chat;

import com.ones1ght.adapters.rest.access.OpenRequests;
import com.ones1ght.adapters.rest.access.RateLimits;
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

/** Answers polls of a chat and lists of chats in front of {@link ChatResource}. */
public class ChatReadsFilter extends DirectAnswerFilter {

    private static final System.Logger LOG = System.getLogger(ChatReadsFilter.class.getName());

    private static final String LIST = "/v1/chat/{profile_id}/recommend";
    private static final String POLL = LIST + "/{chat_id}";
    private static final String ID = "([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})";
    private static final Pattern PATH = Pattern.compile("/v1/(chat/" + ID + "/recommend(?:/" + ID + ")?)");

    @Inject
    private transient ServletRequests requests;

    @Inject
    private transient RateLimits limits;

    @Inject
    private transient ChatLists lists;

    @Inject
    private transient ChatPolls polls;

    @Inject
    private transient OpenRequests open;

    @Override
    protected @Nullable Read read(String path) {
        Matcher parts = PATH.matcher(path);
        return parts.matches() ? (request, response) -> answer(parts, request, response) : null;
    }

    private void answer(MatchResult path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        AuthenticateUseCase.Command credential = ServletRequests.credential(request, Area.CHAT);
        Principal.Client client = (Principal.Client) requests.authenticate(credential, request);
        limits.take(client, path.group(1), response::setHeader);
        String chat = path.group(3);
        answers().routed(request, chat == null ? LIST : POLL);
        ProfileId profile = PathIds.profile(path.group(2));
        ApiKey key = client.keyFor(profile);
        if (chat == null) {
            answers().answer(response, lists.list(key.owner(), profile, PageQuery.DEFAULT));
            return;
        }
        Baseline baseline = PollConditions.baseline(Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH)));
        WatchChatUseCase.Query query =
                new WatchChatUseCase.Query(key, profile, PathIds.chat(chat), null, baseline, Duration.ZERO);
        send(request, response, polls.chat(query, answer -> open.failWhenInvalid(credential, answer)));
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
