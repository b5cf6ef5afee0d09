package com.ones1ght.adapters.persistence.shared;

import com.ones1ght.application.shared.JsonFragment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a round, from columns of their own and from those that are packed: deflated together, since each repeats
 * much of the others. The packed value is a sequence of zlib streams, one for each save that brought texts; each has names,
 * which are those of the columns, and texts. What nodes have packed is read without a limit: it was in a node's memory
 * before.
 */
public final class PackedTexts {

    /** What {@link #of} reads, besides the columns of texts, in a query of {@code round r} with {@code :owner}. */
    public static final String COLUMNS = """
            r.id AS packed_round,
            (SELECT packed FROM pipeline_run
              WHERE round_id = r.id AND run_no = r.run_no AND tenant_id = :owner.tenant) AS packed""";

    /** Texts of a round as an example, with whose parts others begin. Stored rounds need it as it is. */
    private static final byte[] DICTIONARY = dictionary();

    private static final int BUFFER = 1 << 13;

    private final Row row;
    private @Nullable Map<String, JsonFragment> packed;

    private PackedTexts(Row row) {
        this.row = row;
    }

    private static byte[] dictionary() {
        try (InputStream file = PackedTexts.class.getResourceAsStream("packed-texts.dictionary")) {
            return Objects.requireNonNull(file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts of a row with {@code packed} and {@code packed_round}. */
    public static PackedTexts of(Row row) {
        return new PackedTexts(row);
    }

    /** A text that has a column, which takes precedence over what is packed. */
    public @Nullable JsonFragment jsonOrNull(String column) {
        JsonFragment plain = row.jsonOrNull(column);
        return plain == null ? packedOrNull(column) : plain;
    }

    /** The same. */
    public @Nullable String textOrNull(String column) {
        JsonFragment json = jsonOrNull(column);
        return json == null ? null : json.toString();
    }

    /** A text that has no column. */
    public @Nullable JsonFragment packedOrNull(String name) {
        if (packed == null) {
            byte[] bytes = row.bytesOrNull("packed");
            packed = bytes == null ? Map.of() : read(bytes);
        }
        return packed.get(name);
    }

    private Map<String, JsonFragment> read(byte[] bytes) {
        try {
            return unpack(bytes);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "The packed texts of round " + row.uuid("packed_round") + " are damaged", e);
        }
    }

    /** The packed value of the texts, in their order; null if there are none. */
    public static byte @Nullable [] pack(Map<String, JsonFragment> texts) {
        if (texts.isEmpty()) {
            return null;
        }
        ByteArrayOutputStream named = new ByteArrayOutputStream();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater();
        deflater.setDictionary(DICTIONARY);
        try (DataOutputStream out = new DataOutputStream(named);
                OutputStream deflated = new DeflaterOutputStream(packed, deflater, BUFFER)) {
            for (Map.Entry<String, JsonFragment> text : texts.entrySet()) {
                byte[] utf8 = text.getValue().utf8();
                out.writeUTF(text.getKey());
                out.writeInt(utf8.length);
                out.write(utf8);
            }
            named.writeTo(deflated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    /**
     * The texts in packed values, one after the other; of those with the same name the last.
     *
     * @throws IllegalArgumentException if they are damaged, or packed by a later version
     */
    public static Map<String, JsonFragment> unpack(byte[] packed) {
        Map<String, JsonFragment> texts = new HashMap<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(inflated(packed)))) {
            while (in.available() > 0) {
                String name = in.readUTF();
                texts.put(name, JsonFragment.ofUtf8(in.readNBytes(in.readInt())));
            }
            return texts;
        } catch (IOException | DataFormatException e) {
            throw new IllegalArgumentException("No packed texts", e);
        }
    }

    private static byte[] inflated(byte[] streams) throws DataFormatException {
        ByteArrayOutputStream all = new ByteArrayOutputStream(streams.length * 8);
        byte[] buffer = new byte[BUFFER];
        Inflater inflater = new Inflater();
        try {
            for (int at = 0; at < streams.length; at = streams.length - inflater.getRemaining()) {
                inflater.reset();
                inflater.setInput(streams, at, streams.length - at);
                while (!inflater.finished()) {
                    int length = inflater.inflate(buffer);
                    all.write(buffer, 0, length);
                    if (inflater.needsDictionary()) {
                        inflater.setDictionary(DICTIONARY);
                    } else if (length == 0 && inflater.needsInput()) {
                        throw new DataFormatException("A stream is incomplete");
                    }
                }
            }
            return all.toByteArray();
        } finally {
            inflater.end();
        }
    }
}
