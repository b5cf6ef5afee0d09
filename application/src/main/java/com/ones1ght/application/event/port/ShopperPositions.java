package com.ones1ght.application.event.port;

import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.store.StoreId;
import com.ones1ght.domain.store.Whereabouts;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where shoppers are, as far as signages are concerned; shared by all nodes. */
public interface ShopperPositions {

    /**
     * Where the shopper of a round was last.
     *
     * @return empty when profile, chat or round is not the owner's
     */
    Optional<LastSeen> find(Owner owner, ProfileId profile, ChatId chat, RoundId round);

    /**
     * The whereabouts of a profile that the caller holds, locked until the end of its transaction; if there are none, they
     * begin with no signages of the store.
     */
    Whereabouts lock(TenantId tenant, ProfileId profile, StoreId store, Instant now);

    /** Replaces the whereabouts of a profile, which the caller has locked. */
    void save(TenantId tenant, ProfileId profile, Whereabouts whereabouts);

    /** Notes that a shopper is still near the same signages. */
    void note(TenantId tenant, ProfileId profile, Instant now);

    /**
     * @param store the one that the profile names; null means the installation's default store
     * @param whereabouts null when there are none
     */
    record LastSeen(@Nullable StoreId store, @Nullable Whereabouts whereabouts) {}
}
