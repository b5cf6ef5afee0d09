package com.ones1ght.adapters.persistence.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.ones1ght.domain.tenant.StageFlow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flows of stages as JSON arrays and back. */
final class StageFlowCodec {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final ObjectReader READER = MAPPER.readerForListOf(String.class);
    private static final ObjectWriter WRITER = MAPPER.writerFor(List.class);

    private StageFlowCodec() {}

    static @Nullable String write(@Nullable StageFlow flow) {
        if (flow == null) {
            return null;
        }
        try {
            return WRITER.writeValueAsString(flow.stages());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A flow of stages cannot be written", e);
        }
    }

    static @Nullable StageFlow read(@Nullable String json) {
        if (json == null) {
            return null;
        }
        try {
            return new StageFlow(READER.<List<String>>readValue(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored flow of stages cannot be read", e);
        }
    }
}
