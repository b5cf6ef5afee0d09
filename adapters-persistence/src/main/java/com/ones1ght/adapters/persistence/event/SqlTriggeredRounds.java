package com.ones1ght.adapters.persistence.event;

import com.ones1ght.adapters.persistence.chat.RunCodec;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.event.TriggeredRound;
import com.ones1ght.application.event.port.TriggeredRounds;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.StoreId;
import com.ones1ght.domain.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The rounds that triggers are about, in one statement each. */
final class SqlTriggeredRounds implements TriggeredRounds {

    /** The lock is the one that an erasure waits for; triggers do not wait for each other by it. */
    private static final String HOLD = """
            SELECT r.tenant_id, p.id AS profile_id, c.id AS chat_id, r.id, r.run_no > 0 AS is_refined, p.store_id, r.language,
            """ + RunCodec.RESULT_COLUMNS + """
              FROM profile p
              JOIN chat c ON c.profile_id = p.id AND c.tenant_id = p.tenant_id
              JOIN round r ON r.chat_id = c.id AND r.tenant_id = c.tenant_id
             WHERE p.id = ? AND p.tenant_id = ? AND p.key_line_id = ? AND c.id = ? AND r.id = ?
               FOR KEY SHARE OF p""";

    private static final String LATEST_EVENTS = """
            SELECT DISTINCT ON (e.rec_id) e.*
              FROM sdk_chat_event e
             WHERE e.profile_id = ? AND e.tenant_id = ? AND e.round_id = ? AND e.rec_id = ANY (?)
             ORDER BY e.rec_id, e.event_no DESC""";

    private final Sql sql;

    SqlTriggeredRounds(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<TriggeredRound> hold(Owner owner, ProfileId profile, ChatId chat, RoundId round) {
        return sql.first(
                HOLD,
                SqlTriggeredRounds::round,
                profile.value(),
                owner.tenant().value(),
                owner.line().value(),
                chat.value(),
                round.value());
    }

    @Override
    public List<Event> latestEvents(TriggeredRound round, Collection<String> recIds) {
        return sql.all(
                LATEST_EVENTS,
                EventMapper::event,
                round.profile().value(),
                round.tenant().value(),
                round.id().value(),
                recIds.stream().map(SqlEventLog::storable).toArray(String[]::new));
    }

    private static TriggeredRound round(ResultSet row) throws SQLException {
        String store = row.getString("store_id");
        return new TriggeredRound(
                new TenantId(Sql.uuid(row, "tenant_id")),
                new ProfileId(Sql.uuid(row, "profile_id")),
                new ChatId(Sql.uuid(row, "chat_id")),
                new RoundId(Sql.uuid(row, "id")),
                row.getBoolean("is_refined"),
                store == null ? null : new StoreId(store),
                Language.valueOf(row.getString("language")),
                RunCodec.readResult(row).offers());
    }
}
