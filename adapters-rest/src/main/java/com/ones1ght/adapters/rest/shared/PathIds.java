package com.ones1ght.adapters.rest.shared;

import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.model.ModelId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.shared.Uuids;
import com.ones1ght.domain.visit.VisitId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the ids of paths, bodies and queries. An id that is no UUID is not found, rather than invalid. */
public final class PathIds {

    private static final UUID UNUSED = new UUID(0, 0);

    private PathIds() {}

    /** The filter of a list: an id that is no UUID matches nothing; null without a filter. */
    public static @Nullable ProfileId profileFilter(@Nullable String text) {
        return text == null ? null : new ProfileId(Uuids.parse(text).orElse(UNUSED));
    }

    /** @throws NotFoundException when it is no UUID */
    public static ProfileId profile(String text) {
        return new ProfileId(uuid(text));
    }

    /** @throws NotFoundException when it is no UUID */
    public static ChatId chat(String text) {
        return new ChatId(uuid(text));
    }

    /** @throws NotFoundException when it is no UUID */
    public static RoundId round(String text) {
        return new RoundId(uuid(text));
    }

    /** @throws NotFoundException when it is no UUID */
    public static VisitId session(String text) {
        return new VisitId(uuid(text));
    }

    /** @throws NotFoundException when it is no UUID */
    public static ApiKeyId key(String text) {
        return new ApiKeyId(uuid(text));
    }

    /** @throws NotFoundException when it is no UUID */
    public static ModelId model(String text) {
        return new ModelId(uuid(text));
    }

    private static UUID uuid(String text) {
        return Uuids.parse(text).orElseThrow(NotFoundException::new);
    }
}
