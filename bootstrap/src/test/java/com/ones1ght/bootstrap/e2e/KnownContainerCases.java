package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the container answers by itself, before any code of the application runs: by a status alone, without a body and
 * without a request id. Listed one by one, so that everything else has to be answered by the envelope.
 */
final class KnownContainerCases {

    /** The answer of the application to CONNECT has no end: HTTP/1.1 takes what follows for a tunnel. */
    static final Set<String> METHODS = Set.of("CONNECT");

    /** The container refuses TRACE, as it should: it would send the credentials back. */
    static final int TRACE = 405;

    /** Decoding the path fails in the container's request mapper; for a broken percent sign it forgets the status. */
    private static final Map<String, Integer> PATHS = Map.of(
            "/v1/profile/%zz", 200,
            "/v1/profile/%", 200,
            "/v1/profile/%2", 200,
            "/v1/profile/%00", 400,
            "/v1/profile/%FF%FE", 400,
            "/v1/profile/%C0%AF", 400,
            "/v1/profile/%ED%A0%BC", 400,
            "/v1/profile/\"<>\\^`{|}", 400);

    /** Headers that the container's HTTP parser refuses. */
    private static final Map<String, Integer> HEADERS = Map.of(
            "100 KB in one", 400,
            "2,000 of them", 400,
            "Latin 1", 400,
            "Expect", 417,
            "negative length", 400,
            "length that is no number", 400);

    private KnownContainerCases() {}

    static boolean isPath(String path) {
        return PATHS.containsKey(path);
    }

    static boolean isHeader(String what) {
        return HEADERS.containsKey(what);
    }

    static void assertPath(String path, Reply reply) {
        assertBare(PATHS.get(path), reply);
    }

    static void assertHeader(String what, Reply reply) {
        assertBare(HEADERS.get(what), reply);
    }

    static void assertTrace(Reply reply) {
        assertBare(TRACE, reply);
    }

    private static void assertBare(int status, Reply reply) {
        reply.expect(status);
        assertThat(reply.body()).as(reply.toString()).isEmpty();
        assertThat(List.copyOf(reply.headers().map().keySet())).doesNotContain("x-request-id");
    }
}
