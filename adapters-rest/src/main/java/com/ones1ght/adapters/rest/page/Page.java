package com.ones1ght.adapters.rest.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page as it is served, with the Content-Security-Policy that fits it: scripts, styles and data come from the gateway
 * alone, and the only inline script is the import map, allowed by its hash.
 */
final class Page {

    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

    /** Where the frame names the page, and where the page's own part of the head goes. */
    private static final String NAME = "{page}";

    private static final String HEAD = "<!-- head -->";

    private final byte[] body;
    private final String policy;
    private final String etag;

    /**
     * @param frame what all pages have in common: a document with one import map
     * @param name the page's name, which is also that of its component
     * @param head the page's own part of the head: title, description, styles and scripts
     * @param facts the values of attributes {@code data-…} of the document's root, which stand in it as "false"
     */
    Page(String frame, String name, String head, Map<String, Boolean> facts) {
        String filled = frame.replace(NAME, name).replace(HEAD, head.strip());
        for (Map.Entry<String, Boolean> fact : facts.entrySet()) {
            String attribute = "data-" + fact.getKey() + "=\"";
            filled = filled.replace(attribute + "false\"", attribute + fact.getValue() + '"');
        }
        body = filled.getBytes(StandardCharsets.UTF_8);
        policy = "default-src 'none'; script-src 'self' '" + hashOfImportMap(filled) + "'; style-src 'self'; "
                + "font-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; "
                + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        etag = '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(digest(body)) + '"';
    }

    private static String hashOfImportMap(String html) {
        Matcher map = IMPORT_MAP.matcher(html);
        if (!map.find()) {
            throw new IllegalArgumentException("a page without an import map");
        }
        // As a browser hashes it, which reads line ends of every kind as line feeds.
        byte[] script = map.group(1).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
        return "sha256-" + Base64.getEncoder().encodeToString(digest(script));
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** Not to be changed. */
    byte[] body() {
        return body;
    }

    /** The value of Content-Security-Policy. */
    String policy() {
        return policy;
    }

    /** A strong validator, with its quotes. */
    String etag() {
        return etag;
    }
}
