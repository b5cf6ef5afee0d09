package com.ones1ght.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchitectureReportArchitectureTest {

    private static final RuleResult HOLDS =
            new RuleResult("Domain", "Rule one", "reason one", "remedy one", null, List.of());
    private static final RuleResult VIOLATED = new RuleResult(
            "Adapters",
            "Rule two",
            "reason & two",
            "remedy two",
            null,
            List.of("Method <a.B.c()> calls\n d", "another"));
    private static final RuleResult EXEMPT =
            new RuleResult("Domain", "Rule three", "reason three", "remedy three", "an \"old\" debt", List.of());

    private final ArchitectureReport report = new ArchitectureReport(
            "Acme <1.0>", Instant.parse("2026-04-29T05:28:08Z"), 12, List.of(HOLDS, VIOLATED, EXEMPT));

    @TempDir
    private Path folder;

    @Test
    void theTextShouldNameEachRuleItsReasonResultAndViolations() {
        assertThat(report.text()).isEqualTo("""
                Architecture of Acme <1.0>
                Checked at 2026-04-29T05:28:08Z
                3 rules on 12 classes: 1 violated, 1 exempt

                == Domain ==

                [holds] Rule one
                  because reason one

                [exempt] Rule three
                  because reason three
                  exempt: an "old" debt

                == Adapters ==

                [VIOLATED] Rule two
                  because reason & two
                  What to do: remedy two
                  - Method <a.B.c()> calls
                    d
                  - another
                """);
    }

    @Test
    void thePageShouldSayTheSameAndLoadNothing() throws IOException {
        report.write(folder.resolve("made/here"));

        String page = Files.readString(folder.resolve("made/here/report.html"));
        assertThat(page)
                .contains("<html lang=\"en\">", "<title>Architecture: Acme &lt;1.0&gt;</title>", "color-scheme: dark")
                .contains("<span class=\"verdict holds\">holds</span>\n<div>\n<h3>Rule one</h3>")
                .contains("<span class=\"verdict violated\">violated</span>\n<div>\n<h3>Rule two</h3>")
                .contains("because reason &amp; two", "What to do: remedy two", "Exempt: an &quot;old&quot; debt")
                .contains("<li>Method &lt;a.B.c()&gt; calls\n d</li>\n<li>another</li>")
                .contains("default-src 'none'")
                .doesNotContain("://", "<script", "<link", "<img", "src=", "url(", "@import", "Rule <");
        assertThat(folder.resolve("made/here/report.txt")).hasContent(report.text());
    }
}
