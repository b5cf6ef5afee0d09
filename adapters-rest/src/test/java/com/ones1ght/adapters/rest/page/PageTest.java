package com.ones1ght.adapters.rest.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final String FRAME =
            "<html data-demo=\"false\"><script type=\"importmap\">{\"imports\": {}}</script>"
                    + "<!-- head --><os-{page}></os-{page}></html>";

    private static Page page(String frame, Map<String, Boolean> facts) {
        return new Page(frame, "demo", "<title>Demo</title>\n", facts);
    }

    private static String text(Page page) {
        return new String(page.body(), StandardCharsets.UTF_8);
    }

    @Test
    void frameShouldBeFilledWithThePageAndItsHead() {
        assertThat(text(page(FRAME, Map.of()))).endsWith("</script><title>Demo</title><os-demo></os-demo></html>");
    }

    @Test
    void policyShouldAllowTheImportMapByItsHashAndNoOtherInlineScript() {
        Page page = page(FRAME, Map.of());

        // openssl dgst -sha256 -binary | base64, of {"imports": {}}
        assertThat(page.policy())
                .contains("script-src 'self' 'sha256-CJt/FpW3RQlGvqBeO/YK74xrTm1ctS6rLMJu1bV4fMc=';")
                .startsWith("default-src 'none';")
                .doesNotContain("unsafe");
    }

    @Test
    void hashShouldBeThatOfLineFeedsAsBrowsersReadThem() {
        String unix = FRAME.replace("{\"imports\"", "\n{\"imports\"");
        String windows = unix.replace("\n", "\r\n");

        assertThat(page(windows, Map.of()).policy())
                .isEqualTo(page(unix, Map.of()).policy());
    }

    @Test
    void factsShouldBecomeAttributesAndChangeTheTag() {
        Page on = page(FRAME, Map.of("demo", true));
        Page off = page(FRAME, Map.of("demo", false));

        assertThat(text(on)).contains("data-demo=\"true\"");
        assertThat(text(off)).contains("data-demo=\"false\"");
        assertThat(on.etag()).isNotEqualTo(off.etag()).matches("\"[\\w-]+\"");
        assertThat(page(FRAME, Map.of("demo", true)).etag()).isEqualTo(on.etag());
    }

    @Test
    void pageWithoutAnImportMapShouldBeRefused() {
        assertThatThrownBy(() -> page("<html></html>", Map.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
