package com.ones1ght.adapters.persistence.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Snapshots as {@link RecordJson} and back. */
final class SnapshotCodec {

    private static final Map<PipelineStep, String> FIELDS = Map.of(
            PipelineStep.MEAL_SUGGEST, "meal",
            PipelineStep.SHOPPING_LIST, "shoppingList",
            PipelineStep.UPSELL_SURFACE, "upsellSurface",
            PipelineStep.BACK_LIST, "backList");

    private SnapshotCodec() {}

    static String write(PipelineSnapshot snapshot) {
        return RecordJson.write(SnapshotDocument.of(snapshot));
    }

    /** @param json null is a run that has not begun */
    static PipelineSnapshot read(@Nullable String json) {
        return json == null
                ? PipelineSnapshot.empty()
                : RecordJson.read(json, SnapshotDocument.class).toDomain();
    }

    /**
     * What admins are shown of a snapshot.
     *
     * @param steps what the backend sent for the steps that have come
     * @param upstream what the pipeline tells of its upstream; null when it tells nothing
     */
    record Output(
            Map<PipelineStep, JsonFragment> steps, @Nullable JsonFragment upstream) {}

    /**
     * What admins are shown, whatever else has become of the snapshot's form.
     *
     * @param json null is a run that has not begun
     */
    static Output output(@Nullable String json) {
        Map<PipelineStep, JsonFragment> steps = new EnumMap<>(PipelineStep.class);
        if (json == null) {
            return new Output(steps, null);
        }
        JsonNode document = RecordJson.tree(json);
        FIELDS.forEach((step, field) -> {
            JsonNode raw = document.path(field).path("raw");
            if (raw.isTextual()) {
                steps.put(step, JsonFragment.of(raw.textValue()));
            }
        });
        JsonNode upstream = document.path("extras").path(RecommendationPipeline.SHOWN_TO_ADMINS);
        return new Output(steps, upstream.isTextual() ? JsonFragment.of(upstream.textValue()) : null);
    }
}
