package com.ones1ght.application.visit;

import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.visit.port.ChatSessionsContract;
import com.ones1ght.domain.visit.ChatSession;
import com.ones1ght.domain.visit.ChatSession.Ending;
import java.util.Optional;

class InMemoryChatSessionsTest implements ChatSessionsContract {

    private final InMemoryStorage storage = new InMemoryStorage();

    @Override
    public StorageFixture fixture() {
        return storage;
    }

    @Override
    public Ending ending(ChatSession session) {
        return storage.unitOfWork()
                .with(state -> Optional.ofNullable(
                        state.chatSessions.get(session.chat()).session().ending()))
                .orElseThrow();
    }
}
