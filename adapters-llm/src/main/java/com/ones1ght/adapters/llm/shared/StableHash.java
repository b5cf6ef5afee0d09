package com.ones1ght.adapters.llm.shared;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.CRC32;

/** Pseudo-random numbers and ids, the same on every node and in every run. */
public final class StableHash {

    private StableHash() {}

    /** 0 to {@code bound} − 1. */
    public static int below(int bound, String seed) {
        return below(bound, seed.getBytes(StandardCharsets.UTF_8));
    }

    /** The same of a text in parts, so that a beginning that many texts share is encoded once. */
    public static int below(int bound, byte[]... parts) {
        CRC32 crc = new CRC32();
        for (byte[] part : parts) {
            crc.update(part);
        }
        return (int) (crc.getValue() % bound);
    }

    /** A recommendation's id: the same for the same run, list and item. */
    public static String recommendationId(String requestId, String list, long productId) {
        String name = requestId + "\n" + list + "\n" + productId;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
