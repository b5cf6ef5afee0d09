package com.ones1ght.adapters.persistence.chat;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Snapshots as JSON texts and back; numbers keep their scale, and texts every character, lone surrogates included. */
final class SnapshotCodec {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            // The components of records are their fields; methods beside them are not.
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            // A node of an older version reads what a newer one has written.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final ObjectReader READER = MAPPER.readerFor(SnapshotDocument.class);
    private static final ObjectWriter WRITER = MAPPER.writerFor(SnapshotDocument.class);
    private static final ObjectWriter ESCAPING_WRITER = WRITER.with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private static final Map<PipelineStep, String> FIELDS = Map.of(
            PipelineStep.MEAL_SUGGEST, "meal",
            PipelineStep.SHOPPING_LIST, "shoppingList",
            PipelineStep.UPSELL_SURFACE, "upsellSurface",
            PipelineStep.BACK_LIST, "backList");

    private SnapshotCodec() {}

    static String write(PipelineSnapshot snapshot) {
        SnapshotDocument document = SnapshotDocument.of(snapshot);
        try {
            String json = WRITER.writeValueAsString(document);
            // UTF-8, and so the database, has no lone surrogates; JSON's escapes do.
            return hasLoneSurrogate(json) ? ESCAPING_WRITER.writeValueAsString(document) : json;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A snapshot cannot be written", e);
        }
    }

    /** @param json null is a run that has not begun */
    static PipelineSnapshot read(@Nullable String json) {
        if (json == null) {
            return PipelineSnapshot.empty();
        }
        try {
            return READER.<SnapshotDocument>readValue(json).toDomain();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored snapshot cannot be read", e);
        }
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
        try {
            JsonNode document = MAPPER.readTree(json);
            FIELDS.forEach((step, field) -> {
                JsonNode raw = document.path(field).path("raw");
                if (raw.isTextual()) {
                    output.put(step, JsonFragment.of(raw.textValue()));
                }
            });
            return output;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored snapshot cannot be read", e);
        }
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
