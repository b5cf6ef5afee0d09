package com.ones1ght.application.signage.port;

import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.dietary.Restriction;
import com.ones1ght.domain.event.Passage;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A shopper's entering or leaving of the circle of a signage.
 *
 * @param deliveryId identifies the delivery; a repetition changes nothing
 * @param round the round that the items are from
 * @param signageNo the number of the signage; null means all of the store
 * @param items what to show, a JSON array of objects with the fields of {@code notifications.ad.items}; empty on exit
 * @param forgotten what the app reports as forgotten, a JSON array of any content; null when there is none
 * @param language the shopper's; null when unknown
 * @param restrictions what the shopper must not get; for the embedded signages, never sent to a page or a store
 * @param stay the assumed length of stay if no exit comes; null leaves it to the signage
 */
public record SignageTrigger(
        UUID deliveryId,
        String tenantCode,
        StoreId store,
        Passage passage,
        ProfileId profile,
        ChatId chat,
        RoundId round,
        @Nullable Integer signageNo,
        JsonFragment items,
        @Nullable JsonFragment forgotten,
        @Nullable Language language,
        List<Restriction> restrictions,
        Instant occurredAt,
        @Nullable Duration stay) {

    public SignageTrigger {
        Require.notNull(deliveryId, "deliveryId");
        Require.notBlank(tenantCode, "tenantCode");
        Require.notNull(store, "store");
        Require.notNull(passage, "passage");
        Require.notNull(profile, "profile");
        Require.notNull(chat, "chat");
        Require.notNull(round, "round");
        Require.notNull(items, "items");
        restrictions = List.copyOf(restrictions);
        Require.notNull(occurredAt, "occurredAt");
    }
}
