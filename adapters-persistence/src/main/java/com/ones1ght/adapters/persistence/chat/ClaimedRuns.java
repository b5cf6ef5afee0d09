package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.adapters.persistence.shared.Correlations;
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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Loads claimed runs in two statements, whatever their number. */
final class ClaimedRuns {

    private static final System.Logger LOG = System.getLogger(ClaimedRuns.class.getName());

    private static final String DETAILS = """
            SELECT pr.round_id AS claimed_round_id, pr.run_no AS claimed_run_no, pr.lease_token, pr.user_query,
                   pr.snapshot, pr.deadline, pr.tenant_id, pr.chat_id, pr.request_id, pr.traceparent, t.code, p.document,
                   p.store_id,
                   EXISTS (SELECT 1 FROM chat_session s
                            WHERE s.chat_id = pr.chat_id AND s.tenant_id = pr.tenant_id) AS in_session,
            """ + ChatMapper.ROUND_COLUMNS + """

              FROM pipeline_run pr
              JOIN unnest(?, ?) AS c (round_id, run_no) ON pr.round_id = c.round_id AND pr.run_no = c.run_no
              JOIN round r ON r.id = pr.round_id AND r.tenant_id = pr.tenant_id
              JOIN profile p ON p.id = r.profile_id AND p.tenant_id = r.tenant_id
              JOIN tenant t ON t.id = pr.tenant_id
             ORDER BY pr.due_at, pr.round_id""";

    private static final String PAST = """
            SELECT chat_id, round_no, run_no, prompt, meal
              FROM pipeline_run WHERE chat_id = ANY (?) AND tenant_id = ANY (?) AND meal IS NOT NULL""";

    private final Sql sql;

    ClaimedRuns(Sql sql) {
        this.sql = sql;
    }

    private record Past(ChatId chat, PastRun run) {}

    private record Detail(ChatId chat, ClaimedRun run) {}

    /**
     * Loads them in the caller's transaction, which has locked the runs. A run that this version cannot read is omitted, so
     * that it does not block the others; when its lease has run out, a node of another version may be able to read it.
     * After its deadline it is returned without its snapshot, which suffices to end it.
     */
    List<ClaimedRun> load(List<RunClaim> claims, Instant now) {
        SqlRunQueue.Columns columns = SqlRunQueue.Columns.of(claims);
        List<Detail> details =
                sql.all(DETAILS, row -> detailIfReadable(row, now), columns.rounds(), columns.runs()).stream()
                        .flatMap(Optional::stream)
                        .toList();
        UUID[] chats =
                details.stream().map(detail -> detail.chat().value()).distinct().toArray(UUID[]::new);
        UUID[] tenants = details.stream()
                .map(detail -> detail.run().tenant().value())
                .distinct()
                .toArray(UUID[]::new);
        Map<ChatId, List<PastRun>> past = sql.all(PAST, ClaimedRuns::past, chats, tenants).stream()
                .collect(Collectors.groupingBy(Past::chat, Collectors.mapping(Past::run, Collectors.toList())));
        return details.stream()
                .map(detail -> withPast(detail.run(), past.getOrDefault(detail.chat(), List.of())))
                .toList();
    }

    private static Optional<Detail> detailIfReadable(ResultSet row, Instant now) throws SQLException {
        try {
            return Optional.of(detail(row, now));
        } catch (RuntimeException e) {
            // Not the message, which may contain personal data.
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Round {0} cannot be read by this version ({1})",
                    Sql.uuid(row, "claimed_round_id"),
                    e.getClass().getName());
            return Optional.empty();
        }
    }

    private static Detail detail(ResultSet row, Instant now) throws SQLException {
        ChatId chat = new ChatId(Sql.uuid(row, "chat_id"));
        RunClaim claim = new RunClaim(
                new RoundId(Sql.uuid(row, "claimed_round_id")),
                row.getInt("claimed_run_no"),
                row.getLong("lease_token"));
        String store = row.getString("store_id");
        ClaimedRun run = new ClaimedRun(
                claim,
                new TenantId(Sql.uuid(row, "tenant_id")),
                row.getString("code"),
                ChatMapper.round(row, chat),
                snapshot(row, now),
                row.getString("user_query"),
                store == null ? null : new StoreId(store),
                new ProfileDocument(row.getString("document")),
                List.of(),
                Sql.instant(row, "deadline"),
                row.getBoolean("in_session"),
                Correlations.read(row));
        return new Detail(chat, run);
    }

    private static PipelineSnapshot snapshot(ResultSet row, Instant now) throws SQLException {
        try {
            return RunCodec.readSnapshot(row.getString("snapshot"));
        } catch (RuntimeException e) {
            if (now.isBefore(Sql.instant(row, "deadline"))) {
                throw e;
            }
            return PipelineSnapshot.empty();
        }
    }

    private static Past past(ResultSet row) throws SQLException {
        PastRun run = new PastRun(
                row.getInt("round_no"), row.getInt("run_no"), row.getString("prompt"), row.getString("meal"));
        return new Past(new ChatId(Sql.uuid(row, "chat_id")), run);
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
                past,
                run.deadline(),
                run.inSession(),
                run.correlation());
    }
}
