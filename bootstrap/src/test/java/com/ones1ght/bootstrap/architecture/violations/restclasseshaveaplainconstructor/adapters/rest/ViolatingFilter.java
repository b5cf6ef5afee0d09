package com.ones1ght.bootstrap.architecture.violations.restclasseshaveaplainconstructor.adapters.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

@Provider
public class ViolatingFilter implements ContainerRequestFilter {

    protected ViolatingFilter() {}

    @Override
    public void filter(ContainerRequestContext request) {}
}
