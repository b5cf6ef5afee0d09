package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.domain.recommendation.Notifications;
import com.ones1ght.domain.recommendation.RecommendedItems;
import com.ones1ght.domain.recommendation.RoundResult;
import com.ones1ght.domain.recommendation.TodoItem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of merged steps as {@link RecordJson}, a column for each step. */
public final class RoundResultCodec {

    /** What {@link #read} reads, of a table called {@code r}. */
    public static final String COLUMNS = "r.todo_result, r.recommended_result, r.notification_result";

    private RoundResultCodec() {}

    /** The values in a row with {@link #COLUMNS}. */
    public static RoundResult read(ResultSet row) throws SQLException {
        return read(
                row.getString("todo_result"),
                row.getString("recommended_result"),
                row.getString("notification_result"));
    }

    /** What {@link #write} has written. */
    static RoundResult read(@Nullable String todos, @Nullable String recommendedItems, @Nullable String notifications) {
        return new RoundResult(
                todos == null ? null : List.of(RecordJson.read(todos, TodoItem[].class)),
                recommendedItems == null ? null : RecordJson.read(recommendedItems, RecommendedItems.class),
                notifications == null ? null : RecordJson.read(notifications, Notifications.class));
    }

    /** The texts for {@link #COLUMNS}, in their order; null where the result has no values. */
    static @Nullable String[] write(RoundResult result) {
        return new @Nullable String[] {
            result.todos() == null ? null : RecordJson.write(result.todos()),
            result.recommendedItems() == null ? null : RecordJson.write(result.recommendedItems()),
            result.notifications() == null ? null : RecordJson.write(result.notifications())
        };
    }
}
