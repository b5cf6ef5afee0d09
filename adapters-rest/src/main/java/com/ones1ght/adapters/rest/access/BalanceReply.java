package com.ones1ght.adapters.rest.access;

/** How many credits a tenant has. */
record BalanceReply(long balance) {}
