package com.ones1ght.application.chat;

import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.StoreId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chat as clients see it.
 *
 * @param id its id
 * @param profile the profile that it belongs to
 * @param profileSummary the profile's summary
 * @param store the store that the shopper is in; null means the installation's default store
 * @param createdAt when it was created
 * @param rounds in order
 */
public record ChatView(
        ChatId id,
        ProfileId profile,
        ProfileSummary profileSummary,
        @Nullable StoreId store,
        Instant createdAt,
        List<RoundView> rounds) {

    public ChatView {
        rounds = List.copyOf(rounds);
    }

    /** The sum of the rounds' versions: higher after each change of a round, and after each new one. */
    public long version() {
        return rounds.stream().mapToLong(RoundView::version).sum();
    }

    /**
     * The profile's summary. A component is null if the profile has no value of the expected type.
     *
     * @param name as given
     * @param gender as given
     * @param age in years
     * @param locale the language, if the gateway supports it
     */
    public record ProfileSummary(
            @Nullable String name,
            @Nullable String gender,
            @Nullable Long age,
            @Nullable Language locale) {}
}
