package com.ones1ght.domain.access;

/** A part of the client API that a key may be allowed to use. */
public enum Scope {
    PROFILE,
    CHAT
}
