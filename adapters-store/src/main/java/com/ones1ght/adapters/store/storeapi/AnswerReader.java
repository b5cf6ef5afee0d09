package com.ones1ght.adapters.store.storeapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Reads one JSON value within limits of size and total time, so that a trickling answer ends as well. */
final class AnswerReader {

    private static final int MAX_BYTES = 2 * 1024 * 1024;
    private static final int CHUNK_BYTES = 8 * 1024;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private AnswerReader() {}

    /**
     * @param atMost total time from now on; a single read is limited by the connection's time-out
     * @throws StoreApiFailure if the body is too large, too slow, truncated or not JSON
     */
    static JsonNode read(InputStream body, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            return JSON.readTree(bytes(body, end));
        } catch (JsonProcessingException e) {
            // Without the cause: its message quotes the answer.
            throw new StoreApiFailure("sent an answer that is not JSON", null);
        } catch (SocketTimeoutException e) {
            throw new StoreApiFailure.TooSlow(e);
        } catch (IOException e) {
            throw new StoreApiFailure("closed the connection within its answer", e);
        }
    }

    private static byte[] bytes(InputStream body, long end) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK_BYTES];
        for (int count = body.read(chunk); count >= 0; count = body.read(chunk)) {
            if (System.nanoTime() - end > 0) {
                throw new StoreApiFailure.TooSlow(null);
            }
            if (bytes.size() + count > MAX_BYTES) {
                throw new StoreApiFailure("sent an answer larger than 2 MiB", null);
            }
            bytes.write(chunk, 0, count);
        }
        return bytes.toByteArray();
    }
}
