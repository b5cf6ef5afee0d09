package com.ones1ght.adapters.persistence.profile;

import com.ones1ght.adapters.persistence.shared.Row;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.SqlStatement;
import com.ones1ght.application.credit.port.CreditLedger;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.credit.RefundRule;
import com.ones1ght.domain.profile.ProfileId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Deletes a profile and everything that belongs to it. Takes locks in the order that all operations keep (profile,
 * visits, chat sessions, chats, runs, rounds, balance), so that none deadlocks with it. The ledger of the tenant's
 * credits stays: it names runs, and nothing about the shopper. The event log stays too, reduced to product facts.
 */
final class ProfileErasure {

    private static final String LOCK_PROFILE = """
            SELECT 1 FROM profile
             WHERE id = :profile AND tenant_id = :owner.tenant AND key_line_id = :owner.line FOR UPDATE""";

    /**
     * Operations on a visit hold its profile, so these locks are free; they keep to the order. The exceptions are polls
     * that extend a chat session and the end of idle sessions, each a single statement that locks nothing else.
     */
    private static final String LOCK_VISITS =
            "SELECT id FROM visit WHERE profile_id = :profile AND tenant_id = :owner.tenant ORDER BY id FOR UPDATE";

    /** From here on no kickoff adds a round: it would need the chat's lock, and then finds no chat. */
    private static final String LOCK_CHATS =
            "SELECT id FROM chat WHERE profile_id = :profile AND tenant_id = :owner.tenant ORDER BY id FOR UPDATE";

    /** From here on no runner saves: it would need the run's lock, and then finds no run. */
    private static final String LOCK_RUNS = """
            SELECT round_id, run_no, settled_at IS NULL AS is_running, step2_at IS NOT NULL AS has_shopping_list
              FROM pipeline_run WHERE chat_id = ANY (:chats) AND tenant_id = :owner.tenant
             ORDER BY round_id, run_no FOR UPDATE""";

    private static final List<String> DELETE_VISITS = List.of(
            "DELETE FROM chat_session WHERE visit_id = ANY (:visits) AND tenant_id = :owner.tenant",
            "DELETE FROM visit_stamp WHERE visit_id = ANY (:visits) AND tenant_id = :owner.tenant",
            "DELETE FROM visit WHERE id = ANY (:visits) AND tenant_id = :owner.tenant");

    /** Triggers hold the profile, so no event is added any more. */
    private static final String ERASE_EVENTS = """
            UPDATE sdk_chat_event SET payload = product_facts, forgotten = NULL, analyst_comment = NULL
             WHERE profile_id = :profile AND tenant_id = :owner.tenant""";

    /** Passages after the outbox: they are copied from it under a lock that its deletion waits for. */
    private static final List<String> ERASE_OTHERS = List.of(
            ERASE_EVENTS,
            "DELETE FROM signage_outbox WHERE profile_id = :profile AND tenant_id = :owner.tenant",
            "DELETE FROM whereabouts WHERE profile_id = :profile AND tenant_id = :owner.tenant",
            "DELETE FROM signage_passage WHERE profile_id = :profile AND tenant_id = :owner.tenant",
            "DELETE FROM idempotent_answer WHERE profile_id = :profile AND tenant_id = :owner.tenant",
            "DELETE FROM pipeline_run WHERE chat_id = ANY (:chats) AND tenant_id = :owner.tenant",
            "DELETE FROM round WHERE chat_id = ANY (:chats) AND tenant_id = :owner.tenant",
            "DELETE FROM chat WHERE id = ANY (:chats) AND tenant_id = :owner.tenant",
            "DELETE FROM profile WHERE id = :profile AND tenant_id = :owner.tenant");

    private final Sql sql;
    private final CreditLedger credits;

    ProfileErasure(Sql sql, CreditLedger credits) {
        this.sql = sql;
        this.credits = credits;
    }

    private record Run(RoundId round, int number, boolean isRunning, boolean hasShoppingList) {}

    /** Runs in the caller's transaction, and returns the erased chats; does nothing when there is no such profile. */
    List<ChatId> erase(Owner owner, ProfileId profile, Instant now) {
        if (!statement(LOCK_PROFILE, owner, profile).exists()) {
            return List.of();
        }
        UUID[] visits = ids(LOCK_VISITS, owner, profile);
        if (visits.length > 0) {
            DELETE_VISITS.forEach(text ->
                    statement(text, owner, profile).bind("visits", visits).update());
        }
        UUID[] chats = ids(LOCK_CHATS, owner, profile);
        List<Run> runs =
                statement(LOCK_RUNS, owner, profile).bind("chats", chats).list(ProfileErasure::run);
        ERASE_OTHERS.forEach(
                text -> statement(text, owner, profile).bind("chats", chats).update());
        for (Run run : runs) {
            if (run.isRunning() && RefundRule.isRefundedWhenCancelled(run.hasShoppingList())) {
                credits.refund(owner.tenant(), run.round(), run.number(), now);
            }
        }
        return Stream.of(chats).map(ChatId::new).toList();
    }

    private UUID[] ids(String query, Owner owner, ProfileId profile) {
        return statement(query, owner, profile).list(row -> row.uuid("id")).toArray(UUID[]::new);
    }

    private SqlStatement statement(String text, Owner owner, ProfileId profile) {
        return sql.statement(text).bind("owner", owner).bind("profile", profile);
    }

    private static Run run(Row row) {
        return new Run(
                row.id("round_id", RoundId::new),
                row.integer("run_no"),
                row.flag("is_running"),
                row.flag("has_shopping_list"));
    }
}
