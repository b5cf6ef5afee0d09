package com.ones1ght.adapters.persistence.profile;

import com.ones1ght.adapters.persistence.shared.GroupedCalls;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.Transactions;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.ProfileFacts;
import com.ones1ght.domain.profile.ProfileId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The facts of profiles, which every kickoff reads. Those that are read at once, outside of transactions, are read together. */
final class SqlProfileFacts {

    private static final String FIND = """
            SELECT name, gender, age, locale, persona, store_id, additional
              FROM profile WHERE id = :profile AND tenant_id = :owner.tenant AND key_line_id = :owner.line""";

    /** Erasures wait for this lock; other operations below the profile do not. */
    private static final String HOLD = FIND + " FOR KEY SHARE";

    private static final String FIND_GROUP = """
            /* all tenants */
            SELECT a.place, p.name, p.gender, p.age, p.locale, p.persona, p.store_id, p.additional
              FROM unnest(:group.tenants, :group.lines, :group.profiles) WITH ORDINALITY
                AS a (tenant_id, line_id, profile_id, place)
              JOIN profile p ON p.id = a.profile_id AND p.tenant_id = a.tenant_id AND p.key_line_id = a.line_id""";

    private final Sql sql;
    private final Transactions transactions;
    private final GroupedCalls<Reading> grouped = new GroupedCalls<>(this::findGroup);

    SqlProfileFacts(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** Facts to be read, and what was found. Whoever waits for the group sees what its thread has written. */
    private static final class Reading {

        private final Owner owner;
        private final ProfileId profile;
        private @Nullable ProfileFacts found;

        private Reading(Owner owner, ProfileId profile) {
            this.owner = owner;
            this.profile = profile;
        }
    }

    /** The columns of {@code :group}. */
    private record Group(List<Reading> readings) {

        public UUID[] tenants() {
            return ids(reading -> reading.owner.tenant().value());
        }

        public UUID[] lines() {
            return ids(reading -> reading.owner.line().value());
        }

        public UUID[] profiles() {
            return ids(reading -> reading.profile.value());
        }

        private UUID[] ids(Function<Reading, UUID> id) {
            return readings.stream().map(id).toArray(UUID[]::new);
        }
    }

    Optional<ProfileFacts> find(Owner owner, ProfileId profile) {
        Reading reading = new Reading(owner, profile);
        boolean isRead = !transactions.isActive() && grouped.call(reading);
        return isRead ? Optional.ofNullable(reading.found) : alone(FIND, owner, profile);
    }

    Optional<ProfileFacts> hold(Owner owner, ProfileId profile) {
        return alone(HOLD, owner, profile);
    }

    private List<Reading> findGroup(List<Reading> readings) {
        sql.statement(FIND_GROUP).bind("group", new Group(readings)).list(row -> {
            Reading reading = readings.get(row.integer("place") - 1);
            reading.found = ProfileMapper.facts(row);
            return reading;
        });
        return readings;
    }

    private Optional<ProfileFacts> alone(String query, Owner owner, ProfileId profile) {
        return sql.statement(query)
                .bind("owner", owner)
                .bind("profile", profile)
                .first(ProfileMapper::facts);
    }
}
