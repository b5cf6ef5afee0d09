package com.ones1ght.adapters.rest.access;

/** A revoked key. */
record RevokedKeyReply(String keyId, String status) {}
