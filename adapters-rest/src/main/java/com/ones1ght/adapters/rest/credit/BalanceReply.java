package com.ones1ght.adapters.rest.credit;

/** A tenant's balance. */
public record BalanceReply(long balance) {}
