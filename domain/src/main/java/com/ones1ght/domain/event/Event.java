package com.ones1ght.domain.event;

import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a recommendation. It is written down once and never changes, but for one thing: when the
 * shopper's profile is erased, what the event tells about the shopper goes, and what it tells about the product stays.
 *
 * @param id its name
 * @param tenant whose shopper it was
 * @param profile the shopper's
 * @param chat the conversation that the recommendation is from
 * @param round the round that it is from
 * @param recId the recommendation
 * @param type what happened
 * @param payload the item as it was then, a JSON object
 * @param forgotten what the shopper's app said was forgotten, a JSON array of any content; null when there is none
 * @param productFacts the part of the payload that tells of the product alone, a JSON object
 * @param analystComment the grounds of the recommendation, for the tenant; null when there are none
 * @param occurredAt when it happened
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
        Require.notNull(id, "event_id");
        Require.notNull(tenant, "tenant_id");
        Require.notNull(profile, "profile_id");
        Require.notNull(chat, "chat_id");
        Require.notNull(round, "round_id");
        Require.notNull(recId, "rec_id");
        Require.notNull(type, "type");
        Require.notBlank(payload, "payload");
        Require.notBlank(productFacts, "product_facts");
        Require.notNull(occurredAt, "occurred_at");
    }

    /** What is left of the event once its shopper has been erased. */
    public Event erased() {
        return new Event(
                id, tenant, profile, chat, round, recId, type, productFacts, null, productFacts, null, occurredAt);
    }
}
