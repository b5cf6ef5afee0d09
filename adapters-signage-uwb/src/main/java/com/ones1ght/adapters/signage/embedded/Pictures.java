package com.ones1ght.adapters.signage.embedded;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The permitted image URLs: those of the gateway itself and of the configured origins. URLs come from stores and from
 * clients; others are omitted, and the page shows a drawing instead.
 */
final class Pictures {

    /** The placeholder of products without a picture. */
    private static final String NO_PICTURE = "/store/no_image.png";

    private static final int MAX_LENGTH = 2_000;
    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.-]+(:[0-9]{1,5})?");
    private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\\"'<>]]*");

    private final List<String> origins;

    /**
     * @param origins separated by commas, for example {@code https://images.example}
     * @throws IllegalArgumentException if one is not an origin
     */
    Pictures(String origins) {
        this.origins = Arrays.stream(origins.split(","))
                .map(origin -> origin.strip().toLowerCase(Locale.ROOT))
                .filter(origin -> !origin.isEmpty())
                .map(Pictures::checked)
                .toList();
    }

    private static String checked(String origin) {
        if (!ORIGIN.matcher(origin).matches()) {
            throw new IllegalArgumentException("ones1ght.signage.image-origins has \"" + origin
                    + "\", but each has to be an origin, for example https://images.example");
        }
        return origin;
    }

    /** The source list of a content security policy. */
    String policy() {
        return origins.isEmpty() ? "'self'" : "'self' " + String.join(" ", origins);
    }

    /** The URL if a page may load it, else null. */
    @Nullable
    String usable(@Nullable String address) {
        if (address == null || address.length() > MAX_LENGTH || address.equals(NO_PICTURE)) {
            return null;
        }
        return OWN_PATH.matcher(address).matches() || isOfKnownOrigin(address) ? address : null;
    }

    private boolean isOfKnownOrigin(String address) {
        try {
            URI uri = new URI(address);
            String origin = uri.getScheme() + "://" + uri.getRawAuthority();
            return origins.contains(origin.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
