package com.ones1ght.domain.visit;

import com.ones1ght.domain.shared.InvalidRequestException;
import com.ones1ght.domain.shared.VisibleText;
import com.ones1ght.domain.tenant.StageFlow;

/**
 * The label of where a shopper is during a visit.
 *
 * @param label 1 to {@value #MAX_CODE_POINTS} code points, without white space around it
 */
public record Stage(String label) {

    /** The longest label, in Unicode code points. */
    public static final int MAX_CODE_POINTS = StageFlow.MAX_CODE_POINTS;

    /** The first stage of visits without a flow. */
    public static final Stage ENTER = new Stage("ENTER");

    /** The stage at which recommendations can be asked for. */
    public static final Stage CHAT = new Stage("CHAT");

    /** @throws InvalidRequestException when the label is blank or too long */
    public Stage {
        label = VisibleText.trim(label);
        if (VisibleText.isBlank(label)) {
            throw new InvalidRequestException("stage", "must not be blank");
        }
        if (label.codePointCount(0, label.length()) > MAX_CODE_POINTS) {
            throw new InvalidRequestException("stage", "must have at most " + MAX_CODE_POINTS + " characters");
        }
    }
}
