package com.ones1ght.adapters.rest.demo;

import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Tells requests of the gateway's own pages from those of other sites, by what browsers say and scripts cannot set. */
final class SameOrigin {

    private SameOrigin() {}

    /**
     * @param host of the gateway as the browser addresses it
     * @throws DomainException FORBIDDEN when the request does not come from a page of this gateway
     */
    static void require(HttpServletRequest request, @Nullable String host) {
        if (!isSame(request.getHeader("Sec-Fetch-Site"), request.getHeader("Origin"), host)) {
            throw new DomainException(ErrorCode.FORBIDDEN, "Only the pages of this gateway may call this");
        }
    }

    /**
     * @param site the browser's own verdict; null on plain HTTP to another host than localhost, where browsers give none
     * @param origin of the page, which browsers send with every POST; its host and port decide then
     * @param host of the gateway as the browser addresses it
     */
    static boolean isSame(@Nullable String site, @Nullable String origin, @Nullable String host) {
        if (site != null) {
            return site.equals("same-origin");
        }
        return origin != null && host != null && host.equalsIgnoreCase(authority(origin));
    }

    private static @Nullable String authority(String origin) {
        try {
            return URI.create(origin).getAuthority();
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
