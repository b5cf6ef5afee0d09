package com.ones1ght.domain.shared;

/**
 * The name of a tenant or a key for people.
 *
 * @param text 1 to {@value #MAX_CODE_POINTS} code points, without white space around it
 */
public record DisplayName(String text) {

    /** The longest name, in Unicode code points after trimming. */
    public static final int MAX_CODE_POINTS = 100;

    /** @throws InvalidRequestException when it is blank or too long */
    public DisplayName {
        text = VisibleText.trim(text);
        if (VisibleText.isBlank(text)) {
            throw new InvalidRequestException("name", "must not be blank");
        }
        if (text.codePointCount(0, text.length()) > MAX_CODE_POINTS) {
            throw new InvalidRequestException(
                    "name", "must have at most " + MAX_CODE_POINTS + " characters after trimming");
        }
    }
}
