package com.ones1ght.adapters.rest.credit;

/** How many credits a tenant has. */
public record BalanceReply(long balance) {}
