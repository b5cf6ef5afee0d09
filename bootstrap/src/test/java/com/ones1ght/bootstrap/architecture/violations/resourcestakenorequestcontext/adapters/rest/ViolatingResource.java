package com.ones1ght.bootstrap.architecture.violations.resourcestakenorequestcontext.adapters.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;

@Path("violating")
public class ViolatingResource {

    @GET
    public String get(@Context ContainerRequestContext request) {
        return request.getMethod();
    }
}
