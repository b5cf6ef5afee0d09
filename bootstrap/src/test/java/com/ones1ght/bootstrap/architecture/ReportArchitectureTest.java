package com.ones1ght.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.architecture.ArchitectureReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Writes the report of the product, even when rules are violated; other tests fail then. */
class ReportArchitectureTest {

    private static final Path FOLDER = Path.of(System.getProperty("basedir", "."), "target", "architecture");

    @BeforeAll
    static void write() {
        ArchitectureReport report = ProductReport.whole();
        report.write(FOLDER);
        System.out.printf(
                "Architecture: %s.%nReport: %s and %s%n",
                report.summary(),
                FOLDER.resolve(ArchitectureReport.TEXT).normalize(),
                FOLDER.resolve(ArchitectureReport.PAGE).normalize());
    }

    @Test
    void theReportsShouldNameEachRuleItsReasonAndItsResult() throws IOException {
        String text = Files.readString(FOLDER.resolve(ArchitectureReport.TEXT));
        String page = Files.readString(FOLDER.resolve(ArchitectureReport.PAGE));

        assertThat(ProductReport.whole().results())
                .hasSize(HouseRule.values().length + Diagram.values().length)
                .allSatisfy(result -> {
                    assertThat(text)
                            .contains("[" + result.verdict() + "] " + result.rule() + "\n  because " + result.reason());
                    assertThat(page).contains("<h3>" + result.rule() + "</h3>", "because " + result.reason());
                });
    }
}
