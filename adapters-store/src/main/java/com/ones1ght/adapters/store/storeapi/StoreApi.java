package com.ones1ght.adapters.store.storeapi;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * The wire of the store-API, as {@code docs/upstreams.md} describes it. Bodies are returned unread, so that their size
 * and duration can be limited.
 */
@Path("/stores")
@Produces(MediaType.APPLICATION_JSON)
public interface StoreApi extends AutoCloseable {

    /** @param ids at most 200, separated by commas */
    @GET
    @Path("/{store}/products")
    Response products(@PathParam("store") String store, @QueryParam("ids") String ids);

    @GET
    @Path("/{store}/products")
    Response search(@PathParam("store") String store, @QueryParam("q") String words, @QueryParam("limit") int limit);

    @GET
    @Path("/{store}/coupon-spots")
    Response couponSpots(@PathParam("store") String store);

    @GET
    @Path("/{store}/plan")
    Response plan(@PathParam("store") String store);

    @GET
    @Path("/{store}/signages")
    Response signages(@PathParam("store") String store);

    /** @param productIds separated by commas */
    @GET
    @Path("/{store}/co-purchases")
    Response coPurchases(@PathParam("store") String store, @QueryParam("product_ids") String productIds);

    @GET
    @Path("/{store}/signage-events")
    Response signageEvents(@PathParam("store") String store);

    @Override
    void close();
}
