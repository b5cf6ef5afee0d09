package com.ones1ght.domain.event;

import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a recommendation. Events are append-only, except that the erasure of the profile reduces
 * them to the product facts.
 *
 * @param recId the recommendation id
 * @param payload the item at that time, a JSON object
 * @param forgotten what the app reported as forgotten, a JSON array of any content; null when there is none
 * @param productFacts the part of the payload that describes only the product, a JSON object
 * @param analystComment the model's explanation of the recommendation, for the tenant; null when there is none
 */
public record Event(
        EventId id,
        TenantId tenant,
        ProfileId profile,
        ChatId chat,
        RoundId round,
        String recId,
        EventType type,
        String payload,
        @Nullable String forgotten,
        String productFacts,
        @Nullable String analystComment,
        Instant occurredAt) {

    public Event {
        Require.notNull(id, "id");
        Require.notNull(tenant, "tenant");
        Require.notNull(profile, "profile");
        Require.notNull(chat, "chat");
        Require.notNull(round, "round");
        Require.notNull(recId, "recId");
        Require.notNull(type, "type");
        Require.notBlank(payload, "payload");
        Require.notBlank(productFacts, "productFacts");
        Require.notNull(occurredAt, "occurredAt");
    }

    /** The event after the erasure of its profile. */
    public Event erased() {
        return new Event(
                id, tenant, profile, chat, round, recId, type, productFacts, null, productFacts, null, occurredAt);
    }
}
