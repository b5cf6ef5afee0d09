package com.ones1ght.bootstrap.architecture.violations.jaxrsonlyinrest.bootstrap;

import jakarta.ws.rs.container.ContainerRequestFilter;

record ViolatingFilter(ContainerRequestFilter filter) {}
