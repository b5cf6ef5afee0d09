package com.ones1ght.domain.model;

import com.ones1ght.domain.shared.InvalidRequestException;
import com.ones1ght.domain.shared.Require;
import java.util.regex.Pattern;

/**
 * The name of a backend that answers questions; each installation registers its own.
 *
 * @param name 1 to 32 lower-case letters, digits and hyphens
 */
public record ModelBackend(String name) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,32}");

    /** The gateway's own in-process demo backend. */
    public static final ModelBackend EMBEDDED = new ModelBackend("embedded");

    /** @throws InvalidRequestException when the name has another form */
    public ModelBackend {
        Require.notNull(name, "backend");
        if (!NAME.matcher(name).matches()) {
            throw new InvalidRequestException("backend", "must be 1 to 32 lower-case letters, digits and hyphens");
        }
    }
}
