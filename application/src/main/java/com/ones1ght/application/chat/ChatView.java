package com.ones1ght.application.chat;

import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.StoreId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chat as a client watches it.
 *
 * @param id its id
 * @param profile whose it is
 * @param profileSummary what is told of the profile
 * @param store where the shopper is; null means the installation's default store
 * @param createdAt when it began
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

    /**
     * The profile in brief; null where the profile has nothing, or nothing of the expected type.
     *
     * @param name as given
     * @param gender as given
     * @param age in years
     * @param locale the language, if it is one that the gateway speaks
     */
    public record ProfileSummary(
            @Nullable String name,
            @Nullable String gender,
            @Nullable Long age,
            @Nullable Language locale) {}
}
