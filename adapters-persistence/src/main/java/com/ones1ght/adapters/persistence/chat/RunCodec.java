package com.ones1ght.adapters.persistence.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.adapters.persistence.shared.RecordJson;
import com.ones1ght.adapters.persistence.shared.Row;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.recommendation.Notifications;
import com.ones1ght.domain.recommendation.RecommendedItems;
import com.ones1ght.domain.recommendation.RoundGuard;
import com.ones1ght.domain.recommendation.RoundResult;
import com.ones1ght.domain.recommendation.TodoItem;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON columns of runs and rounds, as {@link RecordJson}: snapshots, and the values of merged steps. */
public final class RunCodec {

    /** The columns that {@link #readResult} reads, of {@code round r}. */
    public static final String RESULT_COLUMNS =
            "r.todo_result, r.recommended_result, r.notification_result, r.guard_result";

    private static final Map<PipelineStep, String> SNAPSHOT_FIELDS = Map.of(
            PipelineStep.MEAL_SUGGEST, "meal",
            PipelineStep.SHOPPING_LIST, "shoppingList",
            PipelineStep.UPSELL_SURFACE, "upsellSurface",
            PipelineStep.BACK_LIST, "backList");

    private RunCodec() {}

    static String writeSnapshot(PipelineSnapshot snapshot) {
        return RecordJson.write(SnapshotDocument.of(snapshot));
    }

    /** What {@link #output} needs of the snapshot of a run that has settled, and which nobody continues. */
    static String writeOutput(PipelineSnapshot snapshot) {
        return RecordJson.write(SnapshotDocument.outputOf(snapshot));
    }

    /** @param json null for a run that has not started */
    static PipelineSnapshot readSnapshot(@Nullable String json) {
        return json == null
                ? PipelineSnapshot.empty()
                : RecordJson.read(json, SnapshotDocument.class).toDomain();
    }

    /**
     * What admins see of a snapshot.
     *
     * @param steps the backend's output for each finished step
     * @param upstream what the pipeline reports of its upstream; null when it reports nothing
     */
    record Output(
            Map<PipelineStep, JsonFragment> steps, @Nullable JsonFragment upstream) {}

    /**
     * What admins see of a snapshot, even one of a version that {@link #readSnapshot} cannot read.
     *
     * @param json null for a run that has not started
     */
    static Output output(@Nullable String json) {
        Map<PipelineStep, JsonFragment> steps = new EnumMap<>(PipelineStep.class);
        if (json == null) {
            return new Output(steps, null);
        }
        JsonNode document = RecordJson.tree(json);
        SNAPSHOT_FIELDS.forEach((step, field) -> {
            JsonNode raw = document.path(field).path("raw");
            if (raw.isTextual()) {
                steps.put(step, JsonFragment.of(raw.textValue()));
            }
        });
        JsonNode upstream = document.path("extras").path(RecommendationPipeline.SHOWN_TO_ADMINS);
        return new Output(steps, upstream.isTextual() ? JsonFragment.of(upstream.textValue()) : null);
    }

    /** The documents of a result; null for a step without a value. */
    record Documents(
            @Nullable String todos,
            @Nullable String recommendedItems,
            @Nullable String notifications,
            @Nullable String guard) {}

    static Documents writeResult(RoundResult result) {
        return new Documents(
                result.todos() == null ? null : RecordJson.write(result.todos()),
                result.recommendedItems() == null ? null : RecordJson.write(result.recommendedItems()),
                result.notifications() == null ? null : RecordJson.write(result.notifications()),
                writeGuard(result.guard()));
    }

    /** The result in a row with {@link #RESULT_COLUMNS}. */
    public static RoundResult readResult(Row row) {
        return readResult(new Documents(
                row.textOrNull("todo_result"),
                row.textOrNull("recommended_result"),
                row.textOrNull("notification_result"),
                row.textOrNull("guard_result")));
    }

    static RoundResult readResult(Documents documents) {
        String todos = documents.todos();
        String recommendedItems = documents.recommendedItems();
        String notifications = documents.notifications();
        return new RoundResult(
                todos == null ? null : readTodos(todos),
                recommendedItems == null ? null : RecordJson.read(recommendedItems, RecommendedItems.class),
                notifications == null ? null : RecordJson.read(notifications, Notifications.class),
                readGuard(documents.guard()));
    }

    static List<TodoItem> readTodos(String json) {
        return List.of(RecordJson.read(json, TodoItem[].class));
    }

    /** The guard in a row with {@code guard_result}. */
    public static RoundGuard readGuard(Row row) {
        return readGuard(row.textOrNull("guard_result"));
    }

    /** @param guard null where nothing is restricted */
    static RoundGuard readGuard(@Nullable String guard) {
        return guard == null
                ? RoundGuard.NONE
                : RecordJson.read(guard, GuardDocument.class).toDomain();
    }

    /** The document of a guard; null where nothing is restricted. */
    static @Nullable String writeGuard(RoundGuard guard) {
        return guard.isEmpty() ? null : RecordJson.write(GuardDocument.of(guard));
    }
}
