package com.ones1ght.bootstrap.wiring;

import jakarta.inject.Qualifier;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The threads that calls to other systems use; apart, so that a slow one keeps nobody waiting but its own callers. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER})
@interface CallsTo {

    Upstream value();

    /** Who is called. */
    enum Upstream {
        MODELS,
        STORE,
        SIGNAGES
    }
}
