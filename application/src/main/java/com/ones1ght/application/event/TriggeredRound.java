package com.ones1ght.application.event;

import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.recommendation.RoundGuard;
import com.ones1ght.domain.recommendation.RoundOffers;
import com.ones1ght.domain.recommendation.TodoList;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.StoreId;
import com.ones1ght.domain.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A round as triggers need it.
 *
 * @param tenant whose round
 * @param profile the shopper's
 * @param chat the conversation that the round is from
 * @param id its id
 * @param version grows with each change of the round
 * @param isRefined whether an earlier run of it may have offered something else
 * @param store where the shopper is; null means the installation's default store
 * @param language the round's
 * @param todos the lines of its shopping list; none until step 2 is done
 * @param offers what its current run offers
 * @param guard what its shopper does not get
 */
public record TriggeredRound(
        TenantId tenant,
        ProfileId profile,
        ChatId chat,
        RoundId id,
        long version,
        boolean isRefined,
        @Nullable StoreId store,
        Language language,
        TodoList todos,
        RoundOffers offers,
        RoundGuard guard) {}
