package com.ones1ght.adapters.persistence.chat;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.recommendation.RoundResult;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The values of merged steps as JSON texts, a column for each step. Numbers keep their scale. */
public final class RoundResultCodec {

    /** What {@link #read} reads, of a table called {@code r}. */
    public static final String COLUMNS = "r.todo_result, r.recommended_result, r.notification_result";

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private RoundResultCodec() {}

    /** The values in a row with {@link #COLUMNS}. */
    public static RoundResult read(ResultSet row) throws SQLException {
        return read(
                row.getString("todo_result"),
                row.getString("recommended_result"),
                row.getString("notification_result"));
    }

    /** What {@link #write} has written. */
    static RoundResult read(
            @Nullable String todoResult, @Nullable String recommendedResult, @Nullable String notificationResult) {
        StoredTodos todos = read(todoResult, StoredTodos.class);
        StoredRecommendedItems recommended = read(recommendedResult, StoredRecommendedItems.class);
        StoredNotifications notifications = read(notificationResult, StoredNotifications.class);
        return new RoundResult(
                todos == null ? null : todos.toDomain(),
                recommended == null ? null : recommended.toDomain(),
                notifications == null ? null : notifications.toDomain());
    }

    /**
     * The texts for {@link #COLUMNS}, in their order; null where the result has no values.
     *
     * @param result null is one without any
     */
    static @Nullable String[] write(@Nullable RoundResult result) {
        RoundResult given = result == null ? RoundResult.NONE : result;
        return new @Nullable String[] {
            given.todos() == null ? null : write(StoredTodos.of(given.todos())),
            given.recommendedItems() == null ? null : write(StoredRecommendedItems.of(given.recommendedItems())),
            given.notifications() == null ? null : write(StoredNotifications.of(given.notifications()))
        };
    }

    /** Lone surrogates, which the database cannot keep, become question marks, as in the served documents. */
    private static String write(Object document) {
        try {
            return JsonFragment.of(MAPPER.writeValueAsString(document)).toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A round's result cannot be written", e);
        }
    }

    private static <T> @Nullable T read(@Nullable String json, Class<T> type) {
        try {
            return json == null ? null : MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored result of a round cannot be read", e);
        }
    }
}
