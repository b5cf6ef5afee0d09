package com.ones1ght.adapters.rest.access;

/** A key that opens nothing any more. */
record RevokedKeyReply(String keyId, String status) {}
