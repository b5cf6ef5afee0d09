package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.bootstrap.e2e.Api.Kickoff;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever is sent: a 4xx in the envelope or a correct success; never a crash, a page of HTML, or a loss. */
@ExtendWith(SharedServer.class)
class BadInputIT {

    /** Well-formed JSON values of every type and at every edge; each fits somewhere and is wrong elsewhere. */
    private static final Map<String, String> VALUES = values();

    /** What is no JSON value that the contract allows. */
    private static final Map<String, String> NEVER = never();

    private static final List<String> PROFILE_FIELDS =
            List.of("name", "gender", "locale", "age", "persona", "store_id", "extra", "anything", "");

    private Api api;

    @BeforeEach
    void connect(PackagedServer server) {
        api = Api.demo(server);
    }

    private static Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("null", "null");
        values.put("true", "true");
        values.put("false", "false");
        values.put("zero", "0");
        values.put("minus zero", "-0");
        values.put("minus zero point zero", "-0.0");
        values.put("integer", "42");
        values.put("negative", "-1");
        values.put("beyond int", "2147483648");
        values.put("beyond long", "9223372036854775808");
        values.put("beyond double's precision", "0.1234567890123456789012345678901234567890");
        values.put("100 digits", "1" + "0".repeat(99));
        values.put("trailing zeros", "1.500");
        values.put("exponent", "1E5");
        values.put("exponent 308", "1e308");
        values.put("exponent -308", "1.5e-308");
        values.put("empty string", "\"\"");
        values.put("blank string", "\" \\t\\n\\u3000\"");
        values.put("string of what cannot be seen", "\" \\u00a0\\u200b\\ufeff\\ufe0f\\u3164\"");
        values.put("word", "\"word\"");
        values.put("control characters", "\"\\u0001\\u001f\\u007f\\u0085\\b\\f\"");
        values.put("noncharacters", "\"\\uffff\\ufffe\\ufeff\\u2028\\u202e\"");
        values.put("surrogate pair", "\"\\ud83c\\udf5b 🍛\"");
        values.put("markup", "\"<script>alert(1)</script>'; DROP TABLE round;-- ${jndi:x} %s %00\"");
        values.put("10,000 characters", "\"" + "카".repeat(10_000) + "\"");
        values.put("60,000 bytes", "\"" + "x".repeat(60_000) + "\"");
        values.put("uuid", "\"" + new UUID(0, 0) + "\"");
        values.put("empty array", "[]");
        values.put("array", "[1, \"a\", null, {\"b\": []}]");
        values.put("10,000 elements", "[" + "0,".repeat(9_999) + "0]");
        values.put("empty object", "{}");
        values.put("object", "{\"z\": 1, \"a\": {\"m\": 1.0, \"b\": -0}, \"\": null}");
        values.put("90 levels of arrays", "[".repeat(90) + "]".repeat(90));
        values.put("90 levels of objects", "{\"a\":".repeat(90) + "1" + "}".repeat(90));
        return values;
    }

    private static boolean isBlank(String text) {
        return Json.read(text).asText().matches("[\\p{IsWhite_Space}\\p{Cf}\uFE0F\u3164]*");
    }

    private static Map<String, String> never() {
        Map<String, String> never = new LinkedHashMap<>();
        never.put("nothing", "");
        never.put("1e400", "1e400");
        never.put("1e309", "1e309");
        never.put("-1e400", "-1e400");
        never.put("1e-400", "1e-400");
        never.put("1e999999999", "1e999999999");
        never.put("1e99999999999999999999", "1e99999999999999999999");
        never.put("NaN", "NaN");
        never.put("Infinity", "Infinity");
        never.put("leading zero", "01");
        never.put("leading plus", "+1");
        never.put("hex", "0x1F");
        never.put("point alone", "1.");
        never.put("point first", ".5");
        never.put("U+0000", "\"a\\u0000b\"");
        never.put("raw U+0000", "\"a\0b\"");
        never.put("raw control character", "\"a\nb\"");
        never.put("high surrogate alone", "\"\\ud83c\"");
        never.put("low surrogate alone", "\"\\udf5b\"");
        never.put("surrogates the wrong way round", "\"\\udf5b\\ud83c\"");
        never.put("surrogate in a key", "{\"\\ud83c\": 1}");
        never.put("U+0000 in a key", "{\"\\u0000\": 1}");
        never.put("duplicate keys", "{\"a\": 1, \"a\": 2}");
        never.put("duplicate keys, one escaped", "{\"a\": 1, \"\\u0061\": 2}");
        never.put("unquoted key", "{a: 1}");
        never.put("single quotes", "'a'");
        never.put("unknown escape", "\"\\x41\"");
        never.put("short escape", "\"\\u12\"");
        never.put("comment", "1 /* one */");
        never.put("trailing comma in an array", "[1,]");
        never.put("trailing comma in an object", "{\"a\": 1,}");
        never.put("unfinished string", "\"a");
        never.put("unfinished array", "[1");
        never.put("10,000 levels of arrays", "[".repeat(10_000) + "]".repeat(10_000));
        never.put("10,000 levels of objects", "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000));
        never.put("101 levels", "[".repeat(101) + "]".repeat(101));
        never.put("undefined", "undefined");
        never.put("True", "True");
        return never;
    }

    @TestFactory
    Stream<DynamicTest> profileShouldKeepWhateverIsAllowedAndRefuseTheRest() {
        String untouched = api.newProfile("{\"kept\": 1}");
        List<DynamicTest> tests = new ArrayList<>();
        for (String field : PROFILE_FIELDS) {
            VALUES.forEach((what, value) -> tests.add(dynamicTest("\"" + field + "\": " + what, () -> {
                String document = "{\"first\": 1.0, " + Json.quoted(field) + ": " + value + ", \"last\": true}";
                String id = api.newProfile(document);
                assertSameJson(storedProfile(id), document);

                String change = "{\"last\": " + value + ", " + Json.quoted(field) + ": 7.70}";
                if (change.length() + document.length() < 60_000) {
                    Reply updated = api.put("/v1/profile/" + id, change).expect(200);
                    String merged = "{\"first\": 1.0, " + Json.quoted(field) + ": 7.70, \"last\": " + value + "}";
                    assertSameJson(document(updated), merged);
                    assertSameJson(storedProfile(id), merged);
                }
            })));
            NEVER.forEach((what, value) -> tests.add(dynamicTest("\"" + field + "\": not " + what, () -> {
                String document = "{" + Json.quoted(field) + ": " + value + "}";
                api.post("/v1/profile", document).expect(400, "INVALID_REQUEST");
                api.put("/v1/profile/" + untouched, document).expect(400, "INVALID_REQUEST");
            })));
        }
        tests.add(dynamicTest(
                "a refused update changes nothing", () -> assertSameJson(storedProfile(untouched), "{\"kept\": 1}")));
        return tests.stream();
    }

    private String storedProfile(String id) {
        return document(api.get("/v1/profile/" + id).expect(200));
    }

    /** The document within the answer, as it came over the wire. */
    private static String document(Reply reply) {
        String text = reply.text();
        int from = text.indexOf("\"data\":", text.indexOf("profile_id")) + "\"data\":".length();
        return text.substring(from, text.length() - 2);
    }

    private static void assertSameJson(String actual, String expected) {
        assertThat(Json.tokens(actual)).isEqualTo(Json.tokens(expected));
    }

    @TestFactory
    Stream<DynamicTest> kickoffShouldTakeStringsOnly() {
        String profile = api.newProfile();
        Kickoff existing = api.kickOff(profile, "오늘 저녁 카레 땡기는데");
        api.awaitCompleted(profile, existing.chat());
        List<DynamicTest> tests = new ArrayList<>();
        for (String field : List.of("prompt", "chat_id", "round_id")) {
            VALUES.forEach((what, value) -> tests.add(dynamicTest(field + ": " + what, () -> {
                Reply reply = api.post(Api.recommend(profile), kickoff(field, value, existing));
                int expected = expectedOfKickoff(field, value);
                reply.expect(expected);
                if (expected == 400) {
                    assertThat(reply.code()).isEqualTo("INVALID_REQUEST");
                    assertThat(reply.json().at("/errors/0/field").asText()).isEqualTo(field);
                    assertThat(reply.json().at("/errors/0/message").asText()).isNotBlank();
                }
                if (expected == 202) {
                    api.awaitCompleted(profile, reply.data().get("chat_id").asText());
                }
            })));
            NEVER.forEach((what, value) -> tests.add(dynamicTest(
                    field + ": not " + what, () -> api.post(Api.recommend(profile), kickoff(field, value, existing))
                            .expect(400, "INVALID_REQUEST"))));
        }
        tests.add(dynamicTest("unknown fields are ignored", () -> {
            VALUES.forEach((what, value) -> {
                if (value.length() < 50_000) {
                    String chat = api.post(Api.recommend(profile), "{\"prompt\": \"카레\", \"unknown\": " + value + "}")
                            .expect(202)
                            .data()
                            .get("chat_id")
                            .asText();
                    assertThat(chat).as(what).isNotBlank();
                }
            });
        }));
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> kickoffInASessionShouldTakeStringsOnly() {
        String profile = api.newProfile();
        String session = api.chatSession(profile);
        List<DynamicTest> tests = new ArrayList<>();
        for (String field : List.of("session_id", "chat_id", "round_id")) {
            VALUES.forEach((what, value) -> tests.add(dynamicTest(field + ": " + what, () -> {
                Reply reply = api.post(Api.recommend(profile), questionInSession(field, value, session));
                if (field.equals("session_id") && value.startsWith("\"")) {
                    reply.expect(404, "NOT_FOUND");
                } else if (value.equals("null")) {
                    reply.expect(202);
                    if (field.equals("session_id")) {
                        assertThat(reply.data().has("chat_id")).isTrue();
                    } else {
                        api.awaitSession(profile, session);
                    }
                } else {
                    reply.expect(400, "INVALID_REQUEST");
                    assertThat(reply.json().at("/errors/0/field").asText()).isEqualTo(field);
                }
            })));
            NEVER.forEach((what, value) -> tests.add(dynamicTest(field + ": not " + what, () -> api.post(
                            Api.recommend(profile), questionInSession(field, value, session))
                    .expect(400, "INVALID_REQUEST"))));
        }
        return tests.stream();
    }

    private static String questionInSession(String field, String value, String session) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("prompt", "\"더 맵게\"");
        fields.put("session_id", Json.quoted(session));
        fields.put(field, value);
        return object(fields);
    }

    private static String object(Map<String, String> fields) {
        List<String> members = new ArrayList<>();
        fields.forEach((name, text) -> members.add(Json.quoted(name) + ": " + text));
        return "{" + String.join(", ", members) + "}";
    }

    @TestFactory
    Stream<DynamicTest> stampShouldTakeALabelAndKeepAnObject() {
        String profile = api.newProfile();
        api.post(session(profile) + "/start", null).expect(200);
        String path = session(profile);
        List<DynamicTest> tests = new ArrayList<>();
        VALUES.forEach((what, value) -> {
            tests.add(dynamicTest("status: " + what, () -> {
                Reply reply = api.post(path + "/stamp", "{\"status\": " + value + "}");
                boolean label = value.startsWith("\"") && !isBlank(value) && value.length() <= 100;
                if (label) {
                    assertThat(reply.expect(200).data().get("status").asText())
                            .isEqualTo(Json.read(value).asText().strip());
                } else {
                    reply.expect(400, "INVALID_REQUEST");
                    assertThat(reply.json().at("/errors/0/field").asText()).isEqualTo("status");
                }
            }));
            tests.add(dynamicTest("meta: " + what, () -> {
                Reply reply = api.post(path + "/stamp", "{\"status\": \"SHOPPING\", \"meta\": " + value + "}");
                if (value.startsWith("{")) {
                    reply.expect(200);
                    assertSameJson(lastMeta(api.get(path).expect(200)), value);
                } else if (value.equals("null")) {
                    reply.expect(200);
                    JsonNode stamps = api.get(path).expect(200).data().get("stamps");
                    assertThat(stamps.get(stamps.size() - 1).has("meta")).isFalse();
                } else {
                    reply.expect(400, "INVALID_REQUEST");
                    assertThat(reply.json().at("/errors/0/field").asText()).isEqualTo("meta");
                }
            }));
        });
        NEVER.forEach((what, value) -> tests.add(dynamicTest("not " + what, () -> {
            api.post(path + "/stamp", "{\"status\": " + value + "}").expect(400, "INVALID_REQUEST");
            api.post(path + "/stamp", "{\"status\": \"SHOPPING\", \"meta\": {\"a\": " + value + "}}")
                    .expect(400, "INVALID_REQUEST");
        })));
        return tests.stream();
    }

    /** What the last stamp keeps, as it came over the wire. */
    private static String lastMeta(Reply reply) {
        String text = reply.text();
        String key = "\"timestamp\":\"";
        int from = text.indexOf("\"meta\":", text.lastIndexOf(key)) + "\"meta\":".length();
        return text.substring(from, text.length() - "}]}}".length());
    }

    @TestFactory
    Stream<DynamicTest> triggerShouldTakeEachFieldInItsTypeAndKeepTheRest() {
        String profile = api.newProfile();
        Kickoff kickoff = api.kickOff(profile, "카레");
        String path = "/v1/chat/" + profile + "/trigger/coupon";
        String known = "{\"chat_id\":\"" + kickoff.chat() + "\",\"round_id\":\"" + kickoff.round()
                + "\",\"rec_id\":\"r\",\"item_name_en\":\"x\",\"item_id\":1,\"%s\": %s}";
        Map<String, Predicate<String>> fields = Map.of(
                "brand", value -> value.startsWith("\"") || value.equals("null"),
                "price_yen", value -> value.matches("-?[0-9].*") || value.equals("null"),
                "reason_detail", value -> value.matches("(?s)[\"{].*") || value.equals("null"),
                "anything", value -> true);
        List<DynamicTest> tests = new ArrayList<>();
        fields.forEach(
                (field, fits) -> VALUES.forEach((what, value) -> tests.add(dynamicTest(field + ": " + what, () -> {
                    Reply reply = api.post(path, known.formatted(field, value));
                    if (fits.test(value)) {
                        reply.expect(202);
                        String kept = api.get("/v1/profile/" + profile + "/events?limit=1")
                                .expect(200)
                                .text();
                        assertThat(Json.tokens(kept)).containsSubsequence(Json.tokens(value));
                    } else {
                        reply.expect(400, "INVALID_REQUEST");
                        assertThat(reply.json().at("/errors/0/field").asText()).isEqualTo(field);
                    }
                }))));
        NEVER.forEach((what, value) ->
                tests.add(dynamicTest("not " + what, () -> api.post(path, known.formatted("anything", value))
                        .expect(400, "INVALID_REQUEST"))));
        VALUES.forEach((what, value) -> tests.add(dynamicTest("forgotten: " + what, () -> {
            Reply reply = api.post(
                    "/v1/chat/" + profile + "/trigger/signage",
                    "{\"chat_id\":\"" + kickoff.chat() + "\",\"round_id\":\"" + kickoff.round()
                            + "\",\"items\":[{\"rec_id\":\"r\",\"item_id\":1}],\"forgotten\":" + value + "}");
            if (value.startsWith("[")) {
                reply.expect(202);
                String kept = api.get("/v1/profile/" + profile + "/events?limit=1")
                        .expect(200)
                        .text();
                if (value.equals("[]")) {
                    assertThat(kept).doesNotContain("forgotten");
                } else {
                    assertThat(Json.tokens(kept)).containsSubsequence(Json.tokens(value));
                }
            } else if (value.equals("null")) {
                reply.expect(202);
            } else {
                reply.expect(400, "INVALID_REQUEST");
                assertThat(reply.json().at("/errors/0/field").asText()).isEqualTo("forgotten");
            }
        })));
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> bodiesThatNobodyAsksForShouldBeIgnored() {
        String profile = api.newProfile();
        List<DynamicTest> tests = new ArrayList<>();
        for (String body : List.of("", "{}", "null", "{", "x=y", "\0", "x".repeat(5_000))) {
            for (String type : List.of("", "application/json", "text/plain", "application/x-www-form-urlencoded")) {
                Map<String, String> headers = type.isEmpty() ? Map.of() : Map.of("Content-Type", type);
                tests.add(dynamicTest(type + ": " + shortened(body), () -> {
                    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                    api.send("POST", session(profile) + "/start", headers, bytes)
                            .expect(200);
                    api.send("POST", "/v1/chat/" + profile, headers, bytes).expect(200);
                    api.send("POST", session(profile) + "/end", headers, bytes).expect(200);
                }));
            }
        }
        return tests.stream();
    }

    private static String kickoff(String field, String value, Kickoff existing) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("prompt", "\"더 맵게\"");
        if (field.equals("round_id")) {
            fields.put("chat_id", Json.quoted(existing.chat()));
        }
        fields.put(field, value);
        return object(fields);
    }

    private static int expectedOfKickoff(String field, String value) {
        boolean isText = value.startsWith("\"");
        if (field.equals("prompt")) {
            return isText && !isBlank(value) && value.length() <= 4_000 ? 202 : 400;
        }
        if (value.equals("null")) {
            return 202;
        }
        return isText ? 404 : 400;
    }

    @Test
    void promptShouldHaveAtMost4000CodePoints() {
        String profile = api.newProfile();

        String longest = "🍛".repeat(4_000);
        Kickoff kickoff = api.kickOff(profile, "  " + longest + "  ");

        assertThat(Api.last(api.get(kickoff.chatPath()).data()).get("prompt").asText())
                .isEqualTo(longest);
        api.post(Api.recommend(profile), Api.prompt(longest + "x")).expect(400, "INVALID_REQUEST");
    }

    @Test
    void roundWithoutItsChatShouldBeRefused() {
        String profile = api.newProfile();

        api.post(Api.recommend(profile), "{\"prompt\":\"카레\",\"round_id\":\"" + UUID.randomUUID() + "\"}")
                .expect(400, "INVALID_REQUEST");
        api.post(Api.recommend(profile), "{}").expect(400, "INVALID_REQUEST");
    }

    @TestFactory
    Stream<DynamicTest> bodiesThatAreNoJsonObjectShouldBeRefused() {
        String profile = api.newProfile("{\"kept\": 1}");
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        for (String text : List.of(
                "",
                " ",
                "null",
                "1",
                "\"a\"",
                "true",
                "[]",
                "[{}]",
                "{",
                "}",
                "{}}",
                "{} {}",
                "{},",
                "{}x",
                "{}\0",
                "\u0001{}",
                "x{}",
                "prompt=a",
                "<a/>")) {
            bodies.put("«" + text + "»", text.getBytes(StandardCharsets.UTF_8));
        }
        bodies.put("byte order mark", "\uFEFF{\"prompt\":\"a\"}".getBytes(StandardCharsets.UTF_8));
        bodies.put("UTF-16", "{\"prompt\":\"a\"}".getBytes(StandardCharsets.UTF_16));
        bodies.put("UTF-16LE", "{\"prompt\":\"a\"}".getBytes(StandardCharsets.UTF_16LE));
        bodies.put("UTF-32", "{\"prompt\":\"a\"}".getBytes(java.nio.charset.Charset.forName("UTF-32BE")));
        bodies.put("Latin 1", "{\"prompt\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1));
        bodies.put("surrogate in bytes", bytes("{\"prompt\":\"", 0xED, 0xA0, 0xBC, "\"}"));
        bodies.put("overlong", bytes("{\"prompt\":\"", 0xC0, 0xAF, "\"}"));
        bodies.put("overlong U+0000", bytes("{\"prompt\":\"", 0xC0, 0x80, "\"}"));
        bodies.put("beyond U+10FFFF", bytes("{\"prompt\":\"", 0xF4, 0x90, 0x80, 0x80, "\"}"));
        bodies.put("cut off", bytes("{\"prompt\":\"a\"}", 0xE3, 0x81));
        bodies.put("invalid after the value", bytes("{\"prompt\":\"a\"}", 0xFF));
        bodies.put("gzip", bytes("", 0x1F, 0x8B, 8, 0, 0, 0, 0, 0));
        List<DynamicTest> tests = new ArrayList<>();
        bodies.forEach((what, body) -> tests.add(dynamicTest(what, () -> {
            Map<String, String> json = Map.of("Content-Type", "application/json");
            api.send("POST", "/v1/profile", json, body).expect(400, "INVALID_REQUEST");
            api.send("PUT", "/v1/profile/" + profile, json, body).expect(400, "INVALID_REQUEST");
            api.send("POST", Api.recommend(profile), json, body).expect(400, "INVALID_REQUEST");
            api.send("POST", session(profile) + "/stamp", json, body).expect(400, "INVALID_REQUEST");
            for (String trigger : List.of("signage", "coupon", "recommend")) {
                api.send("POST", "/v1/chat/" + profile + "/trigger/" + trigger, json, body)
                        .expect(400, "INVALID_REQUEST");
            }
            assertSameJson(storedProfile(profile), "{\"kept\": 1}");
        })));
        return tests.stream();
    }

    private static byte[] bytes(Object... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof Integer b) {
                bytes.write(b);
            } else {
                bytes.writeBytes(part.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @TestFactory
    Stream<DynamicTest> mediaTypesOtherThanJsonShouldBeRefused() {
        String profile = api.newProfile();
        byte[] body = Api.prompt("카레").getBytes(StandardCharsets.UTF_8);
        List<DynamicTest> tests = new ArrayList<>();
        for (String type : List.of(
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/json; charset=iso-8859-1",
                "application/jsonx",
                "text/json",
                "nonsense",
                "application/",
                "/",
                "*/*",
                "application/json;",
                "a/b; c=\"",
                "application/json, text/plain")) {
            tests.add(dynamicTest("Content-Type: " + type, () -> {
                Reply reply = RawHttp.send(
                        api,
                        "POST " + Api.recommend(profile) + " HTTP/1.1",
                        List.of("Content-Type: " + type, "Content-Length: " + body.length),
                        body);
                if (type.equals("application/json;") && reply.status() == 202) {
                    return;
                }
                reply.expect(415, "UNSUPPORTED_MEDIA_TYPE");
            }));
        }
        for (String type : List.of(
                "application/json",
                "application/json; charset=utf-8",
                "Application/JSON;charset=\"UTF-8\"",
                "application/json;charset=UTF8;x=y")) {
            tests.add(dynamicTest("Content-Type: " + type + " is fine", () -> {
                Reply reply = api.send("POST", Api.recommend(profile), Map.of("Content-Type", type), body);
                assertThat(reply.status()).as(reply.toString()).isIn(202, 415);
            }));
        }
        tests.add(dynamicTest("no Content-Type", () -> api.send("POST", Api.recommend(profile), Map.of(), body)
                .expect(415, "UNSUPPORTED_MEDIA_TYPE")));
        for (String accept : List.of("text/html", "application/xml", "image/*", "application/json;q=0")) {
            tests.add(dynamicTest(
                    "Accept: " + accept, () -> api.send("GET", "/v1/profile/" + profile, Map.of("Accept", accept), null)
                            .expect(406, "NOT_ACCEPTABLE")));
        }
        for (String accept :
                List.of("*/*", "application/*", "text/html, application/json;q=0.1", "nonsense", ",", "")) {
            tests.add(dynamicTest("Accept: " + accept + " is answered", () -> {
                Reply reply = RawHttp.send(
                        api, "GET /v1/profile/" + profile + " HTTP/1.1", List.of("Accept: " + accept), new byte[0]);
                assertEnvelope(reply);
                assertThat(reply.status()).isIn(200, 400, 406);
            }));
        }
        return tests.stream();
    }

    @Test
    void bodiesAboveTheLimitShouldBeTooLarge() {
        String profile = api.newProfile("{\"kept\": 1}");
        byte[] fits = ("{\"a\":\"" + "x".repeat(65_536 - 8) + "\"}").getBytes(StandardCharsets.UTF_8);
        byte[] beyond = ("{\"a\":\"" + "x".repeat(65_536 - 7) + "\"}").getBytes(StandardCharsets.UTF_8);
        byte[] huge = ("{\"a\":\"" + "x".repeat(3_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        Map<String, String> json = Map.of("Content-Type", "application/json");

        assertThat(fits).hasSize(65_536);
        api.send("POST", "/v1/profile", json, fits).expect(200);
        for (byte[] body : List.of(beyond, huge)) {
            for (String line : List.of(
                    "POST /v1/profile",
                    "PUT /v1/profile/" + profile,
                    "POST " + session(profile) + "/stamp",
                    "POST " + Api.recommend(profile))) {
                RawHttp.send(
                                api,
                                line + " HTTP/1.1",
                                List.of("Content-Type: application/json", "Content-Length: " + body.length),
                                body)
                        .expect(413, "PAYLOAD_TOO_LARGE");
                RawHttp.send(
                                api,
                                line + " HTTP/1.1",
                                List.of("Content-Type: application/json", "Transfer-Encoding: chunked"),
                                RawHttp.chunked(body))
                        .expect(413, "PAYLOAD_TOO_LARGE");
            }
        }
        assertSameJson(storedProfile(profile), "{\"kept\": 1}");
    }

    @Test
    void mergedProfileAboveTheLimitShouldBeTooLargeAndLeaveItAsItWas() {
        String half = "\"" + "x".repeat(40_000) + "\"";
        String profile = api.newProfile("{\"a\": " + half + "}");

        api.put("/v1/profile/" + profile, "{\"b\": " + half + "}").expect(413, "PAYLOAD_TOO_LARGE");

        assertSameJson(storedProfile(profile), "{\"a\": " + half + "}");
    }

    @Test
    void chunkedBodyShouldBeRead() {
        byte[] body = "{\"name\":\"Choi\"}".getBytes(StandardCharsets.UTF_8);

        RawHttp.send(
                        api,
                        "POST /v1/profile HTTP/1.1",
                        List.of("Content-Type: application/json", "Transfer-Encoding: chunked"),
                        RawHttp.chunked(body))
                .expect(200);
    }

    @Test
    void emptyBodyShouldNeedNoContentType() {
        String token = "POST /v1/profile/" + api.newProfile() + "/token HTTP/1.1";
        byte[] none = new byte[0];

        RawHttp.send(api, token, List.of(), none).expect(201);
        RawHttp.send(api, token, List.of("Content-Length: 0"), none).expect(201);
        RawHttp.send(api, token, List.of("Transfer-Encoding: chunked"), RawHttp.chunked(none))
                .expect(201);
        RawHttp.send(api, token, List.of("Transfer-Encoding: chunked"), RawHttp.chunked(new byte[] {'{', '}'}))
                .expect(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @TestFactory
    Stream<DynamicTest> methodsShouldBeAnsweredByTheEnvelope() {
        String profile = api.newProfile();
        Kickoff kickoff = api.kickOff(profile, "카레");
        String session = api.chatSession(profile);
        Map<String, Set<String>> paths = new LinkedHashMap<>();
        paths.put("/v1/validation", Set.of("GET"));
        for (String word : List.of("/v1/profile", "/v1/persona")) {
            paths.put(word, Set.of("POST"));
            paths.put(word + "/" + profile, Set.of("GET", "PUT", "DELETE"));
            paths.put(word + "/" + profile + "/session", Set.of("GET"));
            paths.put(word + "/" + profile + "/session/start", Set.of("POST"));
            paths.put(word + "/" + profile + "/session/stamp", Set.of("POST"));
            paths.put(word + "/" + profile + "/session/end", Set.of("POST"));
        }
        paths.put("/v1/persona/" + profile + "/status", Set.of("GET"));
        paths.put("/v1/chat/" + profile, Set.of("POST"));
        paths.put("/v1/chat/" + profile + "/session/" + session, Set.of("DELETE"));
        paths.put(Api.recommend(profile), Set.of("GET", "POST"));
        paths.put(Api.chatPath(profile, session), Set.of("GET"));
        paths.put(kickoff.chatPath(), Set.of("GET"));
        paths.put(kickoff.roundPath(), Set.of("GET", "DELETE"));
        paths.put(kickoff.roundPath() + "/barcodes", Set.of("GET"));
        List<DynamicTest> tests = new ArrayList<>();
        paths.forEach((path, allowed) -> {
            for (String method :
                    List.of("GET", "POST", "PUT", "PATCH", "DELETE", "PROPFIND", "BREW", "get", "CONNECT")) {
                if (!allowed.contains(method)) {
                    tests.add(dynamicTest(method + " " + path, () -> {
                        Reply reply = RawHttp.send(api, method + " " + path + " HTTP/1.1", List.of(), new byte[0]);
                        reply.expect(405, "METHOD_NOT_ALLOWED");
                        assertThat(reply.headers().firstValue("allow")).isPresent();
                    }));
                }
            }
            tests.add(dynamicTest("TRACE " + path, () -> {
                Reply reply = RawHttp.send(api, "TRACE " + path + " HTTP/1.1", List.of(), new byte[0]);
                reply.expect(405, "METHOD_NOT_ALLOWED");
            }));
            tests.add(dynamicTest("OPTIONS " + path, () -> {
                Reply reply = RawHttp.send(api, "OPTIONS " + path + " HTTP/1.1", List.of(), new byte[0]);
                reply.expect(204);
                assertThat(reply.body()).isEmpty();
            }));
            tests.add(dynamicTest("HEAD " + path, () -> {
                Reply reply = RawHttp.send(api, "HEAD " + path + " HTTP/1.1", List.of(), new byte[0]);
                reply.expect(allowed.contains("GET") ? 200 : 405);
                assertThat(reply.body()).isEmpty();
            }));
        });
        return tests.stream();
    }

    /** Servers answer methods that they have never heard of with 501. */
    @TestFactory
    Stream<DynamicTest> strangeMethodsElsewhereShouldBeTheClientsMistakeToo() {
        return Stream.of("/", "/health", "/metrics", "/nothing", "/v1x")
                .flatMap(path -> Stream.of("PATCH", "BREW").map(method -> method + " " + path))
                .map(line -> dynamicTest(line, () -> {
                    Reply reply = RawHttp.send(api, line + " HTTP/1.1", List.of(), new byte[0]);
                    reply.expect(405, "METHOD_NOT_ALLOWED");
                }));
    }

    @TestFactory
    Stream<DynamicTest> pathsThatLeadNowhereShouldBeAnsweredByTheEnvelope() {
        String profile = api.newProfile();
        String known = "/v1/profile/" + profile;
        List<String> paths = List.of(
                "/v1",
                "/v1/",
                "/v1/nothing",
                "/v1/nothing/at/all",
                "/v1/profile/",
                known + "/",
                known + "//",
                known + "/nothing",
                known + "/status",
                known + "/session/",
                known + "/session/nothing",
                "/v1/persona/" + profile + "/status/nothing",
                "/v1/personal/" + profile,
                "/v1/chat/" + profile + "/session",
                "/v1/chat/" + profile + "/session/" + profile + "/nothing",
                known + ";x=y",
                "/v1/profile;x=y/" + profile,
                "/v1;x/profile/" + profile,
                "/v1//profile/" + profile,
                "//v1/profile/" + profile,
                "/v1/./profile/" + profile,
                "/v1/x/../profile/" + profile,
                "/v1/..%2fprofile/" + profile,
                "/v1/profile/..%2f" + profile,
                "/v1/profile/%2e%2e/" + profile,
                "/v1/profile%2F" + profile,
                "/v1/profile/%zz",
                "/v1/profile/%",
                "/v1/profile/%2",
                "/v1/profile/%00",
                "/v1/profile/%0d%0aX-Injected:%20yes",
                "/v1/profile/%FF%FE",
                "/v1/profile/%C0%AF",
                "/v1/profile/%ED%A0%BC",
                "/v1/profile/" + "%F0%9F%8D%9B",
                "/v1/profile/\"<>\\^`{|}",
                "/v1/profile/" + profile + "?%zz",
                "/v1/profile/" + profile + "?a=%zz&b=%",
                "/v1/profile/" + profile + "?x=" + "y".repeat(4_000),
                "/v1/chat/" + profile + "/recommend?limit=%zz",
                "/v1/chat/" + profile + "/recommend?limit=1&limit=2",
                "/v1/chat/" + profile + "/recommend?limit=%EF%BC%91",
                "/v1/chat/" + profile + "/recommend?page",
                "/v1/profile/" + "x".repeat(7_000),
                "/v1/" + "a/".repeat(3_000),
                "/V1/profile/" + profile,
                "/v1/Profile/" + profile,
                "/v1/profile/" + profile + "#fragment",
                "/v1/application.wadl",
                "/v1/META-INF/MANIFEST.MF",
                "/v1/../WEB-INF/web.xml");
        return paths.stream()
                .map(path -> dynamicTest(shortened(path), () -> {
                    for (String method : List.of("GET", "POST")) {
                        byte[] body = (method.equals("GET") ? "" : "{}").getBytes(StandardCharsets.UTF_8);
                        List<String> headers = method.equals("GET")
                                ? List.of()
                                : List.of("Content-Type: application/json", "Content-Length: 2");
                        Reply reply = RawHttp.send(api, method + " " + path + " HTTP/1.1", headers, body);
                        assertThat(reply.headers().firstValue("X-Injected")).isEmpty();
                        assertThat(reply.status()).as(reply.toString()).isBetween(200, 499);
                        assertEnvelope(reply);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> oddHeadersShouldBeAnsweredByTheEnvelope() {
        String profile = api.newProfile();
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("10 KB in one", List.of("X-Large: " + "x".repeat(10_000)));
        headers.put("100 KB in one", List.of("X-Large: " + "x".repeat(100_000)));
        headers.put(
                "90 of them",
                Stream.iterate(0, i -> i + 1)
                        .limit(90)
                        .map(i -> "X-" + i + ": y")
                        .toList());
        headers.put(
                "2,000 of them",
                Stream.iterate(0, i -> i + 1)
                        .limit(2_000)
                        .map(i -> "X-" + i + ": y")
                        .toList());
        headers.put("no colon", List.of("nonsense"));
        headers.put("no name", List.of(": value"));
        headers.put("Latin 1", List.of("X-Name: \u00e9"));
        headers.put("second Authorization", List.of("Authorization: Bearer nonsense"));
        headers.put("empty X-Request-Id", List.of("X-Request-Id:"));
        headers.put("long X-Request-Id", List.of("X-Request-Id: " + "x".repeat(129)));
        headers.put("X-Request-Id with markup", List.of("X-Request-Id: <b>\"\\"));
        headers.put("X-Request-Id with blanks", List.of("X-Request-Id: a b"));
        headers.put("If-Modified-Since", List.of("If-Modified-Since: yesterday"));
        headers.put("Range", List.of("Range: bytes=0-1"));
        headers.put("Expect", List.of("Expect: a miracle"));
        headers.put("method override", List.of("X-HTTP-Method-Override: DELETE"));
        headers.put("negative length", List.of("Content-Length: -1"));
        headers.put("length that is no number", List.of("Content-Length: x"));
        headers.put("unknown transfer coding", List.of("Transfer-Encoding: zip"));
        headers.put("broken cookie", List.of("Cookie: =;;; a=\"b"));
        headers.put("broken Accept-Language", List.of("Accept-Language: ;;;q=x"));
        headers.put("broken Accept-Encoding", List.of("Accept-Encoding: ;;;q=x"));
        headers.put("Accept-Encoding identity;q=0", List.of("Accept-Encoding: identity;q=0"));
        headers.put("foreign Origin", List.of("Origin: https://elsewhere.example"));
        List<DynamicTest> tests = new ArrayList<>();
        headers.forEach((what, lines) -> tests.add(dynamicTest(what, () -> {
            Reply reply = RawHttp.send(api, "GET /v1/profile/" + profile + " HTTP/1.1", lines, new byte[0]);
            assertThat(reply.status()).as(reply.toString()).isBetween(200, 499);
            assertEnvelope(reply);
            api.get("/v1/profile/" + profile).expect(200);
        })));
        return tests.stream();
    }

    @Test
    void requestIdShouldBeEchoedIfItIsOneAndMadeOtherwise() {
        String path = "/v1/profile/" + UUID.randomUUID();

        for (String id : List.of("x", "~!@#$%^&*()_+{}|:<>?", "x".repeat(128), "a\"b\\c")) {
            Reply reply = RawHttp.send(api, "GET " + path + " HTTP/1.1", List.of("X-Request-Id: " + id), new byte[0]);
            assertThat(reply.headers().firstValue("x-request-id")).contains(id);
            assertThat(reply.json().get("request_id").asText()).isEqualTo(id);
        }
        for (String id : List.of("x".repeat(129), "a b")) {
            Reply reply = RawHttp.send(api, "GET " + path + " HTTP/1.1", List.of("X-Request-Id: " + id), new byte[0]);
            String made = reply.headers().firstValue("x-request-id").orElseThrow();
            assertThat(made).isNotEqualTo(id);
            assertThat(reply.json().get("request_id").asText()).isEqualTo(made);
        }
    }

    private static void assertEnvelope(Reply reply) {
        assertThat(reply.headers().firstValue("content-type").orElse("none"))
                .as(reply.toString())
                .startsWith("application/json");
        assertThat(reply.body()).as(reply.toString()).isNotEmpty();
        boolean success = reply.json().get("success").asBoolean();
        assertThat(success).as(reply.toString()).isEqualTo(reply.status() < 300);
        if (!success) {
            assertThat(reply.json().get("code").asText()).isNotBlank();
            assertThat(reply.json().get("message").asText()).isNotBlank();
            assertThat(reply.json().get("request_id").asText())
                    .isEqualTo(reply.headers().firstValue("x-request-id").orElseThrow());
        }
    }

    private static String shortened(String path) {
        return path.length() > 80 ? path.substring(0, 80) + "… (" + path.length() + ")" : path;
    }

    private static String session(String profile) {
        return "/v1/profile/" + profile + "/session";
    }
}
