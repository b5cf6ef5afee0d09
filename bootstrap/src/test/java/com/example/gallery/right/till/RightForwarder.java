package com.example.gallery.right.till;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ones1ght.application.signage.port.SignageForwarder;
import com.ones1ght.application.signage.port.SignageTrigger;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;

/** Uses all that an adapter may use: the port, the domain, a named library, constants, state of its own. */
public final class RightForwarder implements SignageForwarder {

    private static final System.Logger LOG = System.getLogger(RightForwarder.class.getName());
    private static final List<String> CURRENCIES = List.of("KRW", "JPY");
    private static final Map<String, Integer> DIGITS = Map.of("KRW", 0);
    private static final Set<String> NONE = Set.of();
    private static final byte[] SEPARATOR = {';'};
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    private final InstantSource clock;
    private final Executor calls;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();

    public RightForwarder(InstantSource clock, Executor calls) {
        this.clock = clock;
        this.calls = calls;
    }

    @Override
    public CompletionStage<Void> forward(SignageTrigger trigger) {
        LOG.log(System.Logger.Level.DEBUG, Thread.currentThread().getName());
        seen.put(CURRENCIES.get(0) + DIGITS + NONE + CODE + SEPARATOR.length, clock.instant());
        return HttpClient.newHttpClient()
                .sendAsync(HttpRequest.newBuilder().build(), HttpResponse.BodyHandlers.discarding())
                .thenAcceptAsync(answer -> json.createObjectNode(), calls);
    }
}
