package com.ones1ght.bootstrap.architecture.violations.resourcescatchnothing.adapters.rest;

import jakarta.ws.rs.Path;

public class ViolatingLocator {

    @Path("below")
    public Object below() {
        try {
            return Integer.valueOf("1");
        } catch (NumberFormatException e) {
            return this;
        }
    }
}
