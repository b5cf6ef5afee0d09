package com.ones1ght.bootstrap.architecture.violations.resourcescatchnothing.adapters.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("innocent")
public class InnocentResource {

    @GET
    public String get() {
        return "1";
    }
}
