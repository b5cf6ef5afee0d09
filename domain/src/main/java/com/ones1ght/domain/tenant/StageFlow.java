package com.ones1ght.domain.tenant;

import com.ones1ght.domain.shared.InvalidRequestException;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.shared.VisibleText;
import java.util.HashSet;
import java.util.List;

/**
 * A tenant's ordered list of stages. A visit may skip or repeat stages but never goes back.
 *
 * @param stages at least two, each once and of {@value #MAX_CODE_POINTS} code points at the most; the first two are
 *     {@code READY} and {@code CHAT}
 */
public record StageFlow(List<String> stages) {

    /** The longest name of a stage, in Unicode code points. */
    public static final int MAX_CODE_POINTS = 100;

    /** The first stage of a visit. */
    public static final String READY = "READY";

    /** The stage at which recommendations can be asked for. */
    public static final String CHAT = "CHAT";

    /** @throws InvalidRequestException when they are not as described */
    public StageFlow {
        stages = List.copyOf(Require.notNull(stages, "stages"));
        check(
                stages.size() >= 2
                        && stages.get(0).equals(READY)
                        && stages.get(1).equals(CHAT),
                "begin with READY and CHAT");
        stages.forEach(StageFlow::checkStage);
        check(new HashSet<>(stages).size() == stages.size(), "name each stage once");
    }

    private static void checkStage(String stage) {
        // The labels of stamps are trimmed before they are compared.
        check(
                !VisibleText.isBlank(stage) && stage.equals(VisibleText.trim(stage)),
                "have stages that can be seen, without white space around them");
        check(
                stage.codePointCount(0, stage.length()) <= MAX_CODE_POINTS,
                "have stages of at most " + MAX_CODE_POINTS + " characters");
    }

    private static void check(boolean holds, String expectation) {
        if (!holds) {
            throw new InvalidRequestException("stageFlow", "must " + expectation);
        }
    }

    public String first() {
        return stages.get(0);
    }

    /** The index of a stage, from 0; -1 when the flow does not have it. */
    public int placeOf(String stage) {
        return stages.indexOf(stage);
    }
}
