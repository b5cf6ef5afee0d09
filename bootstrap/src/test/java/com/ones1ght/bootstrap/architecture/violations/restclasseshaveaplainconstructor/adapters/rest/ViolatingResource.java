package com.ones1ght.bootstrap.architecture.violations.restclasseshaveaplainconstructor.adapters.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("violating")
public class ViolatingResource {

    private final String answer;

    public ViolatingResource(String answer) {
        this.answer = answer;
    }

    @GET
    public String get() {
        return answer;
    }
}
