package com.ones1ght.bootstrap.architecture.violations.jaxrsonlyinrest.adapters.rest;

import jakarta.ws.rs.Path;

@Path("rest")
public class InnocentResource {}
