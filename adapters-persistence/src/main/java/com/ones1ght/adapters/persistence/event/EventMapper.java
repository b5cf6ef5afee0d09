package com.ones1ght.adapters.persistence.event;

import com.ones1ght.adapters.persistence.chat.ChatMapper;
import com.ones1ght.adapters.persistence.chat.RunCodec;
import com.ones1ght.adapters.persistence.shared.Row;
import com.ones1ght.application.chat.ChatView.ProfileSummary;
import com.ones1ght.application.event.LoggedEvent;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.signage.port.SignageTrigger;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.event.EventId;
import com.ones1ght.domain.event.EventType;
import com.ones1ght.domain.event.Passage;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.StoreId;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Duration;

/** Maps rows to events and deliveries. */
final class EventMapper {

    private EventMapper() {}

    /** An event with the columns of its profile, and {@code known_profile}, which is null when the profile is erased. */
    static LoggedEvent logged(Row row) {
        ProfileSummary profile = row.isNull("known_profile") ? null : ChatMapper.summary(row);
        return new LoggedEvent(row.number("event_no"), event(row), profile, row.instant("created_at"));
    }

    static Event event(Row row) {
        return new Event(
                row.id("id", EventId::new),
                row.id("tenant_id", TenantId::new),
                row.id("profile_id", ProfileId::new),
                row.id("chat_id", ChatId::new),
                row.id("round_id", RoundId::new),
                row.text("rec_id"),
                row.constant("type", EventType.class),
                row.text("payload"),
                row.textOrNull("forgotten"),
                row.text("product_facts"),
                row.textOrNull("analyst_comment"),
                row.instant("occurred_at"));
    }

    /** A delivery with {@code tenant_code}, the tenant's {@code signage_timeout_seconds} and the round's {@code guard_result}. */
    static SignageTrigger trigger(Row row) {
        Long stay = row.numberOrNull("signage_timeout_seconds");
        return new SignageTrigger(
                row.uuid("id"),
                row.text("tenant_code"),
                new StoreId(row.text("store_id")),
                row.constant("passage", Passage.class),
                row.id("profile_id", ProfileId::new),
                row.id("chat_id", ChatId::new),
                row.id("round_id", RoundId::new),
                row.integerOrNull("signage_no"),
                JsonFragment.of(row.text("items")),
                row.jsonOrNull("forgotten"),
                row.constantOrNull("language", Language.class),
                RunCodec.readGuard(row).restrictions(),
                row.instant("occurred_at"),
                stay == null ? null : Duration.ofSeconds(stay));
    }
}
