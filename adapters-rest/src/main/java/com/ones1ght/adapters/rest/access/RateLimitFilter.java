package com.ones1ght.adapters.rest.access;

import com.ones1ght.adapters.rest.access.Quota.Taken;
import com.ones1ght.adapters.rest.shared.TooManyRequestsException;
import com.ones1ght.domain.profile.ProfileId;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Limits the request rate and reports the remaining quota. Runs after authentication, before resource matching. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION + 1)
@Dependent
public class RateLimitFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final int ID_LENGTH = 36;
    private static final String STATE = "com.ones1ght.rate-limit";
    private static final String POLICY = "com.ones1ght.rate-limit-policy";

    private final RateLimits limits;

    @Inject
    public RateLimitFilter(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String key = Caller.keyId(request);
        if (key == null) {
            return;
        }
        limit(request, limits.ofKeys(), key);
        ProfileId ofToken = Caller.tokenProfile(request);
        // A token has the quota of its own profile, whichever one its bearer names.
        String profile = ofToken == null ? ApiPath.profile(request.getUriInfo().getPath()) : ofToken.toString();
        if (profile != null) {
            // Includes the key, so that nobody can exhaust another client's quota by naming its profile.
            boolean isPosition = ApiPath.isPosition(request.getUriInfo().getPath());
            limit(request, isPosition ? limits.ofPositions() : limits.ofProfiles(), key + " " + bucket(profile));
        }
    }

    /** Invalid ids share a bucket, because buckets are kept in memory and their names are not limited in length. */
    private static String bucket(String profile) {
        return profile.length() == ID_LENGTH ? profile.toLowerCase(Locale.ROOT) : "";
    }

    private static void limit(ContainerRequestContext request, @Nullable Quota quota, String somebody) {
        if (quota == null) {
            return;
        }
        Taken taken = quota.take(somebody);
        request.setProperty(STATE, quota.state(taken));
        request.setProperty(POLICY, quota.policy());
        if (!taken.isAllowed()) {
            throw new TooManyRequestsException(taken.waitSeconds());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(STATE) instanceof String state) {
            response.getHeaders().putSingle("RateLimit", state);
            response.getHeaders().putSingle("RateLimit-Policy", String.valueOf(request.getProperty(POLICY)));
        }
    }
}
