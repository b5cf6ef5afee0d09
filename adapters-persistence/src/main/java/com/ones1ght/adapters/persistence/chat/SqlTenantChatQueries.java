package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.adapters.persistence.shared.Row;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.SqlStatement;
import com.ones1ght.application.chat.ChatFilter;
import com.ones1ght.application.chat.ChatView;
import com.ones1ght.application.chat.RoundView;
import com.ones1ght.application.chat.TenantChat;
import com.ones1ght.application.chat.TenantChatPage;
import com.ones1ght.application.chat.TenantChatPage.Item;
import com.ones1ght.application.chat.TenantChatPage.RoundRef;
import com.ones1ght.application.chat.port.TenantChatQueries;
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
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a tenant's chats, in one statement each. */
final class SqlTenantChatQueries implements TenantChatQueries {

    /** {@code %1$s} are the chats by {@code id} and {@code created_at}, {@code %2$s} is the order. */
    private static final String PAGE = """
            WITH matching AS NOT MATERIALIZED (%1$s),
            head AS (SELECT count(*) AS total FROM matching),
            paged AS (
                SELECT * FROM matching ORDER BY created_at %2$s, id %2$s LIMIT :page.limit OFFSET :page.offset)
            SELECT h.total, c.id, c.profile_id, c.created_at, p.name, p.gender, p.age, p.locale,
                   r.round_no, r.id AS round_id, r.state
              FROM head h
              LEFT JOIN paged m ON true
              LEFT JOIN chat c ON c.id = m.id AND c.tenant_id = :tenant
              LEFT JOIN profile p ON p.id = c.profile_id AND p.tenant_id = :tenant
              LEFT JOIN round r ON r.chat_id = c.id AND r.tenant_id = :tenant
             ORDER BY c.created_at %2$s, c.id %2$s, r.round_no""";

    private static final String CHATS = "SELECT c.id, c.created_at FROM chat c WHERE c.tenant_id = :tenant%s";

    private static final String OF_PROFILE = " AND c.profile_id = :filter.profile";

    /** For the few chats of a profile, or with a run that has not ended. */
    private static final String IN_STATES = """

                   AND (SELECT l.state FROM round l WHERE l.chat_id = c.id AND l.tenant_id = :tenant
                         ORDER BY l.round_no DESC LIMIT 1) = ANY (:states)""";

    private static final String RUNNING = IN_STATES + """

                   AND c.id IN (SELECT a.chat_id FROM pipeline_run a
                                 WHERE a.tenant_id = :tenant AND a.settled_at IS NULL)""";

    /** Of a state that ends a round; {@code %1$s} is its name, {@code %2$s} are the conditions. */
    private static final String ENDED = """
            SELECT c.chat_id AS id, c.chat_at AS created_at
              FROM chat_state c WHERE c.tenant_id = :tenant AND c.state = '%1$s'%2$s""";

    private static final String CHAT = """
            SELECT c.profile_id, c.created_at, p.name, p.gender, p.age, p.locale, p.store_id,
                   s.visit_id, s.ended_at, s.end_reason,
                   a.accepted_at, a.step1_at, a.step2_at, a.step3_at, a.step4_at, a.settled_at, a.snapshot,
                   a.packed, r.id AS packed_round,
                   r.todos, r.recommended_items, r.notifications, r.guard, %s
              FROM chat c
              JOIN profile p ON p.id = c.profile_id AND p.tenant_id = c.tenant_id
              JOIN round r ON r.chat_id = c.id AND r.tenant_id = c.tenant_id
              JOIN pipeline_run a ON a.round_id = r.id AND a.run_no = r.run_no AND a.tenant_id = r.tenant_id
              LEFT JOIN chat_session s ON s.chat_id = c.id AND s.tenant_id = c.tenant_id
             WHERE c.tenant_id = :tenant AND c.id = :chat
             ORDER BY r.round_no""".formatted(ChatMapper.ROUND_COLUMNS);

    private final Sql sql;

    SqlTenantChatQueries(Sql sql) {
        this.sql = sql;
    }

    /** @param item without its rounds */
    private record PageRow(Item item, @Nullable RoundRef round) {}

    /** @param chat without its rounds and runs */
    private record ChatRow(TenantChat chat, RoundView round, TenantChat.Run run) {}

    @Override
    public TenantChatPage page(TenantId tenant, ChatFilter filter, PageRequest page) {
        SqlStatement.Slice<PageRow> slice = sql.statement(PAGE.formatted(matching(filter), page.order()))
                .bind("tenant", tenant)
                .bind("filter", filter)
                .bind(
                        "states",
                        filter.states().stream()
                                .filter(state -> filter.profile() != null || !state.isSettled())
                                .map(RoundState::name)
                                .toArray(String[]::new))
                .bind("page", page)
                .slice("id", SqlTenantChatQueries::pageRow)
                .orElseThrow();
        return new TenantChatPage(items(slice.items()), slice.total(), page);
    }

    private static String matching(ChatFilter filter) {
        if (filter.profile() != null) {
            return CHATS.formatted(
                    OF_PROFILE + within(filter, "created_at") + (filter.states().isEmpty() ? "" : IN_STATES));
        }
        if (filter.states().isEmpty()) {
            return CHATS.formatted(within(filter, "created_at"));
        }
        // One index scan each, which the database merges in their order.
        Stream<String> ended = filter.states().stream()
                .filter(RoundState::isSettled)
                .sorted()
                .map(state -> ENDED.formatted(state, within(filter, "chat_at")));
        Stream<String> running = filter.states().stream().allMatch(RoundState::isSettled)
                ? Stream.empty()
                : Stream.of(CHATS.formatted(within(filter, "created_at") + RUNNING));
        return Stream.concat(ended, running).collect(Collectors.joining("\nUNION ALL\n"));
    }

    private static String within(ChatFilter filter, String createdAt) {
        return (filter.from() == null ? "" : " AND c." + createdAt + " >= :filter.from")
                + (filter.to() == null ? "" : " AND c." + createdAt + " < :filter.to");
    }

    private static PageRow pageRow(Row row) {
        Item item = new Item(
                row.id("id", ChatId::new),
                row.id("profile_id", ProfileId::new),
                ChatMapper.summary(row),
                row.instant("created_at"),
                List.of());
        return new PageRow(item, row.isNull("round_id") ? null : roundRef(row));
    }

    private static RoundRef roundRef(Row row) {
        return new RoundRef(
                row.integer("round_no"), row.id("round_id", RoundId::new), row.constant("state", RoundState.class));
    }

    private static List<Item> items(List<PageRow> rows) {
        Map<ChatId, List<PageRow>> byChat = rows.stream()
                .collect(Collectors.groupingBy(row -> row.item().chat(), LinkedHashMap::new, Collectors.toList()));
        return byChat.values().stream()
                .map(ofChat -> withRounds(
                        ofChat.get(0).item(),
                        ofChat.stream()
                                .map(PageRow::round)
                                .filter(Objects::nonNull)
                                .toList()))
                .toList();
    }

    private static Item withRounds(Item item, List<RoundRef> rounds) {
        return new Item(item.chat(), item.profile(), item.profileSummary(), item.createdAt(), rounds);
    }

    @Override
    public Optional<TenantChat> chat(TenantId tenant, ChatId chat) {
        List<ChatRow> rows =
                sql.statement(CHAT).bind("tenant", tenant).bind("chat", chat).list(row -> chatRow(row, chat));
        return rows.stream()
                .findFirst()
                .map(ChatRow::chat)
                .map(head -> new TenantChat(
                        withRounds(
                                head.chat(), rows.stream().map(ChatRow::round).toList()),
                        head.session(),
                        rows.stream().map(ChatRow::run).toList()));
    }

    private static ChatView withRounds(ChatView view, List<RoundView> rounds) {
        return new ChatView(view.id(), view.profile(), view.profileSummary(), view.store(), view.createdAt(), rounds);
    }

    private static ChatRow chatRow(Row row, ChatId chat) {
        ChatView view = new ChatView(
                chat,
                row.id("profile_id", ProfileId::new),
                ChatMapper.summary(row),
                row.textOrNull("store_id", StoreId::new),
                row.instant("created_at"),
                List.of());
        TenantChat head = new TenantChat(view, row.isNull("visit_id") ? null : session(row), List.of());
        return new ChatRow(head, ChatMapper.view(row), run(row));
    }

    private static TenantChat.Session session(Row row) {
        Instant endedAt = row.instantOrNull("ended_at");
        return new TenantChat.Session(
                row.id("visit_id", VisitId::new),
                endedAt == null
                        ? null
                        : new ChatSession.Ending(endedAt, row.constant("end_reason", ChatSession.Reason.class)));
    }

    private static TenantChat.Run run(Row row) {
        Map<PipelineStep, Instant> doneAt = new EnumMap<>(PipelineStep.class);
        for (PipelineStep step : PipelineStep.values()) {
            Instant done = row.instantOrNull("step" + step.number() + "_at");
            if (done != null) {
                doneAt.put(step, done);
            }
        }
        RunCodec.Output output = RunCodec.output(row);
        return new TenantChat.Run(
                row.integer("run_no"),
                row.instant("accepted_at"),
                doneAt,
                row.instantOrNull("settled_at"),
                output.steps(),
                output.upstream());
    }
}
