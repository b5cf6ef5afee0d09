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

/** Reads one JSON value up to a size, and no longer than a time: a byte per second ends, too. */
final class AnswerReader {

    private static final int MAX_BYTES = 2 * 1024 * 1024;
    private static final int CHUNK_BYTES = 8 * 1024;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private AnswerReader() {}

    /**
     * @param atMost from now on; a single read is limited by the connection's own time-out
     * @throws StoreApiFailure when it is too long, too slow, breaks off or is not JSON
     */
    static JsonNode read(InputStream body, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            return JSON.readTree(bytes(body, end));
        } catch (JsonProcessingException e) {
            // Without the cause, whose message quotes the answer.
            throw new StoreApiFailure("answered what is not JSON", null);
        } catch (SocketTimeoutException e) {
            throw new StoreApiFailure.TooSlow(e);
        } catch (IOException e) {
            throw new StoreApiFailure("broke off within its answer", e);
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
                throw new StoreApiFailure("answers more than 2 MiB", null);
            }
            bytes.write(chunk, 0, count);
        }
        return bytes.toByteArray();
    }
}
