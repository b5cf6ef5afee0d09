package com.ones1ght.application.signage.port;

import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a shopper has come near a signage, or has gone.
 *
 * @param deliveryId names this delivery; the same one again changes nothing
 * @param tenantCode whose shopper it is
 * @param store whose signage
 * @param passage whether the shopper has come or gone
 * @param profile the shopper's
 * @param chat the conversation that the items are from
 * @param round the round that the items are from
 * @param signageNo which signage; null means all of the store
 * @param items what to show, a JSON array of objects with the fields of {@code notifications.ad.items}; empty on exit
 * @param forgotten what the shopper's app says was forgotten, a JSON array of any content; null when there is none
 * @param language the shopper's; null when it is not known
 * @param occurredAt when it was noticed
 * @param stay how long the shopper is taken to stay if no exit comes; null leaves it to the signage
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
        Instant occurredAt,
        @Nullable Duration stay) {

    public SignageTrigger {
        Require.notNull(deliveryId, "delivery_id");
        Require.notBlank(tenantCode, "tenant");
        Require.notNull(store, "store");
        Require.notNull(passage, "event");
        Require.notNull(profile, "profile_id");
        Require.notNull(chat, "chat_id");
        Require.notNull(round, "round_id");
        Require.notNull(items, "items");
        Require.notNull(occurredAt, "occurred_at");
    }

    /** Which way a shopper passes the rim of a signage's circle. */
    public enum Passage {
        ENTER,
        EXIT
    }
}
