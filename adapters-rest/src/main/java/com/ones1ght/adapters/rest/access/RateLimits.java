package com.ones1ght.adapters.rest.access;

import com.ones1ght.adapters.rest.shared.TooManyRequestsException;
import com.ones1ght.application.access.InvalidApiKeyException;
import com.ones1ght.application.access.Principal;
import com.ones1ght.domain.shared.DomainException;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The rate limits of this node: per profile and for its positions, per key, and for failed authentications per address. */
@ApplicationScoped
public class RateLimits {

    /** A key serves a whole app; short bursts are normal. */
    private static final int BURST_OF_A_KEY = 4;

    private static final int ID_LENGTH = 36;

    /** The headers of draft-ietf-httpapi-ratelimit-headers. */
    static final String STATE = "RateLimit";

    static final String POLICY = "RateLimit-Policy";

    private @Nullable Quota ofProfiles;
    private @Nullable Quota ofKeys;
    private @Nullable Quota ofStrangers;
    /** Of the positions of a profile, which do not count towards its other limit. */
    private @Nullable Quota ofPositions;

    /** For the container's proxy. */
    protected RateLimits() {}

    /** 0 disables a limit. */
    @Inject
    public RateLimits(
            @ConfigProperty(name = "ones1ght.rate-limit.profile", defaultValue = "50") long perProfile,
            @ConfigProperty(name = "ones1ght.rate-limit.profile-burst", defaultValue = "200") long profileBurst,
            @ConfigProperty(name = "ones1ght.rate-limit.key", defaultValue = "0") long perKey,
            @ConfigProperty(name = "ones1ght.rate-limit.failed-authentications", defaultValue = "300")
                    long failuresPerMinute,
            @ConfigProperty(name = "ones1ght.rate-limit.position", defaultValue = "5") long positions) {
        this(perProfile, profileBurst, perKey, failuresPerMinute, positions, TimeMeter.SYSTEM_NANOTIME);
    }

    RateLimits(
            long perProfile, long profileBurst, long perKey, long failuresPerMinute, long positions, TimeMeter clock) {
        Duration second = Duration.ofSeconds(1);
        ofProfiles = perProfile == 0 ? null : new Quota("profile", perProfile, second, profileBurst, clock);
        ofPositions = positions == 0 ? null : new Quota("position", positions, second, positions, clock);
        ofKeys = perKey == 0 ? null : new Quota("key", perKey, second, perKey * BURST_OF_A_KEY, clock);
        ofStrangers = failuresPerMinute == 0
                ? null
                : new Quota("authentication", failuresPerMinute, Duration.ofMinutes(1), failuresPerMinute, clock);
    }

    /**
     * Counts a request of a client.
     *
     * @param path what it asks for, below {@code /v1}
     * @param headers takes the headers of the answer that say what is left, also before a refusal
     * @throws DomainException RATE_LIMITED when nothing is left
     */
    public void take(Principal.Client client, String path, BiConsumer<String, String> headers) {
        if (ofKeys != null) {
            take(ofKeys, client.key().id().toString(), headers);
        }
        // A token has the quota of its own profile, whichever one its bearer names.
        String profile = client instanceof Principal.ProfileTokenHolder holder
                ? holder.token().profile().toString()
                : ApiPath.profile(path);
        if (profile == null) {
            return;
        }
        Quota quota = ApiPath.isPosition(path) ? ofPositions : ofProfiles;
        if (quota != null) {
            // Includes the key, so that nobody can exhaust another client's quota by naming its profile.
            take(quota, client.key().id() + " " + bucket(profile), headers);
        }
    }

    /** Invalid ids share a bucket, because buckets are kept in memory and their names are not limited in length. */
    private static String bucket(String profile) {
        return profile.length() == ID_LENGTH ? profile.toLowerCase(Locale.ROOT) : "";
    }

    private static void take(Quota quota, String somebody, BiConsumer<String, String> headers) {
        Quota.Taken taken = quota.take(somebody);
        headers.accept(STATE, quota.state(taken));
        headers.accept(POLICY, quota.policy());
        if (!taken.isAllowed()) {
            throw new TooManyRequestsException(taken.waitSeconds());
        }
    }

    /**
     * The answer to a failed authentication: the failure itself, or 429 after too many.
     *
     * @param network the client's address or network; null when unknown
     */
    public DomainException afterFailure(InvalidApiKeyException failure, @Nullable String network) {
        Quota quota = ofStrangers;
        if (quota == null || network == null) {
            return failure;
        }
        Quota.Taken taken = quota.take(network);
        return taken.isAllowed() ? failure : new TooManyRequestsException(taken.waitSeconds());
    }
}
