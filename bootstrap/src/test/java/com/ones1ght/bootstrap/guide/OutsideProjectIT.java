package com.ones1ght.bootstrap.guide;

import static com.ones1ght.bootstrap.guide.AdapterGuide.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.chat.port.PipelineProvider;
import com.ones1ght.bootstrap.e2e.ProvidedBackend;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows the guide in a project outside of this build. Its Maven repository is its own: the product's artifacts are put
 * there as they are installed, all else comes out of what this build has fetched, and nothing from the network.
 */
class OutsideProjectIT {

    private static final String VERSION = "1.0.0-SNAPSHOT";
    private static final int MINUTES = 5;
    private static final Pattern TOTAL = Pattern.compile("Tests run: (\\d+), Failures: (\\d+), Errors: (\\d+)");
    private static final Pattern TYPE = Pattern.compile("(?m)^(?:public )?(?:final )?class (\\w+)");

    @TempDir
    private Path outside;

    private Path project;

    @BeforeEach
    void follow() throws IOException {
        project = Files.createDirectory(outside.resolve("dinner"));
        Files.writeString(
                project.resolve("pom.xml"), AdapterGuide.listings("xml").get(0));
        for (String listing : AdapterGuide.listings("java")) {
            Matcher type = TYPE.matcher(listing);
            if (type.find()) {
                String kind = type.group(1).endsWith("Test") ? "test" : "main";
                Path folder = Files.createDirectories(project.resolve("src/" + kind + "/java/com/example/dinner"));
                Files.writeString(folder.resolve(type.group(1) + ".java"), listing);
            }
        }
        Files.writeString(
                Files.createDirectories(project.resolve("src/main/resources/META-INF/services"))
                        .resolve(PipelineProvider.class.getName()),
                AdapterGuide.listings("text").get(0));
        install("ones1ght-gateway", REPOSITORY.resolve("pom.xml"), null);
        install("domain", REPOSITORY.resolve("domain/pom.xml"), jar("domain", ""));
        install("application", REPOSITORY.resolve("application/pom.xml"), jar("application", ""));
        install(
                "port-contracts",
                REPOSITORY.resolve("application/src/contracts/pom.xml"),
                jar("application", "-tests"));
        install(
                "architecture-rules",
                REPOSITORY.resolve("bootstrap/src/architecture-rules/pom.xml"),
                REPOSITORY.resolve("bootstrap/target/ones1ght-architecture-rules.jar"));
        Files.writeString(outside.resolve("settings.xml"), """
                <settings>
                  <localRepository>%s</localRepository>
                  <mirrors>
                    <mirror>
                      <id>fetched-by-this-build</id>
                      <mirrorOf>*</mirrorOf>
                      <url>%s</url>
                    </mirror>
                  </mirrors>
                </settings>
                """.formatted(
                        outside.resolve("repository"),
                        Path.of(System.getProperty("ones1ght.maven.repository")).toUri()));
    }

    @Test
    void theGuidesAdapterShouldPassItsTestsAndServeAndAWrongOneShouldNotPass() throws Exception {
        Build right = build();
        assertThat(right.exit).as(right.output).isZero();
        assertThat(right.tests()).as(right.output).isGreaterThanOrEqualTo(24);
        assertThat(project.resolve("target/architecture/report.txt"))
                .content()
                .contains("Architecture of com.example.dinner\n", "10 rules on 3 classes: none violated\n");
        ProvidedBackend.shouldServe(project.resolve("target"), "soup", "Onion soup");

        Path adapter = project.resolve("src/main/java/com/example/dinner/SoupPipeline.java");
        String code = AdapterGuide.text(adapter);
        String wrongCode = code.replace("TITLE.in(language)", "TITLE.ko()")
                .replace("\"{\\\"recipe_title\\\":\\\"Onion soup\\\"}\"", "\"{not json at all}\"")
                .replace("this.catalog = catalog;", "this.catalog = catalog; System.out.println(catalog);");
        assertThat(wrongCode).contains("TITLE.ko()", "{not json at all}", "println");
        Files.writeString(adapter, wrongCode);

        Build wrong = build();
        assertThat(wrong.exit).as(wrong.output).isNotZero();
        assertThat(wrong.tests()).as(wrong.output).isEqualTo(right.tests());
        assertThat(wrong.output)
                .contains("recipeTitle has to be in English, but was: ")
                .contains("The raw output of MEAL_SUGGEST is no JSON text")
                .contains("Adapters print nothing to the console\n  because ")
                .contains("What to do: log with System.Logger")
                .contains("SoupPipeline.<init>(com.ones1ght.application.store.port.StoreCatalog)> gets field");
    }

    private Build build() throws IOException, InterruptedException {
        Path log = outside.resolve("build.log");
        Path settings = outside.resolve("settings.xml");
        Process process = new ProcessBuilder(
                        REPOSITORY.resolve("mvnw").toString(),
                        "-B",
                        "-ntp",
                        "-gs",
                        settings.toString(),
                        "-s",
                        settings.toString(),
                        "-f",
                        project.resolve("pom.xml").toString(),
                        "package")
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES))
                    .as("ended in time")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Build(process.exitValue(), new String(Files.readAllBytes(log), StandardCharsets.UTF_8));
    }

    private void install(String artifact, Path pom, @Nullable Path jar) throws IOException {
        Path folder = Files.createDirectories(outside.resolve("repository/com/ones1ght/" + artifact + "/" + VERSION));
        Files.copy(pom, folder.resolve(artifact + "-" + VERSION + ".pom"));
        if (jar != null) {
            Files.copy(jar, folder.resolve(artifact + "-" + VERSION + ".jar"));
        }
    }

    private static Path jar(String module, String classifier) {
        return REPOSITORY.resolve(module + "/target/" + module + "-" + VERSION + classifier + ".jar");
    }

    private record Build(int exit, String output) {

        /** How many tests ran, by the last sum. */
        int tests() {
            return TOTAL.matcher(output)
                    .results()
                    .mapToInt(found -> Integer.parseInt(found.group(1)))
                    .reduce(0, (former, last) -> last);
        }
    }
}
