package com.ones1ght.adapters.persistence.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/** Details of audit entries as JSON objects and back; their order stays. */
final class AuditDetailsCodec {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final ObjectReader READER = MAPPER.readerForMapOf(String.class);
    private static final ObjectWriter WRITER = MAPPER.writerFor(Map.class);

    private AuditDetailsCodec() {}

    static String write(Map<String, String> details) {
        try {
            return WRITER.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Details of an audit entry cannot be written", e);
        }
    }

    static Map<String, String> read(String json) {
        try {
            return READER.readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored details of an audit entry cannot be read", e);
        }
    }
}
