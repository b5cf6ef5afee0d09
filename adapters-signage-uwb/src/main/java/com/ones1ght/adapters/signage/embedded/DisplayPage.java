package com.ones1ght.adapters.signage.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The HTML page of a screen, with its store's branding as attributes of the stage. */
final class DisplayPage {

    private static final String PLACEHOLDER = "data-branding";
    private static final String TEMPLATE = resource("page.html");

    private DisplayPage() {}

    /** The page in UTF-8. */
    static byte[] of(Branding branding) {
        StringBuilder attributes = new StringBuilder();
        append(attributes, "data-store-name", branding.storeName());
        append(attributes, "data-logo", branding.logo());
        append(attributes, "data-accent", branding.accent());
        append(
                attributes,
                "data-time-zone",
                branding.timeZone() == null ? null : branding.timeZone().getId());
        return TEMPLATE.replace(PLACEHOLDER, attributes.toString().strip()).getBytes(StandardCharsets.UTF_8);
    }

    private static void append(StringBuilder attributes, String name, @Nullable String value) {
        if (value != null) {
            attributes
                    .append(' ')
                    .append(name)
                    .append("=\"")
                    .append(value.replace("&", "&amp;")
                            .replace("\"", "&quot;")
                            .replace("<", "&lt;")
                            .replace(">", "&gt;"))
                    .append('"');
        }
    }

    private static String resource(String name) {
        try (InputStream in = DisplayPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("bundled file is missing: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
