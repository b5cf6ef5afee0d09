package com.ones1ght.domain.recommendation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The analyst comments of a step, including those on recommendations that the round does not show: a client may report
 * an event about such an item, and the tenant still learns why it was recommended.
 *
 * @param byRecommendation by recommendation id; the first comment on an id counts
 */
public record AnalystComments(Map<String, String> byRecommendation) {

    public static final AnalystComments NONE = new AnalystComments(Map.of());

    public AnalystComments {
        byRecommendation = Map.copyOf(byRecommendation);
    }

    static <T> AnalystComments of(List<T> items, Function<T, String> id, Function<T, @Nullable String> comment) {
        Map<String, String> comments = new LinkedHashMap<>();
        for (T item : items) {
            String given = comment.apply(item);
            if (given != null) {
                comments.putIfAbsent(id.apply(item), given);
            }
        }
        return new AnalystComments(comments);
    }

    public Optional<String> on(String recommendationId) {
        return Optional.ofNullable(byRecommendation.get(recommendationId));
    }
}
