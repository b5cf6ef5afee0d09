package com.ones1ght.adapters.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.rest.shared.CompressedCopies.Key;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompressedCopiesTest {

    @Test
    void answerShouldBeCompressedOnceUntilItChanges() {
        CompressedCopies copies = new CompressedCopies();
        AtomicInteger compressed = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            assertThat(copies.get(
                            new Key("/docs", "\"1\"", 2_000), () -> new byte[] {(byte) compressed.incrementAndGet()}))
                    .containsExactly(1);
        }

        assertThat(copies.get(new Key("/docs", "\"2\"", 2_000), () -> new byte[] {(byte) compressed.incrementAndGet()}))
                .containsExactly(2);
        assertThat(copies.get(new Key("/demo", "\"1\"", 2_000), () -> new byte[] {(byte) compressed.incrementAndGet()}))
                .containsExactly(3);
    }

    @ParameterizedTest
    @CsvSource({
        "/assets/vendor/ui.js,,/assets/vendor/ui.js",
        "/signage,/1,/signage/1",
        "'',/,/",
        "/v1x,,/v1x",
        "/v1,,",
        "/v1,/chat/1/recommend/2,",
        "/v1/admin/stream,,"
    })
    void answersOfTheApiShouldHaveNoName(String servletPath, @Nullable String pathInfo, @Nullable String path) {
        Map<String, String> request = new HashMap<>();
        request.put("getServletPath", servletPath);
        request.put("getPathInfo", pathInfo);

        assertThat(CompressedCopies.path(fake(HttpServletRequest.class, request)))
                .isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({"/docs,tag,200,true", "/docs,tag,404,false", "/docs,,200,false", ",tag,200,false"})
    void onlyAnAnswerWithATagShouldBeKept(@Nullable String path, @Nullable String etag, int status, boolean isKept) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("getStatus", status);
        answers.put("getHeader", etag);
        HttpServletResponse response = fake(HttpServletResponse.class, answers);

        byte[] copy = new GzipPolicy(true, path, new CompressedCopies()).copy(response, 2_000, () -> new byte[1]);

        assertThat(copy != null).isEqualTo(isKept);
    }

    private static <T> T fake(Class<T> type, Map<String, ?> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> answers.get(method.getName())));
    }
}
