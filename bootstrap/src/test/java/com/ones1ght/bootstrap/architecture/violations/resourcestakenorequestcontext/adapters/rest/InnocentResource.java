package com.ones1ght.bootstrap.architecture.violations.resourcestakenorequestcontext.adapters.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

@Path("innocent")
public class InnocentResource {

    @GET
    public String get(@Context SecurityContext caller) {
        return caller.getAuthenticationScheme();
    }
}
