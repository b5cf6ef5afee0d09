package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.adapters.persistence.shared.PackedTexts;
import com.ones1ght.adapters.persistence.shared.Row;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.SqlStatement;
import com.ones1ght.application.chat.ChatHead;
import com.ones1ght.application.chat.ChatHead.RoundHead;
import com.ones1ght.application.chat.ChatPage;
import com.ones1ght.application.chat.ChatPage.RoundRef;
import com.ones1ght.application.chat.ChatView;
import com.ones1ght.application.chat.RoundView;
import com.ones1ght.application.chat.port.ChatQueries;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.application.shared.PageRequest.Order;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.recommendation.RoundResult;
import com.ones1ght.domain.store.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the chats of a profile, in one statement each. */
final class SqlChatQueries implements ChatQueries {

    private static final String OF_PROFILE = """
              FROM profile p
              JOIN chat c ON c.profile_id = p.id AND c.tenant_id = p.tenant_id
            """;

    private static final String OWNED = """

             WHERE p.id = :profile AND p.tenant_id = :owner.tenant AND p.key_line_id = :owner.line AND c.id = :chat
             ORDER BY r.round_no""";

    private static final String ONE_ROUND =
            " JOIN round r ON r.chat_id = c.id AND r.tenant_id = c.tenant_id AND r.id = :round";

    private static final String ALL_ROUNDS = " LEFT JOIN round r ON r.chat_id = c.id AND r.tenant_id = c.tenant_id";

    private static final String DOCUMENTS =
            ", r.todos, r.recommended_items, r.notifications, r.guard, " + PackedTexts.COLUMNS + "\n";

    /** Only the row of the first round has the profile's texts. */
    private static final String CHAT = """
            SELECT c.created_at,
                   CASE WHEN r.round_no > 1 THEN NULL ELSE p.name END AS name,
                   CASE WHEN r.round_no > 1 THEN NULL ELSE p.gender END AS gender,
                   p.age, p.locale, p.store_id,
            """ + ChatMapper.ROUND_COLUMNS + DOCUMENTS + OF_PROFILE + ALL_ROUNDS + OWNED;

    private static final String ROUND = "SELECT c.created_at, p.name, p.gender, p.age, p.locale, p.store_id, "
            + ChatMapper.ROUND_COLUMNS + DOCUMENTS + OF_PROFILE + ONE_ROUND + OWNED;

    private static final String HEAD =
            "SELECT p.name, p.gender, p.age, p.locale, p.store_id, r.id AS round_id, r.state, r.version\n" + OF_PROFILE
                    + ALL_ROUNDS + OWNED;

    private static final String RESULT = "SELECT " + RunCodec.RESULT_COLUMNS + "\n" + OF_PROFILE + ONE_ROUND + OWNED;

    /**
     * {@code %1$s} is the order; the same for both columns, so that the index serves it. Reads indexes alone.
     */
    private static final String PAGED = """
            WITH owned AS (
                SELECT id, tenant_id FROM profile
                 WHERE id = :profile AND tenant_id = :owner.tenant AND key_line_id = :owner.line),
            counted AS (
                SELECT count(*) AS total FROM chat
                 WHERE profile_id = (SELECT id FROM owned) AND tenant_id = :owner.tenant),
            paged AS (
                SELECT id, created_at FROM chat
                 WHERE profile_id = (SELECT id FROM owned) AND tenant_id = :owner.tenant
                 ORDER BY created_at %1$s, id %1$s LIMIT :page.limit OFFSET :page.offset)
            """;

    private static final Map<Order, String> PAGE = ofOrders(PAGED + """
            SELECT n.total, c.id, c.created_at, r.round_no, r.id AS round_id
              FROM owned o CROSS JOIN counted n
              LEFT JOIN paged c ON true
              LEFT JOIN round r ON r.chat_id = c.id AND r.tenant_id = :owner.tenant
             ORDER BY c.created_at %1$s, c.id %1$s, r.round_no""");

    private static final Map<Order, String> EXTENT = ofOrders(PAGED + """
            SELECT n.total AS chats,
                   (SELECT count(*) FROM paged c JOIN round r ON r.chat_id = c.id AND r.tenant_id = :owner.tenant) AS rounds
              FROM owned o CROSS JOIN counted n""");

    private final Sql sql;

    SqlChatQueries(Sql sql) {
        this.sql = sql;
    }

    private record ChatRow(ChatView head, @Nullable RoundView round) {}

    private record PageRow(
            ChatId chat, Instant createdAt, @Nullable RoundRef round) {}

    @Override
    public Optional<ChatView> chat(Owner owner, ProfileId profile, ChatId chat) {
        return view(statement(CHAT, owner, profile, chat).list(row -> chatRow(row, profile, chat)));
    }

    @Override
    public Optional<ChatView> round(Owner owner, ProfileId profile, ChatId chat, RoundId round) {
        return view(
                statement(ROUND, owner, profile, chat).bind("round", round).list(row -> chatRow(row, profile, chat)));
    }

    @Override
    public Optional<ChatHead> head(Owner owner, ProfileId profile, ChatId chat) {
        List<ChatHead> rows = statement(HEAD, owner, profile, chat).list(SqlChatQueries::headRow);
        return rows.stream()
                .findFirst()
                .map(head -> new ChatHead(
                        head.profileSummary(),
                        head.store(),
                        rows.stream().flatMap(row -> row.rounds().stream()).toList()));
    }

    private static ChatHead headRow(Row row) {
        return new ChatHead(
                ChatMapper.summary(row),
                row.textOrNull("store_id", StoreId::new),
                row.isNull("round_id")
                        ? List.of()
                        : List.of(new RoundHead(
                                row.id("round_id", RoundId::new),
                                row.constant("state", RoundState.class),
                                row.number("version"))));
    }

    @Override
    public Optional<RoundResult> result(Owner owner, ProfileId profile, ChatId chat, RoundId round) {
        return statement(RESULT, owner, profile, chat)
                .bind("round", round)
                .first(row -> RunCodec.readResult(RunCodec.documents(row)));
    }

    private SqlStatement statement(String text, Owner owner, ProfileId profile, ChatId chat) {
        return sql.statement(text).bind("owner", owner).bind("profile", profile).bind("chat", chat);
    }

    private static ChatRow chatRow(Row row, ProfileId profile, ChatId chat) {
        ChatView head = new ChatView(
                chat,
                profile,
                ChatMapper.summary(row),
                row.textOrNull("store_id", StoreId::new),
                row.instant("created_at"),
                List.of());
        return new ChatRow(head, row.isNull("round_id") ? null : ChatMapper.view(row));
    }

    private static Optional<ChatView> view(List<ChatRow> rows) {
        return rows.stream()
                .findFirst()
                .map(ChatRow::head)
                .map(head -> new ChatView(
                        head.id(),
                        head.profile(),
                        head.profileSummary(),
                        head.store(),
                        head.createdAt(),
                        rows.stream()
                                .map(ChatRow::round)
                                .filter(Objects::nonNull)
                                .toList()));
    }

    @Override
    public Optional<ChatPage> page(Owner owner, ProfileId profile, PageRequest page) {
        return paged(PAGE, owner, profile, page)
                .slice("id", SqlChatQueries::pageRow)
                .map(slice -> new ChatPage(items(slice.items()), slice.total(), page));
    }

    @Override
    public Optional<ChatPage.Extent> extent(Owner owner, ProfileId profile, PageRequest page) {
        return paged(EXTENT, owner, profile, page)
                .first(row -> new ChatPage.Extent(row.number("chats"), row.number("rounds")));
    }

    private SqlStatement paged(Map<Order, String> texts, Owner owner, ProfileId profile, PageRequest page) {
        return sql.statement(texts.get(page.order()))
                .bind("owner", owner)
                .bind("profile", profile)
                .bind("page", page);
    }

    private static Map<Order, String> ofOrders(String text) {
        Map<Order, String> texts = new EnumMap<>(Order.class);
        for (Order order : Order.values()) {
            texts.put(order, text.formatted(order));
        }
        return texts;
    }

    private static PageRow pageRow(Row row) {
        return new PageRow(
                row.id("id", ChatId::new),
                row.instant("created_at"),
                row.isNull("round_id")
                        ? null
                        : new RoundRef(row.integer("round_no"), row.id("round_id", RoundId::new)));
    }

    /** The rows of a chat follow each other. */
    private static List<ChatPage.Item> items(List<PageRow> rows) {
        List<ChatPage.Item> items = new ArrayList<>();
        for (int from = 0, to = 0; from < rows.size(); from = to) {
            PageRow first = rows.get(from);
            List<RoundRef> rounds = new ArrayList<>(1);
            for (; to < rows.size() && rows.get(to).chat().equals(first.chat()); to++) {
                if (rows.get(to).round() != null) {
                    rounds.add(rows.get(to).round());
                }
            }
            items.add(new ChatPage.Item(first.chat(), rounds, first.createdAt()));
        }
        return items;
    }
}
