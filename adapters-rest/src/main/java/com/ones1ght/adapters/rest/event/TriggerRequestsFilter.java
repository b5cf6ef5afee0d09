package com.ones1ght.adapters.rest.event;

import com.ones1ght.adapters.rest.access.IdempotentAnswers;
import com.ones1ght.adapters.rest.access.IdempotentAnswers.Done;
import com.ones1ght.adapters.rest.access.ServletRequests;
import com.ones1ght.adapters.rest.shared.DirectAnswerFilter;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.adapters.rest.shared.PathIds;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.Area;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Accepts triggers of signages, coupons and recommended items in front of {@link TriggerResource}. */
public class TriggerRequestsFilter extends DirectAnswerFilter {

    private static final String ROUTE = "/v1/chat/{profile_id}/trigger/";
    private static final Pattern PATH = Pattern.compile("/v1/(chat/" + ID + "/trigger/(signage|coupon|recommend))");

    @Inject
    private transient ServletRequests requests;

    @Inject
    private transient Triggers triggers;

    /** Checks the body of a trigger, and returns what accepts it. */
    @FunctionalInterface
    private interface Trigger {

        Supplier<Done> of(ApiKey key, String profile, JsonObject body);
    }

    @Override
    protected @Nullable DirectAnswer directAnswer(HttpServletRequest request, String path) {
        Matcher parts = PATH.matcher(path);
        boolean isTrigger = request.getMethod().equals("POST")
                && request.getHeader(IdempotentAnswers.HEADER) == null
                && parts.matches();
        return isTrigger ? (trigger, response) -> accept(parts, trigger, response) : null;
    }

    private void accept(MatchResult path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String profile = path.group(2);
        ApiKey key = requests.admit(ServletRequests.credential(request, Area.CHAT), path.group(1), request, response)
                .keyFor(PathIds.profile(profile));
        answers().routed(request, ROUTE + path.group(3));
        Done accepted = trigger(path.group(3)).of(key, profile, body(request)).get();
        response.setStatus(HttpServletResponse.SC_ACCEPTED);
        answers().answer(response, accepted.answer());
    }

    private Trigger trigger(String kind) {
        return switch (kind) {
            case "signage" -> triggers::signage;
            case "coupon" -> triggers::coupon;
            default -> triggers::recommend;
        };
    }
}
