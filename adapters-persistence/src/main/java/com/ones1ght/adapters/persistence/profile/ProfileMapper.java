package com.ones1ght.adapters.persistence.profile;

import com.ones1ght.adapters.persistence.shared.Row;
import com.ones1ght.domain.access.KeyLine;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.profile.ProfileFacts;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.StoreId;
import com.ones1ght.domain.tenant.TenantId;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Maps profiles to rows and back. */
final class ProfileMapper {

    private ProfileMapper() {}

    static ProfileEntity toEntity(Profile profile) {
        ProfileEntity entity = new ProfileEntity();
        entity.id = profile.id().value();
        entity.tenantId = profile.owner().tenant().value();
        entity.keyLineId = profile.owner().line().value();
        entity.createdAt = timestamp(profile.createdAt());
        copyContent(profile, entity);
        return entity;
    }

    /** Copies the mutable part of a profile to its row. */
    static void copyContent(Profile profile, ProfileEntity entity) {
        ProfileFacts facts = profile.facts();
        entity.document = profile.document().json();
        entity.name = facts.name();
        entity.gender = facts.gender();
        entity.age = facts.age();
        entity.locale = facts.locale() == null ? null : facts.locale().code();
        entity.persona = facts.persona();
        entity.storeId = facts.store() == null ? null : facts.store().value();
        entity.additional = facts.additional();
        entity.updatedAt = timestamp(profile.updatedAt());
    }

    static Profile toDomain(ProfileEntity entity) {
        return new Profile(
                new ProfileId(entity.id),
                new Owner(new TenantId(entity.tenantId), new KeyLine(entity.keyLineId)),
                new ProfileDocument(entity.document),
                facts(
                        entity.name,
                        entity.gender,
                        entity.age,
                        entity.locale,
                        entity.persona,
                        entity.storeId,
                        entity.additional),
                entity.createdAt.toInstant(),
                entity.updatedAt.toInstant());
    }

    /** The facts in a row with their columns. */
    static ProfileFacts facts(Row row) {
        return facts(
                row.textOrNull("name"),
                row.textOrNull("gender"),
                row.numberOrNull("age"),
                row.textOrNull("locale"),
                row.textOrNull("persona"),
                row.textOrNull("store_id"),
                row.textOrNull("additional"));
    }

    private static ProfileFacts facts(
            @Nullable String name,
            @Nullable String gender,
            @Nullable Long age,
            @Nullable String locale,
            @Nullable String persona,
            @Nullable String storeId,
            @Nullable String additional) {
        return new ProfileFacts(
                name,
                gender,
                age,
                locale == null ? null : Language.ofCode(locale).orElse(null),
                persona,
                storeId == null ? null : new StoreId(storeId),
                additional,
                ProfileRestrictions.in(additional));
    }

    /** Truncated to microseconds; the database would round. */
    private static Timestamp timestamp(Instant instant) {
        return Timestamp.from(instant.truncatedTo(ChronoUnit.MICROS));
    }
}
