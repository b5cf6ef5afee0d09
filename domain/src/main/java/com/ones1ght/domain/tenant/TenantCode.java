package com.ones1ght.domain.tenant;

import com.ones1ght.domain.shared.InvalidRequestException;
import java.util.regex.Pattern;

/**
 * The code of a new tenant.
 *
 * @param text 1 to 32 of {@code a-z0-9}
 */
public record TenantCode(String text) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]{1,32}");

    /** @throws InvalidRequestException when it has another form */
    public TenantCode {
        if (!FORM.matcher(text).matches()) {
            throw new InvalidRequestException("tenantCode", "must be 1 to 32 characters of a-z0-9");
        }
    }
}
