package com.ones1ght.adapters.persistence.event;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.event.TriggeredRound;
import com.ones1ght.application.event.TriggeredRound.Offers;
import com.ones1ght.application.event.port.TriggeredRounds;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The rounds that triggers are about, in one statement. */
final class SqlTriggeredRounds implements TriggeredRounds {

    /** The lock is the one that an erasure waits for; triggers do not wait for each other by it. */
    private static final String HOLD = """
            SELECT p.store_id, r.language, r.recommended_items, r.notifications, r.upsell_index, r.back_list_index
              FROM profile p
              JOIN chat c ON c.profile_id = p.id AND c.tenant_id = p.tenant_id
              JOIN round r ON r.chat_id = c.id AND r.tenant_id = c.tenant_id
             WHERE p.id = ? AND p.tenant_id = ? AND p.key_line_id = ? AND c.id = ? AND r.id = ?
               FOR KEY SHARE OF p""";

    private final Sql sql;

    SqlTriggeredRounds(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<TriggeredRound> hold(Owner owner, ProfileId profile, ChatId chat, RoundId round) {
        return sql.first(
                HOLD,
                SqlTriggeredRounds::round,
                profile.value(),
                owner.tenant().value(),
                owner.line().value(),
                chat.value(),
                round.value());
    }

    private static TriggeredRound round(ResultSet row) throws SQLException {
        String store = row.getString("store_id");
        return new TriggeredRound(
                store == null ? null : new StoreId(store),
                Language.valueOf(row.getString("language")),
                new Offers(
                        Sql.fragmentOrNull(row, "recommended_items"),
                        Sql.fragmentOrNull(row, "notifications"),
                        Sql.fragmentOrNull(row, "upsell_index"),
                        Sql.fragmentOrNull(row, "back_list_index")));
    }
}
