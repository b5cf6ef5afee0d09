package com.ones1ght.adapters.rest.event;

import com.ones1ght.adapters.rest.access.IdempotentAnswers.Done;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.adapters.rest.shared.PathIds;
import com.ones1ght.application.event.TriggerItemUseCase;
import com.ones1ght.application.event.TriggerSignageUseCase;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.event.Passage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/**
 * Accepts triggers, for the resource and for the filter in front of it: checks the body, and returns what writes the events.
 * Thread-safe.
 */
@ApplicationScoped
public class Triggers {

    private TriggerSignageUseCase signage;
    private TriggerItemUseCase item;

    /** For the container's proxy. */
    protected Triggers() {}

    @Inject
    public Triggers(TriggerSignageUseCase signage, TriggerItemUseCase item) {
        this.signage = signage;
        this.item = item;
    }

    /** A shopper enters or leaves the circle of a signage. */
    public Supplier<Done> signage(ApiKey key, String profile, JsonObject body) {
        SignageRequest wanted = SignageRequest.from(body);
        return () -> {
            TriggerSignageUseCase.Command command = wanted.toCommand(key, PathIds.profile(profile));
            boolean isExit = command.passage() == Passage.EXIT;
            return new Done(
                    EventReplies.accepted(signage.trigger(command), isExit ? command.passage() : null),
                    command.profile());
        };
    }

    /** A coupon is issued, redeemed or dismissed. */
    public Supplier<Done> coupon(ApiKey key, String profile, JsonObject body) {
        return item(key, profile, SingleRequest.ofCoupon(body));
    }

    /** A recommended item is shown or tapped. */
    public Supplier<Done> recommend(ApiKey key, String profile, JsonObject body) {
        return item(key, profile, SingleRequest.ofRecommendation(body));
    }

    private Supplier<Done> item(ApiKey key, String profile, SingleRequest wanted) {
        return () -> {
            TriggerItemUseCase.Command command = wanted.toCommand(key.owner(), PathIds.profile(profile));
            return new Done(EventReplies.accepted(item.trigger(command)), command.profile());
        };
    }
}
