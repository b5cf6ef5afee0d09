package com.ones1ght.client;

import com.ones1ght.client.invoker.ApiClient;
import com.ones1ght.client.invoker.ApiException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Requests with headers and streams that the generated calls do not have. */
final class Wire {

    static final int OK = 200;

    private final ApiClient api;

    Wire(ApiClient api) {
        this.api = api;
    }

    static String roundPath(UUID profile, UUID chat, UUID round) {
        return "/v1/chat/%s/recommend/%s/%s".formatted(profile, chat, round);
    }

    <T> HttpResponse<T> get(
            String path, Map<String, String> headers, Duration timeout, HttpResponse.BodyHandler<T> handler)
            throws ApiException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(api.getBaseUri() + path)).GET();
        headers.forEach(request::header);
        if (timeout != null) {
            request.timeout(timeout);
        }
        api.getRequestInterceptor().accept(request);
        try {
            return api.getHttpClient().send(request.build(), handler);
        } catch (IOException e) {
            throw new ApiException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException(e);
        }
    }

    <T> T read(String json, Class<T> type) throws ApiException {
        try {
            return api.getObjectMapper().readValue(json, type);
        } catch (IOException e) {
            throw new ApiException("Not the JSON that was expected: " + e.getMessage());
        }
    }
}
