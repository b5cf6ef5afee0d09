package com.ones1ght.bootstrap.architecture.violations.clientsarenoresources.adapters.store.storeapi;

import jakarta.ws.rs.Path;

@Path("store")
public class ViolatingResource {}
