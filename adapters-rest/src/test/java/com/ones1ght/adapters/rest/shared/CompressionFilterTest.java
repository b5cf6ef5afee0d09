package com.ones1ght.adapters.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.servlet.FilterRegistration;
import org.glassfish.grizzly.servlet.ServletRegistration;
import org.glassfish.grizzly.servlet.WebappContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionFilterTest {

    private static final String JSON = "application/json";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final HttpServer SERVER = new HttpServer();

    /** What each path answers with a body of the given length. */
    private static final class Pages extends HttpServlet {

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            int length = Integer.parseInt(request.getParameter("length"));
            byte[] body = body(length).getBytes(StandardCharsets.UTF_8);
            response.setContentType(request.getParameter("type") == null ? JSON : request.getParameter("type"));
            boolean isHead = request.getMethod().equals("HEAD");
            switch (request.getServletPath()) {
                case "/known" -> {
                    response.setContentLength(length);
                    if (!isHead) {
                        response.getOutputStream().write(body);
                    }
                }
                case "/pieces" -> {
                    response.setHeader("Content-Length", Integer.toString(length));
                    for (byte one : body) {
                        response.getOutputStream().write(one);
                    }
                    response.getOutputStream().flush();
                }
                case "/unknown" -> response.getOutputStream().write(body);
                case "/written" -> {
                    response.setCharacterEncoding("UTF-8");
                    try (PrintWriter writer = response.getWriter()) {
                        writer.print(body(length));
                        writer.flush();
                    }
                }
                case "/flushed" -> {
                    response.getOutputStream().write(body);
                    response.flushBuffer();
                    response.getOutputStream().write(body);
                }
                case "/later" -> {
                    AsyncContext async = request.startAsync(request, response);
                    CompletableFuture.runAsync(() -> writeLater(async, body));
                }
                case "/streamed" -> {
                    AsyncContext async = request.startAsync(request, response);
                    CompletableFuture.runAsync(() -> streamLater(async, body));
                }
                case "/etag" -> {
                    response.setHeader("ETag", "\"strong\"");
                    response.setContentLength(length);
                    response.getOutputStream().write(body);
                }
                case "/range" -> {
                    response.setStatus(206);
                    response.setHeader("Content-Range", "bytes 0-" + (length - 1) + "/9999999");
                    response.setContentLength(length);
                    response.getOutputStream().write(body);
                }
                case "/encoded" -> {
                    response.setHeader("Content-Encoding", "br");
                    response.setContentLength(length);
                    response.getOutputStream().write(body);
                }
                case "/reset" -> {
                    response.setContentLength(length);
                    response.getOutputStream().write(body, 0, length - 1);
                    response.reset();
                    response.setContentType(JSON);
                    response.getOutputStream().write(body);
                }
                case "/unchanged" -> response.setStatus(304);
                default -> {
                    response.getOutputStream().write(body, 0, length - 1);
                    response.sendError(Integer.parseInt(request.getServletPath().substring(1)));
                }
            }
        }

        private static void streamLater(AsyncContext async, byte[] body) {
            try {
                async.getResponse().getOutputStream().write(body);
                async.getResponse().flushBuffer();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } finally {
                async.complete();
            }
        }

        private static void writeLater(AsyncContext async, byte[] body) {
            try {
                async.getResponse().setContentLength(body.length);
                async.getResponse().getOutputStream().write(body);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } finally {
                async.complete();
            }
        }
    }

    private static String body(int length) {
        return "{\"a\":1}".repeat(length / 7 + 1).substring(0, length);
    }

    @BeforeAll
    static void start() throws IOException {
        WebappContext context = new WebappContext("pages", "");
        ServletRegistration pages = context.addServlet("pages", new Pages());
        pages.addMapping("/*");
        for (String path : new String[] {
            "/known",
            "/pieces",
            "/unknown",
            "/written",
            "/flushed",
            "/later",
            "/streamed",
            "/etag",
            "/range",
            "/encoded",
            "/reset",
            "/unchanged",
            "/404",
            "/500"
        }) {
            pages.addMapping(path);
        }
        pages.setAsyncSupported(true);
        FilterRegistration filter = context.addFilter("compression", new CompressionFilter());
        filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), "/*");
        filter.setAsyncSupported(true);
        SERVER.addListener(new NetworkListener("http", "127.0.0.1", 0));
        context.deploy(SERVER);
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/known", "/pieces", "/unknown", "/written", "/later", "/reset"})
    void answerAboveTheLimitShouldBeCompressed(String path) throws Exception {
        HttpResponse<byte[]> answer = get(path + "?length=1025", "gzip");

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(answer.headers().allValues("Vary")).containsExactly("Accept-Encoding");
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(answer.body().length);
        assertThat(answer.body()).hasSizeLessThan(200);
        assertThat(unzipped(answer.body())).isEqualTo(body(1025));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/known", "/pieces", "/unknown", "/written", "/later", "/reset"})
    void answerForOtherClientsShouldSayThatItCouldBeCompressed(String path) throws Exception {
        for (String refused : new String[] {"", "identity", "br", "gzip;q=0"}) {
            HttpResponse<byte[]> answer = get(path + "?length=1025", refused);

            assertPlain(answer, 1025);
            assertThat(answer.headers().allValues("Vary")).containsExactly("Accept-Encoding");
            assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(1025);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/known", "/pieces", "/unknown", "/written", "/later", "/reset"})
    void shortAnswerShouldStayAsItIs(String path) throws Exception {
        for (int length : new int[] {1, 1024}) {
            HttpResponse<byte[]> answer = get(path + "?length=" + length, "gzip");

            assertPlain(answer, length);
            assertThat(answer.headers().allValues("Vary")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/flushed", "/streamed"})
    void whatIsSentPieceByPieceShouldBePassedOn(String path) throws Exception {
        HttpResponse<byte[]> answer = get(path + "?length=2000&type=text/event-stream", "gzip");

        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
        assertThat(answer.headers().allValues("Vary")).isEmpty();
        assertThat(text(answer)).isEqualTo(body(2000).repeat(path.equals("/flushed") ? 2 : 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"image/png", "font/woff2", "text/event-stream", "application/octet-stream", "application/zip"})
    void otherTypesShouldStayAsTheyAre(String type) throws Exception {
        HttpResponse<byte[]> answer = get("/known?length=2000&type=" + type, "gzip");

        assertPlain(answer, 2000);
        assertThat(answer.headers().allValues("Vary")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html;charset=UTF-8",
                "TEXT/CSS",
                "text/javascript",
                "application/javascript",
                "image/svg%2Bxml",
                "application/yaml",
                "application/json;%20charset=utf-8"
            })
    void textsShouldBeCompressed(String type) throws Exception {
        assertThat(get("/known?length=2000&type=" + type, "gzip").headers().firstValue("Content-Encoding"))
                .contains("gzip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/known", "/unknown", "/written"})
    void headShouldHaveTheHeadersOfGet(String path) throws Exception {
        for (String accepted : new String[] {"gzip", ""}) {
            for (int length : new int[] {100, 2000}) {
                HttpResponse<byte[]> get = get(path + "?length=" + length, accepted);
                HttpResponse<byte[]> head = send("HEAD", path + "?length=" + length, accepted);

                for (String name : new String[] {"Content-Encoding", "Vary"}) {
                    assertThat(head.headers().allValues(name))
                            .as(name)
                            .isEqualTo(get.headers().allValues(name));
                }
                assertThat(head.headers().allValues("Content-Length"))
                        .isSubsetOf(get.headers().allValues("Content-Length"));
            }
        }
    }

    @Test
    void strongTagShouldBecomeAWeakOneWithCompressionAlone() throws Exception {
        assertThat(get("/etag?length=2000", "gzip").headers().firstValue("ETag"))
                .contains("W/\"strong\"");
        assertThat(get("/etag?length=2000", "").headers().firstValue("ETag")).contains("\"strong\"");
        assertThat(get("/etag?length=20", "gzip").headers().firstValue("ETag")).contains("\"strong\"");
    }

    @Test
    void partsAndWhatIsEncodedAlreadyShouldStayAsTheyAre() throws Exception {
        assertPlain(get("/range?length=2000", "gzip"), 2000);
        HttpResponse<byte[]> encoded = get("/encoded?length=2000", "gzip");
        assertThat(encoded.headers().allValues("Content-Encoding")).containsExactly("br");
        assertThat(text(encoded)).isEqualTo(body(2000));
    }

    @Test
    void notModifiedShouldVaryAsTheAnswerDoes() throws Exception {
        HttpResponse<byte[]> answer = get("/unchanged?length=1", "gzip");

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.headers().allValues("Vary")).containsExactly("Accept-Encoding");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 500})
    void nothingOfAnAnswerThatBecameAnErrorShouldBeSent(int status) throws Exception {
        HttpResponse<byte[]> answer = get("/" + status + "?length=2000", "gzip");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(text(answer)).doesNotContain("{\"a\":1}");
    }

    @Test
    void veryLongAnswerShouldBePassedOn() throws Exception {
        int length = HeldBackOutput.MAX_LENGTH + 1;

        assertPlain(get("/known?length=" + length, "gzip"), length);
        assertPlain(get("/unknown?length=" + length, "gzip"), length);
    }

    private static void assertPlain(HttpResponse<byte[]> answer, int length) {
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(text(answer)).isEqualTo(body(length));
    }

    private static HttpResponse<byte[]> get(String path, String accepted) throws Exception {
        return send("GET", path, accepted);
    }

    private static HttpResponse<byte[]> send(String method, String path, String accepted) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + SERVER.getListener("http").getPort() + path);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).method(method, BodyPublishers.noBody());
        if (!accepted.isEmpty()) {
            request.header("Accept-Encoding", accepted);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String unzipped(byte[] gzip) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
