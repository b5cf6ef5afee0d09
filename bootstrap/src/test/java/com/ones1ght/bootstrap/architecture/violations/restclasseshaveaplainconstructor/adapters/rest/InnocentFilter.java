package com.ones1ght.bootstrap.architecture.violations.restclasseshaveaplainconstructor.adapters.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

@Provider
public class InnocentFilter implements ContainerRequestFilter {

    public InnocentFilter() {}

    public InnocentFilter(String name) {}

    @Override
    public void filter(ContainerRequestContext request) {}
}
