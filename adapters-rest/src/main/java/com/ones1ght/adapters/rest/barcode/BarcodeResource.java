package com.ones1ght.adapters.rest.barcode;

import com.ones1ght.adapters.rest.access.Caller;
import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.adapters.rest.shared.PathIds;
import com.ones1ght.application.barcode.GetBarcodesUseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** The barcodes of a round's products. */
@Path("chat/{profile_id}/recommend/{chat_id}/{round_id}/barcodes")
@ApplicationScoped
public class BarcodeResource {

    private GetBarcodesUseCase barcodes;

    /** For the container's proxy. */
    public BarcodeResource() {}

    @Inject
    public BarcodeResource(GetBarcodesUseCase barcodes) {
        this.barcodes = barcodes;
    }

    /** The round's products with images of their barcodes. */
    @GET
    public Answer get(
            @Context SecurityContext caller,
            @PathParam("profile_id") String profile,
            @PathParam("chat_id") String chat,
            @PathParam("round_id") String round) {
        GetBarcodesUseCase.Query query = new GetBarcodesUseCase.Query(
                Caller.owner(caller), PathIds.profile(profile), PathIds.chat(chat), PathIds.round(round));
        return Answer.of(BarcodesReply.from(query, barcodes.get(query)));
    }
}
