package com.ones1ght.application.chat;

import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.chat.BackListStatus;
import com.ones1ght.domain.chat.Progress;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.chat.RunFailure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A round as clients see it.
 *
 * @param id its id
 * @param number its place in the chat, from 1
 * @param run the number of its current run: 0 for the kickoff, n for its nth refinement
 * @param prompt of its current run
 * @param createdAt when it was created
 * @param updatedAt when its state, its progress or its shopping list last changed
 * @param version of everything else in this view: higher after each change of it
 * @param state its current state
 * @param progress of its current run
 * @param backListStatus null until the first snapshot
 * @param todos the document for clients, null until step 2 is done
 * @param recommendedItems the document for clients, an array; null until step 3 is done
 * @param notifications the document for clients, an object with {@code ad} and {@code coupon}; null until step 4 is done
 * @param guard the document for clients, an object; null where nothing is restricted
 * @param failure set in error only
 */
public record RoundView(
        RoundId id,
        int number,
        int run,
        String prompt,
        Instant createdAt,
        Instant updatedAt,
        long version,
        RoundState state,
        Progress progress,
        @Nullable BackListStatus backListStatus,
        @Nullable JsonFragment todos,
        @Nullable JsonFragment recommendedItems,
        @Nullable JsonFragment notifications,
        @Nullable JsonFragment guard,
        @Nullable RunFailure failure) {}
