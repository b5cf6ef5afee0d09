package com.ones1ght.adapters.rest.chat;

import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.application.chat.ChatPage;
import com.ones1ght.application.chat.ChatPage.Extent;
import com.ones1ght.application.chat.port.ChatQueries;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lists chats, for the resource and for the filter in front of it. Thread-safe. */
@ApplicationScoped
public class ChatLists {

    private ChatQueries chats;
    private LastAnswers<Question, Extent> lastAnswers;

    private record Question(Owner owner, ProfileId profile, PageRequest page) {}

    /** For the container's proxy. */
    protected ChatLists() {}

    @Inject
    public ChatLists(ChatQueries chats) {
        this.chats = chats;
        this.lastAnswers = new LastAnswers<>();
    }

    /** @throws NotFoundException when the profile does not exist for the owner */
    public Answer list(Owner owner, ProfileId profile, PageRequest page) {
        Question question = new Question(owner, profile, page);
        LastAnswers.Last<Extent> last = lastAnswers.to(question);
        if (last != null
                && last.state().equals(chats.extent(owner, profile, page).orElseThrow(NotFoundException::new))) {
            return last.answer();
        }
        ChatPage current = chats.page(owner, profile, page).orElseThrow(NotFoundException::new);
        Answer answer = ChatDocument.list(current);
        lastAnswers.keep(question, current.extent(), answer);
        return answer;
    }
}
