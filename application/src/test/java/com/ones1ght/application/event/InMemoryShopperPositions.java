package com.ones1ght.application.event;

import com.ones1ght.application.event.port.ShopperPositions;
import com.ones1ght.application.shared.InMemoryDatabase;
import com.ones1ght.application.shared.InMemoryState.ChatRow;
import com.ones1ght.application.shared.InMemoryState.RoundRow;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.store.StoreId;
import com.ones1ght.domain.store.Whereabouts;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Where shoppers are, in memory. */
public final class InMemoryShopperPositions implements ShopperPositions {

    private final InMemoryDatabase database;

    public InMemoryShopperPositions(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<LastSeen> find(Owner owner, ProfileId profile, ChatId chat, RoundId round) {
        return database.with(state -> {
            ChatRow found = state.chats.get(chat);
            RoundRow row = state.rounds.get(round);
            return found != null
                            && row != null
                            && found.owner().equals(owner)
                            && found.profile().equals(profile)
                            && row.round().chat().equals(chat)
                    ? Optional.of(
                            new LastSeen(state.profiles.get(profile).facts().store(), state.whereabouts.get(profile)))
                    : Optional.empty();
        });
    }

    @Override
    public Whereabouts lock(TenantId tenant, ProfileId profile, StoreId store, Instant now) {
        requireTransaction();
        return database.with(
                state -> state.whereabouts.computeIfAbsent(profile, id -> new Whereabouts(store, Set.of(), now)));
    }

    @Override
    public void save(TenantId tenant, ProfileId profile, Whereabouts whereabouts) {
        requireTransaction();
        database.with(state -> state.whereabouts.replace(profile, whereabouts));
    }

    @Override
    public void note(TenantId tenant, ProfileId profile, Instant now) {
        database.with(state -> state.whereabouts.computeIfPresent(
                profile, (id, before) -> new Whereabouts(before.store(), before.near(), now)));
    }

    private void requireTransaction() {
        if (!database.isInTransaction()) {
            throw new IllegalStateException("only within a transaction");
        }
    }
}
