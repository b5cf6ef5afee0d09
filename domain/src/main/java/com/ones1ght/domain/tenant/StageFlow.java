package com.ones1ght.domain.tenant;

import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.shared.VisibleText;
import java.util.HashSet;
import java.util.List;

/**
 * The stages through which a tenant wants its shoppers to go, in order. A shopper may skip some, stay at one, and
 * never goes back.
 *
 * @param stages at least two, each once and of {@value #MAX_CODE_POINTS} code points at the most; the first two are
 *     {@code READY} and {@code CHAT}
 */
public record StageFlow(List<String> stages) {

    /** The longest name of a stage, in Unicode code points. */
    public static final int MAX_CODE_POINTS = 100;

    /** Where a shopper is whose visit has begun. */
    public static final String READY = "READY";

    /** Where a shopper asks for recommendations. */
    public static final String CHAT = "CHAT";

    public StageFlow {
        stages = List.copyOf(Require.notNull(stages, "session_flow"));
        Require.that(
                stages.size() >= 2
                        && stages.get(0).equals(READY)
                        && stages.get(1).equals(CHAT),
                "session_flow",
                "begin with READY and CHAT");
        stages.forEach(StageFlow::check);
        Require.that(new HashSet<>(stages).size() == stages.size(), "session_flow", "name each stage once");
    }

    private static void check(String stage) {
        // A stamp's label is trimmed before it is compared.
        Require.that(
                !VisibleText.isBlank(stage) && stage.equals(VisibleText.trim(stage)),
                "session_flow",
                "have stages that can be seen, without white space around them");
        Require.that(
                stage.codePointCount(0, stage.length()) <= MAX_CODE_POINTS,
                "session_flow",
                "have stages of at most " + MAX_CODE_POINTS + " characters");
    }

    /** Where a visit begins. */
    public String first() {
        return stages.get(0);
    }

    /** The place of a stage, from 0; -1 for a label that is no stage of this flow. */
    public int placeOf(String stage) {
        return stages.indexOf(stage);
    }
}
