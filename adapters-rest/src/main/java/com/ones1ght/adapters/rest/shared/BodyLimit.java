package com.ones1ght.adapters.rest.shared;

import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.Require;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The maximum size of a request body: {@code ones1ght.http.max-body-bytes}, 64 KiB by default. */
@Dependent
public class BodyLimit {

    private final int maxBytes;

    @Inject
    public BodyLimit(@ConfigProperty(name = "ones1ght.http.max-body-bytes", defaultValue = "65536") int maxBytes) {
        Require.that(
                maxBytes >= 1 && maxBytes < Integer.MAX_VALUE,
                "ones1ght.http.max-body-bytes",
                "be between 1 and " + (Integer.MAX_VALUE - 1));
        this.maxBytes = maxBytes;
    }

    int maxBytes() {
        return maxBytes;
    }

    DomainException exceeded() {
        return new DomainException(
                ErrorCode.PAYLOAD_TOO_LARGE, "The request body must have at most " + maxBytes + " bytes");
    }
}
