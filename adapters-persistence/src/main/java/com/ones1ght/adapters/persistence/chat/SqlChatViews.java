package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.chat.ChatPage;
import com.ones1ght.application.chat.ChatPage.RoundRef;
import com.ones1ght.application.chat.ChatView;
import com.ones1ght.application.chat.RoundView;
import com.ones1ght.application.chat.port.ChatViews;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.recommendation.RoundResult;
import com.ones1ght.domain.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads chats in one statement each. */
final class SqlChatViews implements ChatViews {

    private static final String HEAD_AND_ROUNDS = """
            , r.todos, r.recommended_items, r.notifications
              FROM profile p
              JOIN chat c ON c.profile_id = p.id AND c.tenant_id = p.tenant_id
            """;

    private static final String OWNED =
            " WHERE p.id = ? AND p.tenant_id = ? AND p.key_line_id = ? AND c.id = ? ORDER BY r.round_no";

    /** The profile's texts are in the first row only, so that they are not repeated with every round. */
    private static final String CHAT = """
            SELECT c.created_at,
                   CASE WHEN r.round_no > 1 THEN NULL ELSE p.name END AS name,
                   CASE WHEN r.round_no > 1 THEN NULL ELSE p.gender END AS gender,
                   p.age, p.locale, p.store_id,
            """
            + ChatMapper.ROUND_COLUMNS + HEAD_AND_ROUNDS
            + " LEFT JOIN round r ON r.chat_id = c.id AND r.tenant_id = c.tenant_id" + OWNED;

    private static final String ROUND = "SELECT c.created_at, p.name, p.gender, p.age, p.locale, p.store_id, "
            + ChatMapper.ROUND_COLUMNS + HEAD_AND_ROUNDS
            + " JOIN round r ON r.chat_id = c.id AND r.tenant_id = c.tenant_id AND r.id = ?" + OWNED;

    private static final String RESULT = "SELECT " + RunCodec.RESULT_COLUMNS + """
              FROM profile p
              JOIN chat c ON c.profile_id = p.id AND c.tenant_id = p.tenant_id
              JOIN round r ON r.chat_id = c.id AND r.tenant_id = c.tenant_id AND r.id = ?
            """ + OWNED;

    /** {@code %1$s} is the order, the same for both columns, so that the index applies. */
    private static final String PAGE = """
            WITH owned AS (
                SELECT id, tenant_id FROM profile WHERE id = ? AND tenant_id = ? AND key_line_id = ?),
            counted AS (
                SELECT count(*) AS total FROM owned o JOIN chat c ON c.profile_id = o.id AND c.tenant_id = o.tenant_id),
            paged AS (
                SELECT c.id, c.tenant_id, c.created_at
                  FROM owned o JOIN chat c ON c.profile_id = o.id AND c.tenant_id = o.tenant_id
                 ORDER BY c.created_at %1$s, c.id %1$s LIMIT ? OFFSET ?)
            SELECT n.total, c.id, c.created_at, r.round_no, r.id AS round_id
              FROM owned o CROSS JOIN counted n
              LEFT JOIN paged c ON true
              LEFT JOIN round r ON r.chat_id = c.id AND r.tenant_id = c.tenant_id
             ORDER BY c.created_at %1$s, c.id %1$s, r.round_no""";

    private static final String PAGE_ASCENDING = PAGE.formatted("ASC");
    private static final String PAGE_DESCENDING = PAGE.formatted("DESC");

    private final Sql sql;

    SqlChatViews(Sql sql) {
        this.sql = sql;
    }

    private record Head(
            Instant createdAt,
            ChatView.ProfileSummary summary,
            @Nullable StoreId store) {}

    private record HeadAndRound(Head head, @Nullable RoundView round) {}

    private record PageRow(
            long total,
            @Nullable ChatId chat,
            @Nullable Instant createdAt,
            @Nullable RoundRef round) {}

    @Override
    public Optional<ChatView> chat(Owner owner, ProfileId profile, ChatId chat) {
        return view(
                profile,
                chat,
                sql.all(
                        CHAT,
                        SqlChatViews::headAndRound,
                        profile.value(),
                        owner.tenant().value(),
                        owner.line().value(),
                        chat.value()));
    }

    @Override
    public Optional<ChatView> round(Owner owner, ProfileId profile, ChatId chat, RoundId round) {
        return view(
                profile,
                chat,
                sql.all(
                        ROUND,
                        SqlChatViews::headAndRound,
                        round.value(),
                        profile.value(),
                        owner.tenant().value(),
                        owner.line().value(),
                        chat.value()));
    }

    @Override
    public Optional<RoundResult> result(Owner owner, ProfileId profile, ChatId chat, RoundId round) {
        return sql.first(
                RESULT,
                RunCodec::readResult,
                round.value(),
                profile.value(),
                owner.tenant().value(),
                owner.line().value(),
                chat.value());
    }

    private static Optional<ChatView> view(ProfileId profile, ChatId chat, List<HeadAndRound> rows) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Head head = rows.get(0).head();
        List<RoundView> rounds = new ArrayList<>(rows.size());
        for (HeadAndRound row : rows) {
            if (row.round() != null) {
                rounds.add(row.round());
            }
        }
        return Optional.of(new ChatView(chat, profile, head.summary(), head.store(), head.createdAt(), rounds));
    }

    private static HeadAndRound headAndRound(ResultSet row) throws SQLException {
        String store = row.getString("store_id");
        Head head = new Head(
                Sql.instant(row, "created_at"), ChatMapper.summary(row), store == null ? null : new StoreId(store));
        return new HeadAndRound(head, row.getObject("round_id") == null ? null : ChatMapper.view(row));
    }

    @Override
    public Optional<ChatPage> page(Owner owner, ProfileId profile, PageRequest page) {
        List<PageRow> rows = sql.all(
                page.order() == PageRequest.Order.ASC ? PAGE_ASCENDING : PAGE_DESCENDING,
                SqlChatViews::pageRow,
                profile.value(),
                owner.tenant().value(),
                owner.line().value(),
                page.limit(),
                page.offset());
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new ChatPage(items(rows), rows.get(0).total(), page));
    }

    private static PageRow pageRow(ResultSet row) throws SQLException {
        long total = row.getLong("total");
        if (row.getObject("id") == null) {
            return new PageRow(total, null, null, null);
        }
        RoundRef round = row.getObject("round_id") == null
                ? null
                : new RoundRef(row.getInt("round_no"), new RoundId(Sql.uuid(row, "round_id")));
        return new PageRow(total, new ChatId(Sql.uuid(row, "id")), Sql.instant(row, "created_at"), round);
    }

    private static List<ChatPage.Item> items(List<PageRow> rows) {
        Map<ChatId, Instant> heads = new LinkedHashMap<>();
        Map<ChatId, List<RoundRef>> rounds = new LinkedHashMap<>();
        for (PageRow row : rows) {
            if (row.chat() != null && row.createdAt() != null) {
                heads.put(row.chat(), row.createdAt());
                List<RoundRef> ofChat = rounds.computeIfAbsent(row.chat(), id -> new ArrayList<>());
                if (row.round() != null) {
                    ofChat.add(row.round());
                }
            }
        }
        return heads.entrySet().stream()
                .map(head -> new ChatPage.Item(
                        head.getKey(), rounds.getOrDefault(head.getKey(), List.of()), head.getValue()))
                .toList();
    }
}
