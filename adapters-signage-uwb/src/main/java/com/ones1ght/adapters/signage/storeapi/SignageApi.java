package com.ones1ght.adapters.signage.storeapi;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The part of the store-API that accepts triggers, as {@code docs/upstreams.md} describes it. */
@Path("/stores")
public interface SignageApi extends AutoCloseable {

    /** @param trigger a JSON object */
    @POST
    @Path("/{store}/signage/triggers")
    @Consumes(MediaType.APPLICATION_JSON)
    Response trigger(@PathParam("store") String store, String trigger);

    @Override
    void close();
}
