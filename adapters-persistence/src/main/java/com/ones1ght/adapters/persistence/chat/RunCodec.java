package com.ones1ght.adapters.persistence.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.adapters.persistence.shared.PackedTexts;
import com.ones1ght.adapters.persistence.shared.RecordJson;
import com.ones1ght.adapters.persistence.shared.Row;
import com.ones1ght.application.chat.MergedStep.MergedItems;
import com.ones1ght.application.chat.MergedStep.MergedNotifications;
import com.ones1ght.application.chat.MergedStep.MergedTodos;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.application.chat.port.RunUpdate;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.StepOutput;
import com.ones1ght.domain.recommendation.Notifications;
import com.ones1ght.domain.recommendation.RecommendedItems;
import com.ones1ght.domain.recommendation.RoundGuard;
import com.ones1ght.domain.recommendation.RoundResult;
import com.ones1ght.domain.recommendation.TodoItem;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The JSON columns of runs and rounds, as {@link RecordJson}: snapshots, and the values of merged steps. */
public final class RunCodec {

    /** The columns that {@link #documents} reads, of {@code round r}. */
    public static final String RESULT_COLUMNS =
            "r.todo_result, r.recommended_result, r.notification_result, r.guard_result, " + PackedTexts.COLUMNS;

    /** The column, and the name among packed texts, of step 1's output. */
    static final String MEAL = "meal";

    /** The name of what the pipeline reports of its upstream, among packed texts. */
    private static final String UPSTREAM = "upstream";

    private static final Map<PipelineStep, String> SNAPSHOT_FIELDS = Map.of(
            PipelineStep.MEAL_SUGGEST, MEAL,
            PipelineStep.SHOPPING_LIST, "shoppingList",
            PipelineStep.UPSELL_SURFACE, "upsellSurface",
            PipelineStep.BACK_LIST, "backList");

    private RunCodec() {}

    static String writeSnapshot(PipelineSnapshot snapshot) {
        return RecordJson.write(SnapshotDocument.of(snapshot));
    }

    /**
     * The texts of newly merged steps by their columns, and of a settled run what {@link #output} needs. What repeats
     * another text comes after it.
     *
     * @param result the update's
     */
    static Map<String, JsonFragment> texts(RunUpdate update, Documents result) {
        Map<String, JsonFragment> texts = new LinkedHashMap<>();
        PipelineSnapshot snapshot = update.snapshot();
        boolean isSettled = update.round().state().isSettled();
        if (isSettled) {
            put(texts, PipelineStep.MEAL_SUGGEST, snapshot.meal());
        }
        update.step(MergedTodos.class).ifPresent(step -> {
            texts.put("todos", step.document());
            put(texts, "todo_result", result.todos());
            put(texts, "session_shopping_list", step.sessionDocument());
        });
        if (isSettled) {
            put(texts, PipelineStep.SHOPPING_LIST, snapshot.shoppingList());
            put(texts, PipelineStep.UPSELL_SURFACE, snapshot.upsellSurface());
        }
        update.step(MergedItems.class).ifPresent(step -> {
            put(texts, "recommended_result", result.recommendedItems());
            texts.put("recommended_items", step.document());
        });
        if (isSettled) {
            put(texts, PipelineStep.BACK_LIST, snapshot.backList());
        }
        update.step(MergedNotifications.class).ifPresent(step -> {
            put(texts, "notification_result", result.notifications());
            texts.put("notifications", step.document());
            put(texts, "session_back_list", step.sessionDocument());
        });
        if (isSettled) {
            put(texts, UPSTREAM, snapshot.extras().get(RecommendationPipeline.SHOWN_TO_ADMINS));
        }
        return texts;
    }

    private static void put(Map<String, JsonFragment> texts, PipelineStep step, @Nullable StepOutput<?> output) {
        put(texts, SNAPSHOT_FIELDS.get(step), output == null ? null : output.raw());
    }

    private static void put(Map<String, JsonFragment> texts, String name, @Nullable String text) {
        put(texts, name, text == null ? null : JsonFragment.of(text));
    }

    private static void put(Map<String, JsonFragment> texts, String name, @Nullable JsonFragment text) {
        if (text != null) {
            texts.put(name, text);
        }
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

    /** What admins see of the run in a row with {@code snapshot} and the columns of {@link PackedTexts}. */
    static Output output(Row row) {
        String snapshot = row.textOrNull("snapshot");
        if (snapshot != null) {
            return output(snapshot);
        }
        PackedTexts texts = PackedTexts.of(row);
        Map<PipelineStep, JsonFragment> steps = new EnumMap<>(PipelineStep.class);
        SNAPSHOT_FIELDS.forEach((step, field) -> {
            JsonFragment raw = texts.packedOrNull(field);
            if (raw != null) {
                steps.put(step, raw);
            }
        });
        return new Output(steps, texts.packedOrNull(UPSTREAM));
    }

    /** What admins see of a snapshot, even one of a version that {@link #readSnapshot} cannot read. */
    static Output output(String json) {
        Map<PipelineStep, JsonFragment> steps = new EnumMap<>(PipelineStep.class);
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
    public record Documents(
            @Nullable String todos,
            @Nullable String recommendedItems,
            @Nullable String notifications,
            @Nullable String guard) {

        /** In characters. */
        public int length() {
            return Stream.of(todos, recommendedItems, notifications, guard)
                    .filter(Objects::nonNull)
                    .mapToInt(String::length)
                    .sum();
        }
    }

    static Documents writeResult(RoundResult result) {
        return new Documents(
                result.todos() == null ? null : RecordJson.write(result.todos()),
                result.recommendedItems() == null ? null : RecordJson.write(result.recommendedItems()),
                result.notifications() == null ? null : RecordJson.write(result.notifications()),
                writeGuard(result.guard()));
    }

    /** Those in a row with {@link #RESULT_COLUMNS}. */
    public static Documents documents(Row row) {
        PackedTexts texts = PackedTexts.of(row);
        return new Documents(
                texts.textOrNull("todo_result"),
                texts.textOrNull("recommended_result"),
                texts.textOrNull("notification_result"),
                row.textOrNull("guard_result"));
    }

    public static RoundResult readResult(Documents documents) {
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
