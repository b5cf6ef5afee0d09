package com.ones1ght.adapters.persistence.event;

import com.github.benmanes.caffeine.cache.Ticker;
import com.ones1ght.adapters.persistence.chat.RunCodec;
import com.ones1ght.adapters.persistence.chat.RunCodec.Documents;
import com.ones1ght.adapters.persistence.event.LastRounds.Asked;
import com.ones1ght.adapters.persistence.shared.Row;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.event.TriggeredRound;
import com.ones1ght.application.event.port.TriggeredRounds;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.recommendation.RoundGuard;
import com.ones1ght.domain.recommendation.RoundOffers;
import com.ones1ght.domain.recommendation.RoundResult;
import com.ones1ght.domain.recommendation.TodoList;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.StoreId;
import com.ones1ght.domain.tenant.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The rounds that triggers refer to, in one statement each, which sends no result that this node has still at hand. */
final class SqlTriggeredRounds implements TriggeredRounds {

    private static final String FIND = """
            SELECT r.tenant_id, p.id AS profile_id, c.id AS chat_id, r.id, r.version, r.run_no > 0 AS is_refined,
                   p.store_id, r.language, n.*
              FROM profile p
              JOIN chat c ON c.profile_id = p.id AND c.tenant_id = p.tenant_id
              JOIN round r ON r.chat_id = c.id AND r.tenant_id = c.tenant_id
              LEFT JOIN LATERAL (SELECT true AS is_new, %s
                                  WHERE r.version IS DISTINCT FROM :last) n ON true
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
    private final LastRounds lastRounds;

    SqlTriggeredRounds(Sql sql, Ticker ticker) {
        this.sql = sql;
        this.lastRounds = new LastRounds(ticker);
    }

    @Override
    public Optional<TriggeredRound> lastFound(Owner owner, ProfileId profile, ChatId chat, RoundId round) {
        return Optional.ofNullable(lastRounds.of(new Asked(owner, profile, chat, round)));
    }

    @Override
    public Optional<TriggeredRound> find(Owner owner, ProfileId profile, ChatId chat, RoundId round) {
        return round(FIND, new Asked(owner, profile, chat, round));
    }

    @Override
    public Optional<TriggeredRound> hold(Owner owner, ProfileId profile, ChatId chat, RoundId round) {
        return round(HOLD, new Asked(owner, profile, chat, round));
    }

    private Optional<TriggeredRound> round(String statement, Asked asked) {
        TriggeredRound last = lastRounds.of(asked);
        Optional<TriggeredRound> found = sql.statement(statement)
                .bind("owner", asked.owner())
                .bind("profile", asked.profile())
                .bind("chat", asked.chat())
                .bind("round", asked.round())
                .bind("last", last == null ? null : last.version())
                .first(row -> last == null || !row.isNull("is_new") ? read(row, asked) : unchanged(row, last));
        if (found.isEmpty()) {
            lastRounds.forget(asked);
        }
        return found;
    }

    private TriggeredRound read(Row row, Asked asked) {
        Documents documents = RunCodec.documents(row);
        RoundResult result = RunCodec.readResult(documents);
        TriggeredRound round = round(row, result.list(), result.offers(), result.guard());
        lastRounds.keep(asked, round, documents.length());
        return round;
    }

    /** What is the profile's may have changed, though. */
    private static TriggeredRound unchanged(Row row, TriggeredRound last) {
        return round(row, last.todos(), last.offers(), last.guard());
    }

    private static TriggeredRound round(Row row, TodoList todos, RoundOffers offers, RoundGuard guard) {
        return new TriggeredRound(
                row.id("tenant_id", TenantId::new),
                row.id("profile_id", ProfileId::new),
                row.id("chat_id", ChatId::new),
                row.id("id", RoundId::new),
                row.number("version"),
                row.flag("is_refined"),
                row.textOrNull("store_id", StoreId::new),
                row.constant("language", Language.class),
                todos,
                offers,
                guard);
    }

    @Override
    public List<Event> latestEvents(TriggeredRound round, Collection<String> recIds) {
        return sql.statement(LATEST_EVENTS)
                .bind("round", round)
                .bind("recIds", recIds.stream().map(AppendedEvents::storable).toArray(String[]::new))
                .list(EventMapper::event);
    }
}
