package com.ones1ght.bootstrap.architecture.violations.jaxrsonlyinrest.adapters.store.storeapi;

import jakarta.ws.rs.Path;

@Path("store")
public interface InnocentClient {}
