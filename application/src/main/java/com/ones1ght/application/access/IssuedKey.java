package com.ones1ght.application.access;

import com.ones1ght.domain.access.PlainKey;

/**
 * A key that has just been made.
 *
 * @param stored what is kept of it
 * @param plain the key itself, which is shown now and never again
 */
public record IssuedKey(StoredKey stored, PlainKey plain) {}
