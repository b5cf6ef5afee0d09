package com.ones1ght.adapters.rest.access;

import com.ones1ght.application.access.ValidateKeyUseCase.Validation;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.Owner;
import jakarta.ws.rs.container.ContainerRequestContext;

/** Who makes a request, as {@link AuthenticationFilter} found out. */
public final class Caller {

    private static final String KEY = "com.ones1ght.api-key";
    private static final String VALIDATION = "com.ones1ght.validation";

    private Caller() {}

    /** The key that opened the request. */
    public static ApiKey key(ContainerRequestContext request) {
        return get(request, KEY, ApiKey.class);
    }

    /** Whose data the request may reach. */
    public static Owner owner(ContainerRequestContext request) {
        return key(request).owner();
    }

    static Validation validation(ContainerRequestContext request) {
        return get(request, VALIDATION, Validation.class);
    }

    static void remember(ContainerRequestContext request, ApiKey key) {
        request.setProperty(KEY, key);
    }

    static void remember(ContainerRequestContext request, Validation validation) {
        request.setProperty(VALIDATION, validation);
    }

    private static <T> T get(ContainerRequestContext request, String property, Class<T> type) {
        Object value = request.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("Nobody has authenticated this request");
        }
        return type.cast(value);
    }
}
