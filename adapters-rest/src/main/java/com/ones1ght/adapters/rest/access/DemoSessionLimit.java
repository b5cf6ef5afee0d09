package com.ones1ght.adapters.rest.access;

import com.ones1ght.adapters.rest.shared.TooManyRequestsException;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Limits how many sessions of the demonstration an address, or an IPv6 network, opens on this node: each is a new profile.
 */
@ApplicationScoped
public class DemoSessionLimit {

    private @Nullable Quota quota;

    /** For the container's proxy. */
    protected DemoSessionLimit() {}

    /** @param perMinute 0 disables the limit */
    @Inject
    public DemoSessionLimit(
            @ConfigProperty(name = "ones1ght.rate-limit.demo-sessions", defaultValue = "30") long perMinute) {
        quota = perMinute == 0
                ? null
                : new Quota("demo-session", perMinute, Duration.ofMinutes(1), perMinute, TimeMeter.SYSTEM_NANOTIME);
    }

    /** @throws TooManyRequestsException when the network opens too many */
    public void count(String network) {
        Quota limit = quota;
        if (limit != null) {
            Quota.Taken taken = limit.take(network);
            if (!taken.isAllowed()) {
                throw new TooManyRequestsException(taken.waitSeconds());
            }
        }
    }
}
