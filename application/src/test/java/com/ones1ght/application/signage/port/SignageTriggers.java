package com.ones1ght.application.signage.port;

import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.dietary.Restriction;
import com.ones1ght.domain.event.Passage;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes triggers for tests; what a test does not name is plausible. */
public final class SignageTriggers {

    private final StoreId store;
    private Instant occurredAt;
    private ProfileId profile = new ProfileId(UUID.randomUUID());
    private UUID deliveryId = UUID.randomUUID();
    private @Nullable Integer signageNo;
    private String items = "[]";
    private @Nullable String forgotten;
    private @Nullable Language language;
    private List<Restriction> restrictions = List.of();
    private @Nullable Duration stay;

    private SignageTriggers(StoreId store, Instant occurredAt) {
        this.store = store;
        this.occurredAt = occurredAt;
    }

    /** A passage at all signages of the store, of a new profile and without anything to show. */
    public static SignageTriggers at(StoreId store, Instant occurredAt) {
        return new SignageTriggers(store, occurredAt);
    }

    public SignageTriggers of(ProfileId shopper) {
        profile = shopper;
        return this;
    }

    public SignageTriggers signage(int number) {
        signageNo = number;
        return this;
    }

    public SignageTriggers delivery(UUID id) {
        deliveryId = id;
        return this;
    }

    public SignageTriggers noticedAt(Instant instant) {
        occurredAt = instant;
        return this;
    }

    /** The JSON array of items. */
    public SignageTriggers items(String json) {
        items = json;
        return this;
    }

    /** The shopper's language; not known if it is not said. */
    public SignageTriggers language(Language shoppers) {
        language = shoppers;
        return this;
    }

    /** What the shopper must not get; nothing if it is not said. */
    public SignageTriggers restrictedBy(Restriction... shoppers) {
        restrictions = List.of(shoppers);
        return this;
    }

    /** How long the tenant lets an entry stand; as the signage has it if it is not said. */
    public SignageTriggers stay(Duration tenants) {
        stay = tenants;
        return this;
    }

    /** The JSON array of what was forgotten. */
    public SignageTriggers forgotten(String json) {
        forgotten = json;
        return this;
    }

    public SignageTrigger enter() {
        return make(Passage.ENTER);
    }

    public SignageTrigger exit() {
        return make(Passage.EXIT);
    }

    private SignageTrigger make(Passage passage) {
        return new SignageTrigger(
                deliveryId,
                "demo",
                store,
                passage,
                profile,
                new ChatId(UUID.randomUUID()),
                new RoundId(UUID.randomUUID()),
                signageNo,
                JsonFragment.of(items),
                forgotten == null ? null : JsonFragment.of(forgotten),
                language,
                restrictions,
                occurredAt,
                stay);
    }
}
