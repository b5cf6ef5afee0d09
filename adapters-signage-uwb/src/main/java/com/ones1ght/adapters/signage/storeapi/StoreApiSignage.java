package com.ones1ght.adapters.signage.storeapi;

import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.shared.port.CallObserver.Outcome;
import com.ones1ght.application.signage.port.SignageForwarder;
import com.ones1ght.application.signage.port.SignageTrigger;
import com.ones1ght.application.signage.port.SignageUnavailableException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/** Sends triggers to the store-API, which detects repeated ones by their delivery id. */
public final class StoreApiSignage implements SignageForwarder {

    private final SignageApiClient client;
    private final Executor executor;

    /** @param executor runs the calls, which block until they are answered */
    public StoreApiSignage(SignageApiClient client, Executor executor) {
        this.client = client;
        this.executor = executor;
    }

    @Override
    public CompletionStage<Void> forward(SignageTrigger trigger) {
        try {
            return CompletableFuture.runAsync(Correlation.keptBy(() -> send(trigger)), executor);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedStage(
                    new SignageUnavailableException("No thread is available for a call of the store-API", null, e));
        }
    }

    private void send(SignageTrigger trigger) {
        String store = trigger.store().value();
        if (!isSegment(store)) {
            // Clients name the store: such a name would redirect the call, which carries the gateway's key.
            throw SignageUnavailableException.refusal("The store's name cannot be part of a URL's path");
        }
        try {
            SignageReply reply = client.send(store, TriggerDocument.of(trigger));
            switch (reply.kind()) {
                case ACCEPTED -> {}
                case BUSY ->
                    throw new SignageUnavailableException("store-API asks for a later retry", reply.retryAfter(), null);
                case REFUSED ->
                    throw SignageUnavailableException.refusal("store-API refuses the trigger: " + reply.status());
            }
        } catch (SignageApiFailure e) {
            throw new SignageUnavailableException(e.getMessage(), null, e);
        } catch (CircuitBreakerOpenException e) {
            client.notMade(Outcome.BREAKER_OPEN);
            throw new SignageUnavailableException("store-API circuit breaker open: " + client.lastFailure(), null, e);
        } catch (FaultToleranceException e) {
            client.notMade(Outcome.LIMIT_REACHED);
            throw new SignageUnavailableException("store-API: too many concurrent calls", null, e);
        }
    }

    private static boolean isSegment(String name) {
        return name.indexOf('/') < 0 && name.indexOf('\\') < 0 && !name.equals(".") && !name.equals("..");
    }
}
