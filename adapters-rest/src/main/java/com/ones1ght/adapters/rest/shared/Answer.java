package com.ones1ght.adapters.rest.shared;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.databind.util.LookupCache;
import com.ones1ght.application.shared.PageRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A success envelope in UTF-8: {@code {"success":true,"data":…}}. */
public final class Answer {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            // A cache of its own: the one that all mappers share belongs to the server and would retain the
            // application.
            .typeFactory(TypeFactory.defaultInstance()
                    .withCache((LookupCache<Object, JavaType>) new LRUMap<Object, JavaType>(16, 200)))
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addModule(new SimpleModule().addSerializer(new PlainSerializer()))
            .build();
    private static final String BEGIN = "{\"success\":true,\"data\":";

    private final byte[] utf8;

    private Answer(byte[] utf8) {
        this.utf8 = utf8;
    }

    /** @param data a record of the wire; its components become keys in snake_case, nulls included */
    public static Answer of(Record data) {
        try {
            return new Answer(new JsonPieces()
                    .raw(BEGIN)
                    .bytes(MAPPER.writeValueAsBytes(data))
                    .raw("}")
                    .join());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot serialize " + data.getClass(), e);
        }
    }

    /** @param data records of the wire, which become an array */
    public static Answer ofList(List<? extends Record> data) {
        try {
            return new Answer(new JsonPieces()
                    .raw(BEGIN)
                    .bytes(MAPPER.writeValueAsBytes(data))
                    .raw("}")
                    .join());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot serialize a list", e);
        }
    }

    /** Begins an envelope; the caller adds the data and finishes it by {@link #end}. */
    public static JsonPieces begin() {
        return new JsonPieces().raw(BEGIN);
    }

    /** Ends an envelope that {@link #begin} began. */
    public static Answer end(JsonPieces pieces) {
        return new Answer(pieces.raw("}").join());
    }

    /** Ends an envelope whose data is an object with an array of items, still open, and adds the {@code pageInfo}. */
    public static Answer endPage(JsonPieces items, long total, PageRequest page) {
        items.raw("],\"pageInfo\":{\"total\":").number(total);
        items.raw(",\"page\":").number(page.page());
        items.raw(",\"limit\":").number(page.limit());
        items.raw(",\"order\":").text(WireWords.of(page.order()));
        return end(items.raw("}}"));
    }

    /** An envelope that was written before. */
    public static Answer ofText(String envelope) {
        return new Answer(envelope.getBytes(StandardCharsets.UTF_8));
    }

    /** The envelope as text. */
    public String text() {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /** The envelope's bytes, not a copy. */
    public byte[] utf8() {
        return utf8;
    }

    private static final class PlainSerializer extends StdSerializer<BigDecimal> {

        PlainSerializer() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeNumber(PlainNumbers.of(value));
        }
    }
}
