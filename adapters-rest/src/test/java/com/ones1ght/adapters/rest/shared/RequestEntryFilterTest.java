package com.ones1ght.adapters.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumSet;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.servlet.FilterRegistration;
import org.glassfish.grizzly.servlet.WebappContext;
import org.junit.jupiter.api.Test;

/** The filter without its beans, as a request finds it that a server lets in after the application has stopped. */
class RequestEntryFilterTest {

    @Test
    void applicationThatHasStoppedShouldBeUnavailable() throws Exception {
        HttpResponse<String> answer = answer(true);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.headers().firstValue("X-Request-Id")).contains("mine");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body())
                .isEqualTo(
                        "{\"success\":false,\"code\":\"UNAVAILABLE\",\"message\":\"The service is starting or stopping;"
                                + " try again later\",\"request_id\":\"mine\"}");
    }

    @Test
    void failureOfARunningApplicationShouldNotBeHidden() throws Exception {
        assertThat(answer(false).statusCode()).isEqualTo(500);
    }

    private static HttpResponse<String> answer(boolean stopped) throws Exception {
        HttpServer server = new HttpServer();
        server.addListener(new NetworkListener("test", "127.0.0.1", 0));
        WebappContext context = new WebappContext("test", "");
        context.addServlet("any", new HttpServlet() {}).addMapping("/*");
        FilterRegistration filter = context.addFilter("entry", RequestEntryFilter.class);
        filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), "/*");
        if (stopped) {
            context.setAttribute(RequestEntryFilter.STOPPED, true);
        }
        context.deploy(server);
        server.start();
        try {
            int port = server.getListener("test").getPort();
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/validation"))
                    .header("X-Request-Id", "mine")
                    .build();
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        } finally {
            server.shutdownNow();
        }
    }
}
