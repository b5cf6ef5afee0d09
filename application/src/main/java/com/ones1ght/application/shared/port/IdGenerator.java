package com.ones1ght.application.shared.port;

import java.util.UUID;

/** Generates ids. */
@FunctionalInterface
public interface IdGenerator {

    /** A new version 7 UUID (RFC 9562): unique, and sorting by time within a node. */
    UUID next();
}
