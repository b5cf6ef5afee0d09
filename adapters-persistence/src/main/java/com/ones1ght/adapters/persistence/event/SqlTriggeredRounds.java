package com.ones1ght.adapters.persistence.event;

import com.ones1ght.adapters.persistence.chat.RunCodec;
import com.ones1ght.adapters.persistence.shared.Row;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.event.TriggeredRound;
import com.ones1ght.application.event.port.TriggeredRounds;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.recommendation.RoundResult;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.StoreId;
import com.ones1ght.domain.tenant.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The rounds that triggers refer to, in one statement each. */
final class SqlTriggeredRounds implements TriggeredRounds {

    private static final String FIND = """
            SELECT r.tenant_id, p.id AS profile_id, c.id AS chat_id, r.id, r.run_no > 0 AS is_refined, p.store_id,
                   r.language, %s
              FROM profile p
              JOIN chat c ON c.profile_id = p.id AND c.tenant_id = p.tenant_id
              JOIN round r ON r.chat_id = c.id AND r.tenant_id = c.tenant_id
             WHERE p.id = :profile AND p.tenant_id = :owner.tenant AND p.key_line_id = :owner.line
               AND c.id = :chat AND r.id = :round""".formatted(RunCodec.RESULT_COLUMNS);

    /** Erasures wait for this lock; other triggers do not. */
    private static final String HOLD = FIND + " FOR KEY SHARE OF p";

    private static final String LATEST_EVENTS = """
            SELECT DISTINCT ON (e.rec_id) e.*
              FROM sdk_chat_event e
             WHERE e.profile_id = :round.profile AND e.tenant_id = :round.tenant AND e.round_id = :round.id
               AND e.rec_id = ANY (:recIds)
             ORDER BY e.rec_id, e.event_no DESC""";

    private final Sql sql;

    SqlTriggeredRounds(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<TriggeredRound> find(Owner owner, ProfileId profile, ChatId chat, RoundId round) {
        return round(FIND, owner, profile, chat, round);
    }

    @Override
    public Optional<TriggeredRound> hold(Owner owner, ProfileId profile, ChatId chat, RoundId round) {
        return round(HOLD, owner, profile, chat, round);
    }

    private Optional<TriggeredRound> round(
            String statement, Owner owner, ProfileId profile, ChatId chat, RoundId round) {
        return sql.statement(statement)
                .bind("owner", owner)
                .bind("profile", profile)
                .bind("chat", chat)
                .bind("round", round)
                .first(SqlTriggeredRounds::round);
    }

    @Override
    public List<Event> latestEvents(TriggeredRound round, Collection<String> recIds) {
        return sql.statement(LATEST_EVENTS)
                .bind("round", round)
                .bind("recIds", recIds.stream().map(SqlEventLog::storable).toArray(String[]::new))
                .list(EventMapper::event);
    }

    private static TriggeredRound round(Row row) {
        RoundResult result = RunCodec.readResult(row);
        return new TriggeredRound(
                row.id("tenant_id", TenantId::new),
                row.id("profile_id", ProfileId::new),
                row.id("chat_id", ChatId::new),
                row.id("id", RoundId::new),
                row.flag("is_refined"),
                row.textOrNull("store_id", StoreId::new),
                row.constant("language", Language.class),
                result.list(),
                result.offers(),
                result.guard());
    }
}
