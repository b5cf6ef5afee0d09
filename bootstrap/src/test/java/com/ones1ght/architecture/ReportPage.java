package com.ones1ght.architecture;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The report as a self-contained HTML page without scripts, in a light and a dark scheme. */
final class ReportPage {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>Architecture: %s</title>
            <style>
            :root { color-scheme: light dark; --ground: #fff; --ink: #1b1f24; --quiet: #57606a; --line: #d0d7de;
              --holds: #116329; --holds-ground: #dafbe1; --violated: #a40e26; --violated-ground: #ffebe9;
              --exempt: #6f4400; --exempt-ground: #fff8c5; }
            @media (prefers-color-scheme: dark) { :root { --ground: #0d1117; --ink: #e6edf3; --quiet: #9aa4af;
              --line: #30363d; --holds: #7ee787; --holds-ground: #12261e; --violated: #ff9d96;
              --violated-ground: #2d1517; --exempt: #e3b341; --exempt-ground: #272115; } }
            * { box-sizing: border-box; }
            body { margin: 0 auto; max-width: 62rem; padding: 2rem 1.25rem 4rem; background: var(--ground);
              color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
            h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .25rem; }
            h2 { font-size: 1.2rem; margin: 2.5rem 0 0; padding-bottom: .4rem; border-bottom: 1px solid var(--line); }
            h3 { font-size: 1rem; margin: 0; }
            p { margin: .2rem 0; }
            .quiet { color: var(--quiet); }
            .summary { display: inline-block; margin-top: 1rem; padding: .6rem 1rem; border-radius: .5rem; font-weight: 600; }
            article { display: grid; grid-template-columns: 6.5rem 1fr; gap: 0 1rem; padding: .8rem 0;
              border-bottom: 1px solid var(--line); }
            .verdict { align-self: start; border-radius: 1rem; padding: .05rem .7rem; text-align: center; font-size: .85rem;
              font-weight: 600; }
            .holds { color: var(--holds); background: var(--holds-ground); }
            .violated { color: var(--violated); background: var(--violated-ground); }
            .exempt { color: var(--exempt); background: var(--exempt-ground); }
            ul { margin: .5rem 0 0; padding-left: 1.2rem; }
            li { white-space: pre-wrap; overflow-wrap: anywhere; font: .85rem/1.5 ui-monospace, monospace; }
            @media (max-width: 34rem) { article { grid-template-columns: 1fr; } .verdict { justify-self: start; } }
            </style>
            </head>
            <body>
            """;

    private final ArchitectureReport report;

    ReportPage(ArchitectureReport report) {
        this.report = report;
    }

    String html() {
        String summaryClass = report.count("VIOLATED") == 0 ? "holds" : "violated";
        StringBuilder html = new StringBuilder(HEAD.formatted(escaped(report.subject())))
                .append("<header>\n<h1>Architecture of ")
                .append(escaped(report.subject()))
                .append("</h1>\n<p class=\"quiet\">Checked on <time datetime=\"")
                .append(report.at())
                .append("\">")
                .append(MINUTE.format(report.at()))
                .append("</time></p>\n<p class=\"summary ")
                .append(summaryClass)
                .append("\">")
                .append(escaped(report.summary()))
                .append("</p>\n</header>\n<main>\n");
        report.byGroup().forEach((group, results) -> section(html, group, results));
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private static void section(StringBuilder html, String group, List<RuleResult> results) {
        html.append("<section>\n<h2>").append(escaped(group)).append("</h2>\n");
        results.forEach(result -> article(html, result));
        html.append("</section>\n");
    }

    private static void article(StringBuilder html, RuleResult result) {
        String verdict = result.verdict().toLowerCase(Locale.ROOT);
        html.append("<article>\n<span class=\"verdict ")
                .append(verdict)
                .append("\">")
                .append(verdict)
                .append("</span>\n<div>\n<h3>")
                .append(escaped(result.rule()))
                .append("</h3>\n");
        paragraph(html, "because " + result.reason(), "quiet");
        if (result.exemption() != null) {
            paragraph(html, "Exempt: " + result.exemption(), "");
        }
        if (result.isViolated()) {
            if (!result.remedy().isEmpty()) {
                paragraph(html, "What to do: " + result.remedy(), "");
            }
            html.append("<ul>\n");
            result.violations().forEach(violation -> html.append("<li>")
                    .append(escaped(violation.strip()))
                    .append("</li>\n"));
            html.append("</ul>\n");
        }
        html.append("</div>\n</article>\n");
    }

    private static void paragraph(StringBuilder html, String text, String style) {
        html.append(style.isEmpty() ? "<p>" : "<p class=\"" + style + "\">")
                .append(escaped(text))
                .append("</p>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
