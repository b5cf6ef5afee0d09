package com.ones1ght.adapters.rest.store;

import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.application.store.ShowStorePlanUseCase;
import com.ones1ght.application.store.ShowStorePlanUseCase.Query;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.store.StoreId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.concurrent.CompletionStage;

/** The plans of the stores. */
@Path("store/{store_id}/plan")
@ApplicationScoped
public class StorePlanResource {

    private ShowStorePlanUseCase show;

    /** For the container's proxy. */
    public StorePlanResource() {}

    @Inject
    public StorePlanResource(ShowStorePlanUseCase show) {
        this.show = show;
    }

    /** Shows the plan of a store. */
    @GET
    public CompletionStage<Answer> plan(@PathParam("store_id") String store) {
        return show.show(new Query(id(store))).thenApply(plan -> Answer.of(StorePlanReply.from(plan)));
    }

    /** What cannot be the name of a store is one that does not exist. */
    private static StoreId id(String store) {
        return StoreId.ofText(store).orElseThrow(NotFoundException::new);
    }
}
