package com.ones1ght.adapters.persistence.profile;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.profile.port.TemporaryProfiles;
import com.ones1ght.domain.access.KeyLine;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import java.util.List;

/** The profiles with an end. */
final class SqlTemporaryProfiles implements TemporaryProfiles {

    private static final String ADD = """
            UPDATE profile SET usable_until = greatest(usable_until, :until)
             WHERE id = :profile AND tenant_id = :owner.tenant AND key_line_id = :owner.line""";

    private static final String PROLONG = ADD + " AND usable_until IS NOT NULL";

    private static final String USABLE_BEFORE = """
            SELECT /* all tenants */ id, tenant_id, key_line_id FROM profile
             WHERE usable_until < :instant ORDER BY usable_until LIMIT :limit""";

    private final Sql sql;

    SqlTemporaryProfiles(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Owner owner, ProfileId profile, Instant usableUntil) {
        update(ADD, owner, profile, usableUntil);
    }

    @Override
    public void prolong(Owner owner, ProfileId profile, Instant usableUntil) {
        update(PROLONG, owner, profile, usableUntil);
    }

    private void update(String text, Owner owner, ProfileId profile, Instant usableUntil) {
        sql.statement(text)
                .bind("owner", owner)
                .bind("profile", profile)
                .bind("until", usableUntil)
                .update();
    }

    @Override
    public List<Temporary> usableBefore(Instant instant, int limit) {
        return sql.statement(USABLE_BEFORE)
                .bind("instant", instant)
                .bind("limit", limit)
                .list(row -> new Temporary(
                        new Owner(row.id("tenant_id", TenantId::new), row.id("key_line_id", KeyLine::new)),
                        row.id("id", ProfileId::new)));
    }
}
