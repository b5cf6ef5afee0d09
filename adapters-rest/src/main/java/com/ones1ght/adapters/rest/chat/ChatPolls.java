package com.ones1ght.adapters.rest.chat;

import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.application.chat.Baseline;
import com.ones1ght.application.chat.ChatTag;
import com.ones1ght.application.chat.WatchChatUseCase;
import com.ones1ght.application.chat.WatchChatUseCase.Query;
import com.ones1ght.application.chat.Watched;
import com.ones1ght.application.chat.WatchedChat;
import com.ones1ght.application.visit.WatchChatSessionUseCase;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.visit.VisitId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers polls, for the resource and for the filter in front of it. Thread-safe. */
@ApplicationScoped
public class ChatPolls {

    private WatchChatUseCase chats;
    private WatchChatSessionUseCase sessions;
    private LastAnswers<PollQuestion, ChatTag> lastAnswers;

    /** For the container's proxy. */
    protected ChatPolls() {}

    @Inject
    public ChatPolls(WatchChatUseCase chats, WatchChatSessionUseCase sessions) {
        this.chats = chats;
        this.sessions = sessions;
        this.lastAnswers = new LastAnswers<>();
    }

    /**
     * A chat with all its rounds, or a chat session: most ids name chats, and no id names both.
     *
     * @param whenOpen is given an answer that takes longer, and may complete it
     * @throws NotFoundException when there is neither
     */
    public CompletableFuture<Polled> chat(Query query, Consumer<CompletableFuture<?>> whenOpen) {
        return poll(query, ChatDocument::chat, whenOpen).orElseGet(() -> session(query));
    }

    /**
     * One round of a chat.
     *
     * @param whenOpen is given an answer that takes longer, and may complete it
     * @throws NotFoundException when there is no such round
     */
    public CompletableFuture<Polled> round(Query query, Consumer<CompletableFuture<?>> whenOpen) {
        return poll(query, ChatDocument::round, whenOpen).orElseThrow(NotFoundException::new);
    }

    private Optional<CompletableFuture<Polled>> poll(
            Query query, Function<WatchedChat, Answer> document, Consumer<CompletableFuture<?>> whenOpen) {
        // What a client that says nothing of what it has is compared with.
        LastAnswers.Last<ChatTag> last =
                query.baseline().equals(Baseline.NONE) ? lastAnswers.to(PollQuestion.of(query)) : null;
        return chats.watch(last == null ? query : PollQuestion.after(last.state(), query))
                .map(stage -> {
                    CompletableFuture<Watched> watched = stage.toCompletableFuture();
                    if (!watched.isDone()) {
                        whenOpen.accept(watched);
                    }
                    return watched.thenApply(shown -> polled(query, shown, last, document));
                });
    }

    private Polled polled(
            Query query,
            Watched watched,
            LastAnswers.@Nullable Last<ChatTag> last,
            Function<WatchedChat, Answer> document) {
        ChatTag tag = watched.tag();
        if (watched instanceof WatchedChat chat) {
            Answer answer = document.apply(chat);
            lastAnswers.keep(PollQuestion.of(query), tag, answer);
            return new Polled(tag, answer);
        }
        return new Polled(tag, last == null ? null : last.answer());
    }

    private CompletableFuture<Polled> session(Query query) {
        VisitId visit = new VisitId(query.chat().value());
        return sessions.watch(new WatchChatSessionUseCase.Query(query.key().owner(), query.profile(), visit))
                .thenApply(view -> new Polled(null, ChatSessionDocument.polled(view)))
                .toCompletableFuture();
    }
}
