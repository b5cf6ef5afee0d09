package com.ones1ght.adapters.persistence.profile;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.credit.port.CreditLedger;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.credit.RefundRule;
import com.ones1ght.domain.profile.ProfileId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Deletes a profile with all that hangs on it. Locks are taken in the order that everybody keeps (profile, visits,
 * chat sessions, chats, runs, rounds, balance), so that none waits for the erasure while the erasure waits for it. The
 * ledger of the tenant's credits stays; it names runs, and nothing about the shopper. So does the event log, reduced to
 * what it says about products.
 */
final class ProfileErasure {

    private static final String LOCK_PROFILE =
            "SELECT 1 FROM profile WHERE id = ? AND tenant_id = ? AND key_line_id = ? FOR UPDATE";

    /**
     * Whoever writes to a visit holds its profile, so nobody has one of these locks; they keep to the order. Only polls
     * that prolong a chat session and the end of idle ones do without, each in one statement that locks nothing else.
     */
    private static final String LOCK_VISITS =
            "SELECT id FROM visit WHERE profile_id = ? AND tenant_id = ? ORDER BY id FOR UPDATE";

    /** From here on no kickoff adds a round: it would need the chat's lock, and then finds no chat. */
    private static final String LOCK_CHATS =
            "SELECT id FROM chat WHERE profile_id = ? AND tenant_id = ? ORDER BY id FOR UPDATE";

    /** From here on no runner saves: it would need the run's lock, and then finds no run. */
    private static final String LOCK_RUNS = """
            SELECT round_id, run_no, settled_at IS NULL AS is_running, step2_at IS NOT NULL AS has_shopping_list
              FROM pipeline_run WHERE chat_id = ANY (?) AND tenant_id = ?
             ORDER BY round_id, run_no FOR UPDATE""";

    /** The log stays, with what it says of products. Triggers hold the profile, so no further event comes. */
    private static final String ERASE_EVENTS = """
            UPDATE sdk_chat_event SET payload = product_facts, forgotten = NULL, analyst_comment = NULL
             WHERE profile_id = ? AND tenant_id = ?""";

    private final Sql sql;
    private final CreditLedger credits;

    ProfileErasure(Sql sql, CreditLedger credits) {
        this.sql = sql;
        this.credits = credits;
    }

    private record Run(RoundId round, int number, boolean isRunning, boolean hasShoppingList) {}

    /** @return whether there was such a profile; runs in the caller's transaction */
    boolean erase(Owner owner, ProfileId id, Instant now) {
        UUID tenant = owner.tenant().value();
        UUID profile = id.value();
        if (!sql.exists(LOCK_PROFILE, profile, tenant, owner.line().value())) {
            return false;
        }
        deleteVisits(profile, tenant);
        UUID[] chats =
                sql.all(LOCK_CHATS, row -> Sql.uuid(row, "id"), profile, tenant).toArray(UUID[]::new);
        List<Run> runs = sql.all(
                LOCK_RUNS,
                row -> new Run(
                        new RoundId(Sql.uuid(row, "round_id")),
                        row.getInt("run_no"),
                        row.getBoolean("is_running"),
                        row.getBoolean("has_shopping_list")),
                chats,
                tenant);
        sql.update(ERASE_EVENTS, profile, tenant);
        sql.update("DELETE FROM signage_outbox WHERE profile_id = ? AND tenant_id = ?", profile, tenant);
        // Copied from the outbox, under a lock that the statement above waited for.
        sql.update("DELETE FROM signage_passage WHERE profile_id = ? AND tenant_id = ?", profile, tenant);
        sql.update("DELETE FROM idempotent_answer WHERE profile_id = ? AND tenant_id = ?", profile, tenant);
        sql.update("DELETE FROM pipeline_run WHERE chat_id = ANY (?) AND tenant_id = ?", chats, tenant);
        sql.update("DELETE FROM round WHERE chat_id = ANY (?) AND tenant_id = ?", chats, tenant);
        sql.update("DELETE FROM chat WHERE id = ANY (?) AND tenant_id = ?", chats, tenant);
        sql.update("DELETE FROM profile WHERE id = ? AND tenant_id = ?", profile, tenant);
        for (Run run : runs) {
            if (run.isRunning() && RefundRule.isRefundedWhenCancelled(run.hasShoppingList())) {
                credits.refund(owner.tenant(), run.round(), run.number(), now);
            }
        }
        return true;
    }

    private void deleteVisits(UUID profile, UUID tenant) {
        UUID[] visits = sql.all(LOCK_VISITS, row -> Sql.uuid(row, "id"), profile, tenant)
                .toArray(UUID[]::new);
        if (visits.length > 0) {
            sql.update("DELETE FROM chat_session WHERE visit_id = ANY (?) AND tenant_id = ?", visits, tenant);
            sql.update("DELETE FROM visit_stamp WHERE visit_id = ANY (?) AND tenant_id = ?", visits, tenant);
            sql.update("DELETE FROM visit WHERE id = ANY (?) AND tenant_id = ?", visits, tenant);
        }
    }
}
