package com.ones1ght.adapters.persistence.event;

import com.ones1ght.adapters.persistence.shared.RecordJson;
import com.ones1ght.adapters.persistence.shared.Row;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.event.port.ShopperPositions;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.store.StoreId;
import com.ones1ght.domain.store.Whereabouts;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where shoppers are: one row for each profile that has been near a signage. */
final class SqlShopperPositions implements ShopperPositions {

    private static final String FIND = """
            SELECT p.store_id AS profile_store_id, w.store_id, w.near, w.noted_at
              FROM profile p
              JOIN chat c ON c.profile_id = p.id AND c.tenant_id = p.tenant_id
              JOIN round r ON r.chat_id = c.id AND r.tenant_id = c.tenant_id
              LEFT JOIN whereabouts w ON w.profile_id = p.id AND w.tenant_id = p.tenant_id
             WHERE p.id = :profile AND p.tenant_id = :owner.tenant AND p.key_line_id = :owner.line
               AND c.id = :chat AND r.id = :round""";

    /** The needless update locks the row that is there, and returns it as it is after the wait. */
    private static final String LOCK = """
            INSERT INTO whereabouts (profile_id, tenant_id, store_id, near, noted_at)
            VALUES (:profile, :tenant, :store, '[]', :now)
            ON CONFLICT (profile_id, tenant_id) DO UPDATE SET profile_id = excluded.profile_id
            RETURNING store_id, near, noted_at""";

    private static final String SAVE = """
            UPDATE whereabouts SET store_id = :store, near = :near, noted_at = :notedAt
             WHERE profile_id = :profile AND tenant_id = :tenant""";

    private static final String NOTE = """
            UPDATE whereabouts SET noted_at = :now
             WHERE profile_id = :profile AND tenant_id = :tenant AND noted_at < :now""";

    private final Sql sql;

    SqlShopperPositions(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<LastSeen> find(Owner owner, ProfileId profile, ChatId chat, RoundId round) {
        return sql.statement(FIND)
                .bind("owner", owner)
                .bind("profile", profile)
                .bind("chat", chat)
                .bind("round", round)
                .first(row -> new LastSeen(
                        row.textOrNull("profile_store_id", StoreId::new),
                        row.isNull("noted_at") ? null : whereabouts(row)));
    }

    @Override
    public Whereabouts lock(TenantId tenant, ProfileId profile, StoreId store, Instant now) {
        return sql.statement(LOCK)
                .bind("tenant", tenant)
                .bind("profile", profile)
                .bind("store", store)
                .bind("now", now)
                .single(SqlShopperPositions::whereabouts);
    }

    @Override
    public void save(TenantId tenant, ProfileId profile, Whereabouts whereabouts) {
        sql.statement(SAVE)
                .bind("tenant", tenant)
                .bind("profile", profile)
                .bind("store", whereabouts.store())
                .bind("near", List.copyOf(whereabouts.near()))
                .bind("notedAt", whereabouts.notedAt())
                .update();
    }

    @Override
    public void note(TenantId tenant, ProfileId profile, Instant now) {
        sql.statement(NOTE)
                .bind("tenant", tenant)
                .bind("profile", profile)
                .bind("now", now)
                .update();
    }

    private static Whereabouts whereabouts(Row row) {
        return new Whereabouts(
                new StoreId(row.text("store_id")),
                Set.of(RecordJson.read(row.text("near"), Integer[].class)),
                row.instant("noted_at"));
    }
}
