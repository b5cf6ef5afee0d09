package com.ones1ght.domain.chat;

import com.ones1ght.domain.shared.InvalidRequestException;
import com.ones1ght.domain.shared.VisibleText;

/**
 * A shopper's question.
 *
 * @param text 1 to {@value #MAX_CODE_POINTS} code points, without white space around it
 */
public record Prompt(String text) {

    /** The longest prompt, in Unicode code points after trimming. */
    public static final int MAX_CODE_POINTS = 4_000;

    /** @throws InvalidRequestException when it is blank or too long */
    public Prompt {
        text = VisibleText.trim(text);
        if (VisibleText.isBlank(text)) {
            throw new InvalidRequestException("prompt", "must not be blank");
        }
        if (text.codePointCount(0, text.length()) > MAX_CODE_POINTS) {
            throw new InvalidRequestException(
                    "prompt", "must have at most " + MAX_CODE_POINTS + " characters after trimming");
        }
    }
}
