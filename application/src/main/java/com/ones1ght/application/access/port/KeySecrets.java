package com.ones1ght.application.access.port;

/** Draws the secrets of new keys. */
@FunctionalInterface
public interface KeySecrets {

    /** 256 bits from a source that nobody can foresee, as 64 lower-case hexadecimal digits. */
    String next();
}
