package com.ones1ght.bootstrap.architecture.violations.jaxrsonlyinrest.adapters.store;

import jakarta.ws.rs.Path;

@Path("store")
public class ViolatingResource {}
