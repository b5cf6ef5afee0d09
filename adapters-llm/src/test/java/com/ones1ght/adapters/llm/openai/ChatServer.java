package com.ones1ght.adapters.llm.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A chat completion server whose answers are set by a test. */
public final class ChatServer implements AutoCloseable {

    /** A status and a body. */
    public record Answer(int status, String body) {

        public static Answer saying(String content) {
            return ofMessage("\"content\":" + quoted(content), "stop");
        }

        /** @param fields the fields of the message, besides its role */
        static Answer ofMessage(String fields, String finishReason) {
            return new Answer(
                    200,
                    "{\"object\":\"chat.completion\",\"choices\":[{\"index\":0,\"finish_reason\":\"" + finishReason
                            + "\",\"message\":{\"role\":\"assistant\"," + fields + "}}],"
                            + "\"usage\":{\"prompt_tokens\":11,\"completion_tokens\":7,\"total_tokens\":18}}");
        }

        static String quoted(String text) {
            return JsonNodeFactory.instance.textNode(text).toString();
        }
    }

    private final ObjectMapper json = new ObjectMapper();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final List<JsonNode> questions = new CopyOnWriteArrayList<>();
    private final Function<JsonNode, Answer> behaviour;
    private final HttpServer server;

    public ChatServer(Function<JsonNode, Answer> behaviour) {
        this.behaviour = behaviour;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", this::serve);
        server.start();
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /** The requests so far. */
    public List<JsonNode> questions() {
        return questions;
    }

    JsonNode lastQuestion() {
        return questions.get(questions.size() - 1);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode question = json.readTree(exchange.getRequestBody());
            questions.add(question);
            Answer answer = behaviour.apply(question);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Retry-After", "3");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
