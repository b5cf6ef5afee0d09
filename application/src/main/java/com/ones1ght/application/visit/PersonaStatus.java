package com.ones1ght.application.visit;

import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.visit.Stage;
import com.ones1ght.domain.visit.VisitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper is doing.
 *
 * @param profile whose status it is
 * @param stage the latest stamp of the visit under way; null between visits
 * @param chatSession the visit whose chat session is under way; null when there is none
 * @param lastActiveAt the last stamp, the end of the last visit, or what last happened in the chat session,
 *     whichever is the latest; null before the first visit
 */
public record PersonaStatus(
        ProfileId profile,
        @Nullable Stage stage,
        @Nullable VisitId chatSession,
        @Nullable Instant lastActiveAt) {

    /** What {@code status} says between visits. */
    public static final String IDLE = "READY";

    /** The status that clients see. */
    public String status() {
        return stage == null ? IDLE : stage.label();
    }

    /** The chat session that clients see: only while the shopper is at {@code CHAT}. */
    public @Nullable VisitId currentThread() {
        return Stage.CHAT.equals(stage) ? chatSession : null;
    }
}
