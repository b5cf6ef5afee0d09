package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.adapters.persistence.chat.RunCodec.Documents;
import com.ones1ght.adapters.persistence.shared.GroupedCalls;
import com.ones1ght.adapters.persistence.shared.PackedTexts;
import com.ones1ght.adapters.persistence.shared.RunFailures;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.SqlStatement;
import com.ones1ght.adapters.persistence.shared.Transactions;
import com.ones1ght.application.chat.MergedStep.MergedGuard;
import com.ones1ght.application.chat.port.RunClaim;
import com.ones1ght.application.chat.port.RunUpdate;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.chat.ChatHistory;
import com.ones1ght.domain.chat.Round;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Saves runs; those that arrive at once outside of transactions share a commit. */
final class SavedRuns {

    /**
     * Locks and checks the run first; the round follows only if the claim holds. Null keeps a column as it is. The
     * version stays when only the snapshot is new, which clients do not see. A list that is stored stays, since its
     * shopper may have changed it: a save that is repeated, because its commit was in doubt, has the list as it was.
     * Leaves out what somebody else has locked if {@code %s} says so.
     */
    private static final String SAVE = """
            WITH held AS (
                SELECT p.round_id
                  FROM pipeline_run p JOIN round r ON r.id = p.round_id AND r.tenant_id = p.tenant_id
                 WHERE p.round_id = :claim.round AND p.run_no = :claim.run AND p.tenant_id = :claim.tenant
                   AND p.lease_token = :claim.token AND p.settled_at IS NULL AND p.lease_until IS NOT NULL
                   FOR NO KEY UPDATE OF p, r%s),
            run AS (
                UPDATE pipeline_run
                   SET snapshot = :snapshot, due_at = :dueAt,
                       meal = CASE WHEN NOT :isMealPacked THEN coalesce(:meal, meal) END,
                       packed = coalesce(packed || :packed::bytea, :packed::bytea, packed),
                       step1_at = CASE WHEN :round.progress.doneSteps >= 1 THEN coalesce(step1_at, :doneAt.step1) END,
                       step2_at = CASE WHEN :round.progress.doneSteps >= 2 THEN coalesce(step2_at, :doneAt.step2) END,
                       step3_at = CASE WHEN :round.progress.doneSteps >= 3 THEN coalesce(step3_at, :doneAt.step3) END,
                       step4_at = CASE WHEN :round.progress.doneSteps >= 4 THEN coalesce(step4_at, :doneAt.step4) END,
                       settled_at = CASE WHEN :round.state.isSettled THEN :now END,
                       lease_until = CASE WHEN :round.state.isSettled THEN NULL ELSE lease_until END
                 WHERE round_id = :claim.round AND run_no = :claim.run AND tenant_id = :claim.tenant
                   AND EXISTS (SELECT 1 FROM held)
                RETURNING round_id, run_no)
            UPDATE round r
               SET state = :round.state, done_steps = :round.progress.doneSteps, stopped = :round.progress.stopped,
                   back_list_status = :round.backListStatus, last_error = :failure,
                   updated_at = greatest(r.updated_at, :round.updatedAt),
                   todos = coalesce(r.todos, :todos),
                   recommended_items = coalesce(:recommended_items, r.recommended_items),
                   notifications = coalesce(:notifications, r.notifications),
                   todo_result = coalesce(r.todo_result, :todo_result),
                   recommended_result = coalesce(:recommended_result, r.recommended_result),
                   notification_result = coalesce(:notification_result, r.notification_result),
                   guard = coalesce(:guard.document, r.guard),
                   guard_result = coalesce(:guardResult, r.guard_result),
                   session_shopping_list = coalesce(:session_shopping_list, r.session_shopping_list),
                   session_back_list = coalesce(:session_back_list, r.session_back_list),
                   version = r.version + CASE
                       WHEN (r.state, r.done_steps, r.stopped, r.back_list_status, r.last_error, r.updated_at)
                            IS DISTINCT FROM
                            (:round.state, :round.progress.doneSteps, :round.progress.stopped, :round.backListStatus,
                             :failure, greatest(r.updated_at, :round.updatedAt))
                         OR :hasNews
                       THEN 1 ELSE 0 END
              FROM run WHERE r.id = run.round_id AND r.run_no = run.run_no AND r.tenant_id = :claim.tenant""";

    private static final String SAVE_ALONE = SAVE.formatted("");
    private static final String SAVE_IN_GROUP = SAVE.formatted(" SKIP LOCKED");

    /** The columns of {@code round} that are null where their texts are packed. */
    private static final List<String> TEXTS = List.of(
            "todos",
            "recommended_items",
            "notifications",
            "todo_result",
            "recommended_result",
            "notification_result",
            "session_shopping_list",
            "session_back_list");

    private final Sql sql;
    private final Transactions transactions;
    private final GroupedCalls<Save> grouped;

    /**
     * An update as it is stored.
     *
     * @param snapshot null if the run has settled, and what remains of its snapshot is packed
     * @param texts those that are not packed
     */
    private record Save(
            RunClaim claim,
            RunUpdate update,
            Instant now,
            @Nullable String snapshot,
            @Nullable String guardResult,
            Map<String, JsonFragment> texts,
            byte @Nullable [] packed) {

        static Save of(RunClaim claim, RunUpdate update, Instant now, boolean isPacked) {
            Documents result = RunCodec.writeResult(update.result());
            Map<String, JsonFragment> texts = RunCodec.texts(update, result);
            return new Save(
                    claim,
                    update,
                    now,
                    snapshot(update, isPacked),
                    result.guard(),
                    isPacked ? Map.of() : texts,
                    isPacked ? PackedTexts.pack(texts) : null);
        }

        /** As what remains of the snapshot. */
        boolean isMealPacked() {
            return snapshot == null && update.snapshot().meal() != null;
        }

        private static @Nullable String snapshot(RunUpdate update, boolean isPacked) {
            if (!update.round().state().isSettled()) {
                return RunCodec.writeSnapshot(update.snapshot());
            }
            return isPacked ? null : RunCodec.writeOutput(update.snapshot());
        }
    }

    SavedRuns(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
        this.grouped = GroupedCalls.ofStatement(sql, transactions, SAVE_IN_GROUP, SavedRuns::bind);
    }

    /** Returns false if the claim is no longer the caller's: nothing was written. */
    boolean save(RunClaim claim, RunUpdate update, Instant now, boolean isPacked) {
        Save save = Save.of(claim, update, now, isPacked);
        return !transactions.isActive() && grouped.call(save)
                || bind(sql.statement(SAVE_ALONE), save).update() == 1;
    }

    private static SqlStatement bind(SqlStatement statement, Save save) {
        RunUpdate update = save.update();
        Round round = update.round();
        Instant now = save.now();
        Instant notBefore = update.snapshot().notBefore();
        TEXTS.forEach(column -> statement.bind(column, save.texts().get(column)));
        return statement
                .bind("claim", save.claim())
                .bind("round", round)
                .bind("snapshot", save.snapshot())
                .bind("dueAt", notBefore == null || notBefore.isBefore(now) ? now : notBefore)
                .bind("meal", ChatHistory.mealOf(round, update.snapshot()).orElse(null))
                .bind("isMealPacked", save.isMealPacked())
                .bind("packed", save.packed())
                .bind("guard", update.step(MergedGuard.class).orElse(null))
                .bind("guardResult", save.guardResult())
                .bind("hasNews", !update.merged().isEmpty())
                .bind("doneAt", StepTimes.of(update, now))
                .bind("failure", RunFailures.write(round.failure()))
                .bind("now", now);
    }
}
