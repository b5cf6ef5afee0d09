package com.ones1ght.bootstrap.benchmark;

import java.nio.charset.StandardCharsets;

/** Requests as the bytes that go over the wire. */
final class Requests {

    private Requests() {}

    static byte[] get(String path, String key) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n" + authorization(key)
                        + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] post(String path, String key, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n"
                        + authorization(key) + "Content-Type: application/json\r\nContent-Length: " + body.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    private static String authorization(String key) {
        return "Authorization: Bearer " + key + "\r\n";
    }
}
