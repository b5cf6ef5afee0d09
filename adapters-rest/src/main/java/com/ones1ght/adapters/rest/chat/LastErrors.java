package com.ones1ght.adapters.rest.chat;

import com.ones1ght.adapters.rest.shared.WireWords;
import com.ones1ght.domain.chat.RunFailure;

/** The texts of {@code last_error}; upstream's own words are never among them. */
final class LastErrors {

    private LastErrors() {}

    static String of(RunFailure failure) {
        if (failure instanceof RunFailure.StepFailed failed) {
            return WireWords.of(failed.step()) + " failed: "
                    + WireWords.of(failed.cause()).replace('_', ' ');
        }
        if (failure instanceof RunFailure.SessionExpired) {
            return "upstream chat session expired";
        }
        if (failure instanceof RunFailure.RefinementsExhausted) {
            return "REFINEMENT_CAP_EXCEEDED: the model gave no usable answer within its refinements";
        }
        if (failure instanceof RunFailure.Cancelled) {
            return "cancelled";
        }
        throw new IllegalArgumentException("There is no text for " + failure);
    }
}
