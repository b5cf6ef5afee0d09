package com.ones1ght.adapters.rest;

import com.ones1ght.adapters.rest.access.AuthenticationFilter;
import com.ones1ght.adapters.rest.access.IdempotentAnswers;
import com.ones1ght.adapters.rest.access.OpenRequests;
import com.ones1ght.adapters.rest.access.RateLimitFilter;
import com.ones1ght.adapters.rest.access.RateLimits;
import com.ones1ght.adapters.rest.access.ValidationResource;
import com.ones1ght.adapters.rest.barcode.BarcodeResource;
import com.ones1ght.adapters.rest.chat.ChatKickoffs;
import com.ones1ght.adapters.rest.chat.ChatLists;
import com.ones1ght.adapters.rest.chat.ChatPolls;
import com.ones1ght.adapters.rest.chat.ChatResource;
import com.ones1ght.adapters.rest.chat.ChatSessionResource;
import com.ones1ght.adapters.rest.chat.TodosResource;
import com.ones1ght.adapters.rest.event.ProfileEventsResource;
import com.ones1ght.adapters.rest.event.TenantEventsResource;
import com.ones1ght.adapters.rest.event.TriggerResource;
import com.ones1ght.adapters.rest.event.Triggers;
import com.ones1ght.adapters.rest.profile.ProfileResource;
import com.ones1ght.adapters.rest.profile.ProfileTokenResource;
import com.ones1ght.adapters.rest.shared.BodyLimit;
import com.ones1ght.adapters.rest.shared.CorsFilter;
import com.ones1ght.adapters.rest.shared.CorsOrigins;
import com.ones1ght.adapters.rest.shared.EnvelopeFilter;
import com.ones1ght.adapters.rest.shared.FailureMapper;
import com.ones1ght.adapters.rest.shared.JsonObjectReader;
import com.ones1ght.adapters.rest.shared.NegotiationFilter;
import com.ones1ght.adapters.rest.shared.NegotiationHeaders;
import com.ones1ght.adapters.rest.shared.RequestIdFilter;
import com.ones1ght.adapters.rest.store.StorePlanResource;
import com.ones1ght.adapters.rest.visit.PersonaStatusResource;
import com.ones1ght.adapters.rest.visit.VisitResource;
import com.ones1ght.application.idempotency.Idempotency;
import com.ones1ght.application.idempotency.InMemoryAnswers;
import com.ones1ght.application.shared.InMemoryDatabase;
import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.hk2.api.Context;
import org.glassfish.hk2.api.TypeLiteral;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** The module's resources and filters over a real socket, without an application server. */
public final class TestServer implements AutoCloseable {

    // Jersey warns of every resource that is registered as an object. Held, or the level would be forgotten.
    private static final Logger JERSEY = Logger.getLogger("org.glassfish.jersey.internal.inject.Providers");

    static {
        JERSEY.setLevel(Level.SEVERE);
    }

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param origins whose pages may call, by CORS */
    public TestServer(FakeGateway gateway, String... origins) {
        this(gateway, new RateLimits(0, 1, 0, 0, 0), origins);
    }

    private static Idempotency idempotency() {
        InMemoryDatabase database = new InMemoryDatabase();
        return new Idempotency(new InMemoryAnswers(database), database, InstantSource.system(), Duration.ofHours(24));
    }

    /** @param limits how often somebody may come */
    public TestServer(FakeGateway gateway, RateLimits limits, String... origins) {
        BodyLimit limit = new BodyLimit(64 * 1024);
        IdempotentAnswers idempotent = new IdempotentAnswers(idempotency());
        OpenRequests open = new OpenRequests(gateway, timer, timer);
        ResourceConfig application = new ResourceConfig();
        application.addProperties(new RestApplication().getProperties());
        application.register(new AbstractBinder() {
            @Override
            protected void configure() {
                bind(new DependentContext()).to(new TypeLiteral<Context<Dependent>>() {});
            }
        });
        application.registerInstances(
                new ValidationResource(),
                new ProfileResource(gateway, gateway, gateway, gateway, idempotent),
                new ProfileTokenResource(gateway),
                new VisitResource(gateway.visits(), gateway.visits(), gateway.visits(), gateway.visits()),
                new PersonaStatusResource(gateway.visits(), InstantSource.system()),
                new ChatResource(
                        new ChatKickoffs(gateway, gateway.visits()),
                        new ChatLists(gateway),
                        new ChatPolls(gateway, gateway.visits()),
                        gateway,
                        idempotent,
                        open),
                new ChatSessionResource(gateway.visits(), gateway.visits()),
                new TodosResource(gateway),
                new BarcodeResource(gateway),
                new StorePlanResource(gateway.plans()),
                new TriggerResource(new Triggers(gateway.events(), gateway.events()), gateway.events(), idempotent),
                new ProfileEventsResource(gateway.events()),
                new TenantEventsResource(gateway.events()),
                new RequestIdFilter(() -> FakeGateway.ID),
                new CorsFilter(new CorsOrigins(Optional.of(String.join(", ", origins)))),
                new AuthenticationFilter(gateway, gateway, limits),
                new RateLimitFilter(limits),
                new NegotiationHeaders(),
                new NegotiationFilter(limit),
                new JsonObjectReader(limit),
                new FailureMapper(),
                new EnvelopeFilter());
        server = GrizzlyHttpServerFactory.createHttpServer(URI.create("http://localhost:0/v1"), application);
    }

    /** A call with a good key. */
    public HttpResponse<String> call(String method, String path, String... headers) {
        return send(method, path, BodyPublishers.noBody(), withKey(headers));
    }

    /** A call with a good key and a JSON body. */
    public HttpResponse<String> callWithJson(String method, String path, String json, String... headers) {
        String[] all = withKey(headers);
        boolean typed = List.of(headers).contains("Content-Type");
        if (!typed) {
            all = Arrays.copyOf(all, all.length + 2);
            all[all.length - 2] = "Content-Type";
            all[all.length - 1] = "application/json";
        }
        return send(method, path, BodyPublishers.ofString(json), all);
    }

    /** Any call. */
    public HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        URI uri = URI.create("http://localhost:" + server.getListener("grizzly").getPort() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.shutdownNow();
        timer.shutdownNow();
    }

    private static String[] withKey(String... headers) {
        if (List.of(headers).contains("Authorization")) {
            return headers;
        }
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "Bearer " + FakeGateway.KEY;
        return all;
    }
}
