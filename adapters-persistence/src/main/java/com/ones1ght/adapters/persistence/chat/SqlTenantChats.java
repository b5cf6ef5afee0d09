package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.chat.ChatFilter;
import com.ones1ght.application.chat.ChatView;
import com.ones1ght.application.chat.ChatView.ProfileSummary;
import com.ones1ght.application.chat.RoundView;
import com.ones1ght.application.chat.TenantChat;
import com.ones1ght.application.chat.TenantChatPage;
import com.ones1ght.application.chat.TenantChatPage.Item;
import com.ones1ght.application.chat.TenantChatPage.RoundRef;
import com.ones1ght.application.chat.port.TenantChats;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.store.StoreId;
import com.ones1ght.domain.tenant.TenantId;
import com.ones1ght.domain.visit.ChatSession;
import com.ones1ght.domain.visit.VisitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a tenant's chats in one statement each. */
final class SqlTenantChats implements TenantChats {

    /** {@code %1$s} are the conditions, {@code %2$s} is the order. An empty page has one row, with the total. */
    private static final String PAGE = """
            WITH fitting AS NOT MATERIALIZED (
                SELECT c.id, c.tenant_id, c.profile_id, c.created_at FROM chat c WHERE c.tenant_id = ?%1$s),
            head AS (SELECT count(*) AS total FROM fitting),
            paged AS (SELECT * FROM fitting ORDER BY created_at %2$s, id %2$s LIMIT ? OFFSET ?)
            SELECT h.total, c.id, c.profile_id, c.created_at, p.name, p.gender, p.age, p.locale,
                   r.round_no, r.id AS round_id, r.state
              FROM head h
              LEFT JOIN paged c ON true
              LEFT JOIN profile p ON p.id = c.profile_id AND p.tenant_id = c.tenant_id
              LEFT JOIN round r ON r.chat_id = c.id AND r.tenant_id = c.tenant_id
             ORDER BY c.created_at %2$s, c.id %2$s, r.round_no""";

    private static final String IN_STATES = """

                   AND (SELECT l.state FROM round l WHERE l.chat_id = c.id AND l.tenant_id = c.tenant_id
                         ORDER BY l.round_no DESC LIMIT 1) = ANY (?)""";

    private static final String CHAT = """
            SELECT c.profile_id, c.created_at, p.name, p.gender, p.age, p.locale, p.store_id,
                   s.visit_id, s.ended_at, s.end_reason,
                   a.accepted_at, a.step1_at, a.step2_at, a.step3_at, a.step4_at, a.settled_at, a.snapshot,
                   r.todos, r.recommended_items, r.notifications,
            """ + ChatMapper.ROUND_COLUMNS + """

              FROM chat c
              JOIN profile p ON p.id = c.profile_id AND p.tenant_id = c.tenant_id
              JOIN round r ON r.chat_id = c.id AND r.tenant_id = c.tenant_id
              JOIN pipeline_run a ON a.round_id = r.id AND a.run_no = r.run_no AND a.tenant_id = r.tenant_id
              LEFT JOIN chat_session s ON s.chat_id = c.id AND s.tenant_id = c.tenant_id
             WHERE c.tenant_id = ? AND c.id = ?
             ORDER BY r.round_no""";

    private final Sql sql;

    SqlTenantChats(Sql sql) {
        this.sql = sql;
    }

    private record PageRow(
            long total, @Nullable Item item, @Nullable RoundRef round) {}

    @Override
    public TenantChatPage page(TenantId tenant, ChatFilter filter, PageRequest page) {
        StringBuilder conditions = new StringBuilder();
        List<Object> parameters = new ArrayList<>(List.of(tenant.value()));
        if (filter.profile() != null) {
            conditions.append(" AND c.profile_id = ?");
            parameters.add(filter.profile().value());
        }
        if (filter.from() != null) {
            conditions.append(" AND c.created_at >= ?");
            parameters.add(filter.from());
        }
        if (filter.to() != null) {
            conditions.append(" AND c.created_at < ?");
            parameters.add(filter.to());
        }
        if (!filter.states().isEmpty()) {
            conditions.append(IN_STATES);
            parameters.add(filter.states().stream().map(RoundState::name).toArray(String[]::new));
        }
        parameters.add(page.limit());
        parameters.add(page.offset());
        String order = page.order() == PageRequest.Order.ASC ? "ASC" : "DESC";
        List<PageRow> rows = sql.all(PAGE.formatted(conditions, order), SqlTenantChats::pageRow, parameters.toArray());
        return new TenantChatPage(items(rows), rows.get(0).total(), page);
    }

    private static PageRow pageRow(ResultSet row) throws SQLException {
        long total = row.getLong("total");
        if (row.getObject("id") == null) {
            return new PageRow(total, null, null);
        }
        RoundRef round = row.getObject("round_id") == null
                ? null
                : new RoundRef(
                        row.getInt("round_no"),
                        new RoundId(Sql.uuid(row, "round_id")),
                        RoundState.valueOf(row.getString("state")));
        Item item = new Item(
                new ChatId(Sql.uuid(row, "id")),
                new ProfileId(Sql.uuid(row, "profile_id")),
                ChatMapper.summary(row),
                Sql.instant(row, "created_at"),
                List.of());
        return new PageRow(total, item, round);
    }

    private static List<Item> items(List<PageRow> rows) {
        Map<ChatId, Item> heads = new LinkedHashMap<>();
        Map<ChatId, List<RoundRef>> rounds = new LinkedHashMap<>();
        for (PageRow row : rows) {
            if (row.item() != null) {
                ChatId chat = row.item().chat();
                heads.putIfAbsent(chat, row.item());
                List<RoundRef> ofChat = rounds.computeIfAbsent(chat, id -> new ArrayList<>());
                if (row.round() != null) {
                    ofChat.add(row.round());
                }
            }
        }
        return heads.values().stream()
                .map(head -> new Item(
                        head.chat(),
                        head.profile(),
                        head.profileSummary(),
                        head.createdAt(),
                        rounds.getOrDefault(head.chat(), List.of())))
                .toList();
    }

    private record Head(
            ProfileId profile,
            ProfileSummary summary,
            @Nullable StoreId store,
            Instant createdAt,
            TenantChat.@Nullable Session session) {}

    private record HeadAndRound(Head head, RoundView round, TenantChat.Run run) {}

    @Override
    public Optional<TenantChat> chat(TenantId tenant, ChatId chat) {
        List<HeadAndRound> rows = sql.all(CHAT, SqlTenantChats::headAndRound, tenant.value(), chat.value());
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Head head = rows.get(0).head();
        List<RoundView> rounds = rows.stream().map(HeadAndRound::round).toList();
        ChatView view = new ChatView(chat, head.profile(), head.summary(), head.store(), head.createdAt(), rounds);
        return Optional.of(new TenantChat(
                view, head.session(), rows.stream().map(HeadAndRound::run).toList()));
    }

    private static HeadAndRound headAndRound(ResultSet row) throws SQLException {
        String store = row.getString("store_id");
        Head head = new Head(
                new ProfileId(Sql.uuid(row, "profile_id")),
                ChatMapper.summary(row),
                store == null ? null : new StoreId(store),
                Sql.instant(row, "created_at"),
                row.getObject("visit_id") == null ? null : session(row));
        return new HeadAndRound(head, ChatMapper.view(row), run(row));
    }

    private static TenantChat.Session session(ResultSet row) throws SQLException {
        Instant endedAt = Sql.instantOrNull(row, "ended_at");
        return new TenantChat.Session(
                new VisitId(Sql.uuid(row, "visit_id")),
                endedAt == null
                        ? null
                        : new ChatSession.Ending(endedAt, ChatSession.Reason.valueOf(row.getString("end_reason"))));
    }

    private static TenantChat.Run run(ResultSet row) throws SQLException {
        Map<PipelineStep, Instant> doneAt = new EnumMap<>(PipelineStep.class);
        for (PipelineStep step : PipelineStep.values()) {
            Instant done = Sql.instantOrNull(row, "step" + step.number() + "_at");
            if (done != null) {
                doneAt.put(step, done);
            }
        }
        RunCodec.Output output = RunCodec.output(row.getString("snapshot"));
        return new TenantChat.Run(
                row.getInt("run_no"),
                Sql.instant(row, "accepted_at"),
                doneAt,
                Sql.instantOrNull(row, "settled_at"),
                output.steps(),
                output.upstream());
    }
}
