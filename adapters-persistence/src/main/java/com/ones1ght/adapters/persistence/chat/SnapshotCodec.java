package com.ones1ght.adapters.persistence.chat;

import com.fasterxml.jackson.databind.JsonNode;
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
     * What the backend sent for the steps that have come, whatever else has become of the snapshot's form.
     *
     * @param json null is a run that has not begun
     */
    static Map<PipelineStep, JsonFragment> output(@Nullable String json) {
        Map<PipelineStep, JsonFragment> output = new EnumMap<>(PipelineStep.class);
        if (json == null) {
            return output;
        }
        JsonNode document = RecordJson.tree(json);
        FIELDS.forEach((step, field) -> {
            JsonNode raw = document.path(field).path("raw");
            if (raw.isTextual()) {
                output.put(step, JsonFragment.of(raw.textValue()));
            }
        });
        return output;
    }
}
