package com.ones1ght.adapters.llm.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.ones1ght.application.shared.RetryAfter;
import com.ones1ght.domain.chat.RunFailure.Cause;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Distinguishes replies from failures, and reads both. */
final class ReplyReader {

    private static final int MAX_TEXT_BYTES = 16 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final String name;
    private final InstantSource clock;

    /** @param name the upstream's name, for messages */
    ReplyReader(String name, InstantSource clock) {
        this.name = name;
        this.clock = clock;
    }

    /** Whether the upstream is available but asks for a later retry. */
    static boolean asksToWait(int status) {
        return status == 408 || status == 425 || status == 429 || status == 503;
    }

    /** @throws UpstreamException if the call may be retried later, or the answer is unusable */
    UpstreamReply read(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status / 100 == 3) {
            throw failure("sent a redirect, which is not followed", Cause.UPSTREAM_ERROR, null);
        }
        UpstreamReply reply = new UpstreamReply(status, json(response), text(response), retryAfter(response));
        if (asksToWait(status) || status >= 500) {
            Cause reason = status == 408 || status == 504 ? Cause.UPSTREAM_TIMEOUT : Cause.UPSTREAM_ERROR;
            throw new UpstreamException(name + " answered " + status, reason, reply.retryAfter(), reply, null);
        }
        return reply;
    }

    private @Nullable Duration retryAfter(HttpResponse<?> response) {
        return RetryAfter.parse(response.headers().firstValue("Retry-After").orElse(null), clock.instant());
    }

    private static String text(HttpResponse<byte[]> response) {
        byte[] body = response.body();
        return response.statusCode() / 100 == 2
                ? ""
                : new String(body, 0, Math.min(body.length, MAX_TEXT_BYTES), StandardCharsets.UTF_8);
    }

    private JsonNode json(HttpResponse<byte[]> response) {
        if (response.body().length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            if (response.statusCode() / 100 == 2) {
                // Without the cause: its message may quote the answer.
                throw failure("sent an answer that is not JSON", Cause.INVALID_UPSTREAM_ANSWER, null);
            }
            return MissingNode.getInstance();
        } catch (IOException e) {
            throw failure("sent an unreadable answer", Cause.INVALID_UPSTREAM_ANSWER, e);
        }
    }

    private UpstreamException failure(String what, Cause reason, @Nullable Throwable cause) {
        return new UpstreamException(name + " " + what, reason, null, null, cause);
    }
}
