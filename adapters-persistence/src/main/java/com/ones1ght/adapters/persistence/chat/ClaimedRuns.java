package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.adapters.persistence.shared.Correlations;
import com.ones1ght.adapters.persistence.shared.PackedTexts;
import com.ones1ght.adapters.persistence.shared.Row;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.chat.port.RunClaim;
import com.ones1ght.domain.chat.ChatHistory.PastRun;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.store.StoreId;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Loads the data of claimed runs, in two statements for any number of them. */
final class ClaimedRuns {

    private static final System.Logger LOG = System.getLogger(ClaimedRuns.class.getName());

    private static final String DETAILS = """
            SELECT /* all tenants */ pr.round_id AS claimed_round_id, pr.run_no AS claimed_run_no, pr.lease_token, pr.user_query,
                   pr.snapshot, pr.deadline, pr.tenant_id, pr.chat_id, pr.request_id, pr.traceparent, pr.tracestate,
                   t.code, p.document, p.store_id, r.guard_result,
                   EXISTS (SELECT 1 FROM chat_session s
                            WHERE s.chat_id = pr.chat_id AND s.tenant_id = pr.tenant_id) AS in_session,
                   %s
              FROM pipeline_run pr
              JOIN unnest(:claims.tenants, :claims.rounds, :claims.runs) AS c (tenant_id, round_id, run_no)
                ON pr.tenant_id = c.tenant_id AND pr.round_id = c.round_id AND pr.run_no = c.run_no
              JOIN round r ON r.id = pr.round_id AND r.tenant_id = pr.tenant_id
              JOIN profile p ON p.id = r.profile_id AND p.tenant_id = r.tenant_id
              JOIN tenant t ON t.id = pr.tenant_id
             ORDER BY pr.due_at, pr.round_id""".formatted(ChatMapper.ROUND_COLUMNS);

    private static final String PAST = """
            SELECT /* all tenants */ chat_id, round_no, run_no, prompt, meal, packed, round_id AS packed_round FROM pipeline_run
             WHERE chat_id = ANY (:chats) AND tenant_id = ANY (:tenants)
               AND (meal IS NOT NULL OR settled_at IS NOT NULL AND step2_at IS NOT NULL AND packed IS NOT NULL)""";

    private final Sql sql;

    ClaimedRuns(Sql sql) {
        this.sql = sql;
    }

    private record Past(ChatId chat, PastRun run) {}

    /**
     * Runs in the caller's transaction, which holds the runs. A run that this version cannot read is left out, so that
     * it does not block the others: its lease expires, and a node of another version may be able to read it. After its
     * deadline it is returned without its snapshot, which is enough to end it.
     */
    List<ClaimedRun> load(List<RunClaim> claims, Instant now) {
        List<ClaimedRun> runs = sql
                .statement(DETAILS)
                .bind("claims", ClaimColumns.of(claims))
                .list(row -> runIfReadable(row, now))
                .stream()
                .flatMap(Optional::stream)
                .toList();
        Map<ChatId, List<PastRun>> past = sql
                .statement(PAST)
                .bind("chats", distinct(runs, run -> run.round().chat().value()))
                .bind("tenants", distinct(runs, run -> run.tenant().value()))
                .list(ClaimedRuns::past)
                .stream()
                .flatMap(Optional::stream)
                .collect(Collectors.groupingBy(Past::chat, Collectors.mapping(Past::run, Collectors.toList())));
        return runs.stream()
                .map(run -> withPast(run, past.getOrDefault(run.round().chat(), List.of())))
                .toList();
    }

    private static UUID[] distinct(List<ClaimedRun> runs, Function<ClaimedRun, UUID> id) {
        return runs.stream().map(id).distinct().toArray(UUID[]::new);
    }

    private static Optional<ClaimedRun> runIfReadable(Row row, Instant now) {
        try {
            return Optional.of(run(row, now));
        } catch (RuntimeException e) {
            // Without the message, which may contain personal data.
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Round {0} is not readable by this version ({1}); leaving it to other nodes or its deadline",
                    row.uuid("claimed_round_id"),
                    e.getClass().getName());
            return Optional.empty();
        }
    }

    private static ClaimedRun run(Row row, Instant now) {
        return new ClaimedRun(
                new RunClaim(
                        row.id("tenant_id", TenantId::new),
                        row.id("claimed_round_id", RoundId::new),
                        row.integer("claimed_run_no"),
                        row.number("lease_token")),
                row.id("tenant_id", TenantId::new),
                row.text("code"),
                ChatMapper.round(row, row.id("chat_id", ChatId::new)),
                snapshot(row, now),
                row.text("user_query"),
                row.textOrNull("store_id", StoreId::new),
                new ProfileDocument(row.text("document")),
                RunCodec.readGuard(row),
                List.of(),
                row.instant("deadline"),
                row.flag("in_session"),
                Correlations.read(row));
    }

    private static PipelineSnapshot snapshot(Row row, Instant now) {
        try {
            return RunCodec.readSnapshot(row.textOrNull("snapshot"));
        } catch (RuntimeException e) {
            if (now.isBefore(row.instant("deadline"))) {
                throw e;
            }
            return PipelineSnapshot.empty();
        }
    }

    private static Optional<Past> past(Row row) {
        return Optional.ofNullable(PackedTexts.of(row).textOrNull(RunCodec.MEAL))
                .map(meal -> new Past(
                        row.id("chat_id", ChatId::new),
                        new PastRun(row.integer("round_no"), row.integer("run_no"), row.text("prompt"), meal)));
    }

    private static ClaimedRun withPast(ClaimedRun run, List<PastRun> past) {
        return new ClaimedRun(
                run.claim(),
                run.tenant(),
                run.tenantCode(),
                run.round(),
                run.snapshot(),
                run.userQuery(),
                run.store(),
                run.profile(),
                run.guard(),
                past,
                run.deadline(),
                run.inSession(),
                run.correlation());
    }
}
