package com.ones1ght.bootstrap.architecture.violations.resourcescatchnothing.adapters.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("violating")
public class ViolatingResource {

    @GET
    public String get() {
        try {
            return String.valueOf(Integer.parseInt("1"));
        } catch (NumberFormatException e) {
            return "0";
        }
    }
}
