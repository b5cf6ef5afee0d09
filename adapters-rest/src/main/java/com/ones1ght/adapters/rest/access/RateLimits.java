package com.ones1ght.adapters.rest.access;

import com.ones1ght.adapters.rest.shared.TooManyRequestsException;
import com.ones1ght.application.access.InvalidApiKeyException;
import com.ones1ght.domain.shared.DomainException;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The rate limits of this node: per profile and for its positions, per key, and for failed authentications per address. */
@ApplicationScoped
public class RateLimits {

    /** A key serves a whole app; short bursts are normal. */
    private static final int BURST_OF_A_KEY = 4;

    private @Nullable Quota ofProfiles;
    private @Nullable Quota ofKeys;
    private @Nullable Quota ofStrangers;
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

    /** Of the positions of a profile, which do not count towards its other limit. */
    @Nullable
    Quota ofPositions() {
        return ofPositions;
    }

    @Nullable
    Quota ofProfiles() {
        return ofProfiles;
    }

    @Nullable
    Quota ofKeys() {
        return ofKeys;
    }

    /**
     * The answer to a failed authentication: the failure itself, or 429 after too many.
     *
     * @param address the client's address; null when unknown
     */
    public DomainException afterFailure(InvalidApiKeyException failure, @Nullable String address) {
        Quota quota = ofStrangers;
        if (quota == null || address == null) {
            return failure;
        }
        Quota.Taken taken = quota.take(address);
        return taken.isAllowed() ? failure : new TooManyRequestsException(taken.waitSeconds());
    }
}
