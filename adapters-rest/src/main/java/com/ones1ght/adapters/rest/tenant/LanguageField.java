package com.ones1ght.adapters.rest.tenant;

import com.ones1ght.domain.shared.InvalidRequestException;
import com.ones1ght.domain.shared.Language;

/** Reads a language in a request of an admin, where other values are invalid. */
final class LanguageField {

    private LanguageField() {}

    /** @throws InvalidRequestException when it is not supported */
    static Language read(String tag) {
        for (Language language : Language.values()) {
            if (language.code().equals(tag)) {
                return language;
            }
        }
        throw new InvalidRequestException("default_locale", "must be ko, en or ja");
    }
}
