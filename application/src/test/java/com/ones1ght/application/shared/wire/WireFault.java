package com.ones1ght.application.shared.wire;

import static com.ones1ght.application.shared.wire.ScriptedServer.answering;
import static com.ones1ght.application.shared.wire.ScriptedServer.ascii;

import com.ones1ght.application.shared.wire.ScriptedServer.Behaviour;
import java.util.concurrent.TimeUnit;

/** What may go wrong between a backend and whoever asks it over HTTP. */
public enum WireFault {
    RESET_BEFORE_THE_ANSWER((socket, out, end) -> socket.setSoLinger(true, 0)),
    RESET_WITHIN_THE_ANSWER((socket, out, end) -> {
        out.write(ascii("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 999\r\n\r\n{\"a\":"));
        out.flush();
        socket.setSoLinger(true, 0);
    }),
    SILENCE_BEFORE_THE_ANSWER((socket, out, end) -> end.await()),
    SILENCE_WITHIN_THE_ANSWER((socket, out, end) -> {
        out.write(ascii("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 999\r\n\r\n{\"a\":"));
        out.flush();
        end.await();
    }),
    TRICKLE((socket, out, end) -> {
        out.write(ascii("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99999\r\n\r\n"));
        while (!end.await(50, TimeUnit.MILLISECONDS)) {
            out.write(' ');
            out.flush();
        }
    }),
    TOO_MANY_REQUESTS(answering("429 Too Many Requests", "Retry-After: 7\r\n", "")),
    UNAVAILABLE(answering("503 Service Unavailable", "Retry-After: 7\r\n", "")),
    SERVER_ERROR(answering("500 Internal Server Error", "", "{}")),
    SERVER_ERROR_IN_HTML(answering("502 Bad Gateway", "Content-Type: text/html\r\n", "<html>oops</html>")),
    REFUSED_KEY(answering("401 Unauthorized", "", "{}")),
    REDIRECT(answering("302 Found", "Location: /elsewhere\r\n", "")),
    HTML(answering("200 OK", "Content-Type: text/html\r\n", "<html>hello</html>")),
    PROSE(answering("200 OK", "Content-Type: application/json\r\n", "Sure! Here is what you asked for.")),
    NOTHING(answering("200 OK", "Content-Type: application/json\r\n", "")),
    TRUNCATED(answering("200 OK", "Content-Type: application/json\r\n", "{\"session\":{\"session_id\":")),
    TWO_VALUES(answering("200 OK", "Content-Type: application/json\r\n", "{} {}")),
    TEN_MEBIBYTES(answering("200 OK", "Content-Type: application/json\r\n", "\"" + "x".repeat(10 << 20) + "\"")),
    DEEP_NESTING(answering("200 OK", "Content-Type: application/json\r\n", "[".repeat(100_000))),
    A_LIST(answering("200 OK", "Content-Type: application/json\r\n", "[1, \"two\", null]")),
    AN_EMPTY_OBJECT(answering("200 OK", "Content-Type: application/json\r\n", "{}")),
    NO_HTTP((socket, out, end) -> out.write(ascii("220 mail.example ESMTP\r\n")));

    private final Behaviour behaviour;

    WireFault(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    /** For {@link ScriptedServer#behave}. */
    public Behaviour behaviour() {
        return behaviour;
    }
}
