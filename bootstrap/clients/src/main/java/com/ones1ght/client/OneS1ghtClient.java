package com.ones1ght.client;

import com.ones1ght.client.api.ChatsApi;
import com.ones1ght.client.api.ChatsApi.APIKickOffRoundRequest;
import com.ones1ght.client.invoker.ApiClient;
import com.ones1ght.client.invoker.ApiException;
import com.ones1ght.client.model.KickoffRequest;
import com.ones1ght.client.model.KickoffResult;
import com.ones1ght.client.model.Round;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The gateway, on behalf of one key or token. Safe for use by several threads.
 *
 * <p>The generated calls are used with {@link #api()}, as in {@code new ProfilesApi(client.api())}.
 */
public final class OneS1ghtClient {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final ApiClient api;
    private final Retries retries;
    private final Wire wire;

    /**
     * @param server the address of the gateway, without a path
     * @param credential the key or token to present; asked for each request, so that tokens can be renewed
     */
    public OneS1ghtClient(URI server, Supplier<String> credential) {
        this(server, credential, Retries.DEFAULT);
    }

    /** The same with other retries. */
    public OneS1ghtClient(URI server, Supplier<String> credential, Retries retries) {
        this.api = new ApiClient();
        api.updateBaseUri(server.toString().replaceFirst("/$", ""));
        api.setConnectTimeout(CONNECT);
        api.setRequestInterceptor(request -> request.setHeader("Authorization", "Bearer " + credential.get()));
        this.retries = retries;
        this.wire = new Wire(api);
    }

    /** What the generated calls take. */
    public ApiClient api() {
        return api;
    }

    /** Asks a question exactly once, however often the request has to be repeated. */
    public KickoffResult kickOff(UUID profile, KickoffRequest question) throws ApiException {
        String idempotencyKey = UUID.randomUUID().toString();
        ChatsApi chats = new ChatsApi(api);
        APIKickOffRoundRequest request = APIKickOffRoundRequest.newBuilder()
                .profileId(profile)
                .kickoffRequest(question)
                .idempotencyKey(idempotencyKey)
                .build();
        return retries.run(() -> chats.kickOffRound(request)).getData();
    }

    /**
     * Asks a question in a chat, and waits for its result.
     *
     * @throws TimeoutException if the round is not there after the timeout; it goes on
     */
    public Round recommendAndWait(UUID profile, KickoffRequest question, Until until, Duration timeout)
            throws ApiException, TimeoutException {
        KickoffResult accepted = kickOff(profile, question);
        return await(profile, accepted.getChatId(), accepted.getRoundId(), until, timeout);
    }

    /** Waits for a round that was asked for before. */
    public Round await(UUID profile, UUID chat, UUID round, Until until, Duration timeout)
            throws ApiException, TimeoutException {
        return new LongPoll(wire, retries).await(profile, chat, round, until, timeout);
    }

    /**
     * Receives each step of a round, on the calling thread, until the round is settled. A lost connection is replaced,
     * and continues after the last event that was received.
     */
    public void follow(UUID profile, UUID chat, UUID round, Consumer<RoundEvent> consumer) throws ApiException {
        new RoundStream(wire, retries, profile, chat, round, consumer).follow();
    }
}
