package com.ones1ght.adapters.persistence.visit;

import com.ones1ght.adapters.persistence.shared.PostgresStorage;
import com.ones1ght.adapters.persistence.shared.TestDatabase;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.visit.port.ChatSessionsContract;
import com.ones1ght.domain.visit.ChatSession;
import com.ones1ght.domain.visit.ChatSession.Ending;

class PostgresChatSessionsTest implements ChatSessionsContract {

    @Override
    public StorageFixture fixture() {
        return PostgresStorage.withEmptyQueue();
    }

    @Override
    public Ending ending(ChatSession session) {
        return TestDatabase.shared()
                .sql()
                .statement(
                        "SELECT /* all tenants */ ended_at, end_reason FROM chat_session WHERE chat_id = :session.chat")
                .bind("session", session)
                .single(row ->
                        new Ending(row.instant("ended_at"), row.constant("end_reason", ChatSession.Reason.class)));
    }
}
