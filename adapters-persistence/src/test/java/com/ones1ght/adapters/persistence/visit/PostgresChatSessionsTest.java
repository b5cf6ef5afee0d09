package com.ones1ght.adapters.persistence.visit;

import com.ones1ght.adapters.persistence.shared.PostgresStorage;
import com.ones1ght.adapters.persistence.shared.Sql;
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
                .first(
                        "SELECT ended_at, end_reason FROM chat_session WHERE chat_id = ?",
                        row -> new Ending(
                                Sql.instant(row, "ended_at"), ChatSession.Reason.valueOf(row.getString("end_reason"))),
                        session.chat().value())
                .orElseThrow();
    }
}
