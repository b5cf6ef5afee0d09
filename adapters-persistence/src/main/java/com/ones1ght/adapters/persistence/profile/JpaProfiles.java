package com.ones1ght.adapters.persistence.profile;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.StorageFailures;
import com.ones1ght.adapters.persistence.shared.Transactions;
import com.ones1ght.application.profile.port.Profiles;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileFacts;
import com.ones1ght.domain.profile.ProfileId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The profiles, by JPA; the facts that a kickoff reads, and the erasure, by SQL. */
final class JpaProfiles implements Profiles {

    private static final String OWN =
            "SELECT p FROM ProfileEntity p WHERE p.id = :id AND p.tenantId = :tenant AND p.keyLineId = :line";

    private final EntityManager entities;
    private final SqlProfileFacts facts;
    private final ProfileErasure erasure;
    private final Transactions transactions;

    JpaProfiles(EntityManager entities, Sql sql, ProfileErasure erasure, Transactions transactions) {
        this.entities = entities;
        this.facts = new SqlProfileFacts(sql, transactions);
        this.erasure = erasure;
        this.transactions = transactions;
    }

    @Override
    public void add(Profile profile) {
        joining(() -> {
            entities.persist(ProfileMapper.toEntity(profile));
            entities.flush();
            return true;
        });
    }

    @Override
    public Optional<Profile> find(Owner owner, ProfileId id) {
        return joining(() -> own(owner, id, LockModeType.NONE).map(ProfileMapper::toDomain));
    }

    @Override
    public Optional<Profile> lock(Owner owner, ProfileId id) {
        return joining(() -> own(owner, id, LockModeType.PESSIMISTIC_WRITE).map(ProfileMapper::toDomain));
    }

    @Override
    public Optional<ProfileFacts> facts(Owner owner, ProfileId id) {
        return facts.find(owner, id);
    }

    @Override
    public Optional<ProfileFacts> hold(Owner owner, ProfileId id) {
        return facts.hold(owner, id);
    }

    @Override
    public void save(Profile profile) {
        joining(() -> {
            own(profile.owner(), profile.id(), LockModeType.NONE)
                    .ifPresent(entity -> ProfileMapper.copyContent(profile, entity));
            entities.flush();
            return true;
        });
    }

    @Override
    public List<ChatId> erase(Owner owner, ProfileId id, Instant now) {
        return transactions.inTransaction(() -> erasure.erase(owner, id, now));
    }

    private Optional<ProfileEntity> own(Owner owner, ProfileId id, LockModeType lock) {
        var query = entities.createQuery(OWN, ProfileEntity.class)
                .setParameter("id", id.value())
                .setParameter("tenant", owner.tenant().value())
                .setParameter("line", owner.line().value());
        if (lock != LockModeType.NONE) {
            query.setLockMode(lock);
        }
        return query.getResultStream().findFirst();
    }

    /** Always in a transaction: outside of one, EclipseLink retries a lost connection for ten seconds. */
    private <T> T joining(Supplier<T> work) {
        try {
            return transactions.inTransaction(work);
        } catch (RuntimeException e) {
            throw StorageFailures.translated(e);
        }
    }
}
