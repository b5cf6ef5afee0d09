package com.ones1ght.adapters.rest.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final String HTML =
            "<html data-demo=\"false\"><script type=\"importmap\">{\"imports\": {}}</script></html>";

    @Test
    void policyShouldAllowTheImportMapByItsHashAndNoOtherInlineScript() {
        Page page = new Page(HTML, Map.of());

        // openssl dgst -sha256 -binary | base64, of {"imports": {}}
        assertThat(page.policy())
                .contains("script-src 'self' 'sha256-CJt/FpW3RQlGvqBeO/YK74xrTm1ctS6rLMJu1bV4fMc=';")
                .startsWith("default-src 'none';")
                .doesNotContain("unsafe");
    }

    @Test
    void hashShouldBeThatOfLineFeedsAsBrowsersReadThem() {
        String unix = HTML.replace("{\"imports\"", "\n{\"imports\"");
        String windows = unix.replace("\n", "\r\n");

        assertThat(new Page(windows, Map.of()).policy()).isEqualTo(new Page(unix, Map.of()).policy());
    }

    @Test
    void factsShouldBecomeAttributesAndChangeTheTag() {
        Page on = new Page(HTML, Map.of("demo", true));
        Page off = new Page(HTML, Map.of("demo", false));

        assertThat(new String(on.body(), StandardCharsets.UTF_8)).contains("data-demo=\"true\"");
        assertThat(new String(off.body(), StandardCharsets.UTF_8)).contains("data-demo=\"false\"");
        assertThat(on.etag()).isNotEqualTo(off.etag()).matches("\"[\\w-]+\"");
        assertThat(new Page(HTML, Map.of("demo", true)).etag()).isEqualTo(on.etag());
    }

    @Test
    void pageWithoutAnImportMapShouldBeRefused() {
        assertThatThrownBy(() -> new Page("<html></html>", Map.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
