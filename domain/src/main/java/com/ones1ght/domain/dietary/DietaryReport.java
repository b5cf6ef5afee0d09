package com.ones1ght.domain.dietary;

import java.util.List;

/**
 * What a backend reports about the restrictions of a run.
 *
 * @param restrictions what it understood of the prompt and the conversation, beside what the profile declares; sorted
 * @param unmet what it could not honour, in the response language, for example "low salt"
 */
public record DietaryReport(List<Restriction> restrictions, List<String> unmet) {

    /** Nothing to report. */
    public static final DietaryReport NONE = new DietaryReport(List.of(), List.of());

    public DietaryReport {
        restrictions = restrictions.stream().distinct().sorted().toList();
        unmet = unmet.stream().distinct().toList();
    }
}
