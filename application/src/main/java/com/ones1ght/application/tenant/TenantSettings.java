package com.ones1ght.application.tenant;

import com.ones1ght.domain.shared.InvalidRequestException;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.StageFlow;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant's admins may set.
 *
 * @param defaultLanguage of answers to shoppers whose profiles name none
 * @param stageFlow the stages of a visit; null leaves them free
 * @param signageTimeoutSeconds after how long a signage forgets who came and never left, 1 to
 *     {@value #MAX_TIMEOUT_SECONDS}; null leaves it to the installation
 */
public record TenantSettings(
        Language defaultLanguage,
        @Nullable StageFlow stageFlow,
        @Nullable Integer signageTimeoutSeconds) {

    /** A day: no shopper stands before a screen for longer. */
    public static final int MAX_TIMEOUT_SECONDS = 86_400;

    /** @throws InvalidRequestException when the time is out of its bounds */
    public TenantSettings {
        Require.notNull(defaultLanguage, "default_locale");
        if (signageTimeoutSeconds != null
                && (signageTimeoutSeconds < 1 || signageTimeoutSeconds > MAX_TIMEOUT_SECONDS)) {
            throw new InvalidRequestException("signageTimeoutSeconds", "must be from 1 to " + MAX_TIMEOUT_SECONDS);
        }
    }
}
