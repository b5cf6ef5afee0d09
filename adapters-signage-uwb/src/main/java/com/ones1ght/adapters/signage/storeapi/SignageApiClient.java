package com.ones1ght.adapters.signage.storeapi;

import com.ones1ght.adapters.signage.storeapi.SignageReply.Kind;
import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.shared.RetryAfter;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/**
 * Sends triggers within limits of time and number, and leaves the store-API alone for a while after failures. It does
 * not try again: the outbox does. What the annotations say can be set by MicroProfile Fault Tolerance's own settings.
 */
@ApplicationScoped
public class SignageApiClient {

    /** Of the 4xx those that every trigger would get. All others are about the one that was sent: clients name stores. */
    private static final Set<Integer> ABOUT_THE_CALLER = Set.of(401, 403, 407, 408, 425);

    private SignageApi api;
    private InstantSource clock;
    private volatile String lastFailure = "calls have failed";

    /** For the container's proxy. */
    protected SignageApiClient() {}

    @Inject
    public SignageApiClient(SignageApiSettings settings, InstantSource clock) {
        this.clock = clock;
        RestClientBuilder builder = RestClientBuilder.newBuilder()
                .baseUri(settings.url())
                .connectTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(settings.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .property("microprofile.rest.client.disable.default.mapper", true);
        if (settings.apiKey() != null) {
            String credentials = "Bearer " + settings.apiKey();
            ClientRequestFilter authorization =
                    request -> request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, credentials);
            builder.register(authorization);
        }
        ClientRequestFilter correlation =
                request -> Correlation.currentHeaders().forEach(request.getHeaders()::putSingle);
        builder.register(correlation);
        this.api = builder.build(SignageApi.class);
    }

    /**
     * @return also when the store-API refuses this one trigger, which says nothing of the others
     * @throws SignageApiFailure when the store-API cannot be reached, or takes no triggers
     * @throws org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException when the call was not made:
     *     too many are under way, or too many have failed
     */
    @CircuitBreaker(
            requestVolumeThreshold = 10,
            failureRatio = 0.5,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = SignageApiFailure.class)
    @Bulkhead(32)
    public SignageReply send(String store, String trigger) {
        try (Response response = api.trigger(store, trigger)) {
            int status = response.getStatus();
            if (status / 100 == 2) {
                return new SignageReply(Kind.TAKEN, status, null);
            }
            if (status == 429 || status == 503) {
                return new SignageReply(
                        Kind.BUSY,
                        status,
                        RetryAfter.parse(response.getHeaderString(HttpHeaders.RETRY_AFTER), clock.instant()));
            }
            if (status / 100 == 4 && !ABOUT_THE_CALLER.contains(status)) {
                return new SignageReply(Kind.REFUSED, status, null);
            }
            throw noted(new SignageApiFailure("answered " + status, null));
        } catch (ProcessingException e) {
            throw noted(new SignageApiFailure("cannot be reached, does not answer in time, or broke off", e));
        }
    }

    private SignageApiFailure noted(SignageApiFailure failure) {
        lastFailure = String.valueOf(failure.getMessage());
        return failure;
    }

    /** What went wrong with the last call that failed: what has opened the circuit, while it is open. */
    public String lastFailure() {
        return lastFailure;
    }

    @PreDestroy
    void close() {
        api.close();
    }
}
