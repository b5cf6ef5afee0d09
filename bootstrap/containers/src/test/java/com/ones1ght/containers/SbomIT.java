package com.ones1ght.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.distribution.BillOfMaterials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.cyclonedx.Version;
import org.cyclonedx.exception.ParseException;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.License;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.Test;

/** Compares the bill of materials with the files of the distribution. */
class SbomIT {

    private static final Path DISTRIBUTION = Path.of("target", "distribution");
    private static final Path FILE = DISTRIBUTION.resolve("sbom.cdx.json");

    /** Licences under which a product that is not open may be shipped with the works unchanged. */
    private static final Set<String> ALLOWED = Set.of(
            "LicenseRef-Proprietary",
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "CDDL-1.1",
            "EPL-1.0",
            "EPL-2.0",
            "GPL-2.0-only WITH Classpath-exception-2.0",
            "GPL-2.0-with-classpath-exception",
            "ICU",
            "MIT",
            "MIT-0",
            "MPL-1.1",
            "MPL-2.0",
            "OFL-1.1",
            "PostgreSQL",
            "W3C",
            "Zlib");

    private final Bom bom = read();

    @Test
    void billShouldBeValidCycloneDx() throws IOException {
        assertThat(new JsonParser().validate(FILE.toFile(), Version.VERSION_16)).isEmpty();
    }

    @Test
    void everyArchiveOfTheDistributionShouldBeNamed() throws IOException {
        Set<String> expected = new TreeSet<>();
        try (Stream<Path> files = Files.walk(DISTRIBUTION)) {
            files.filter(Files::isRegularFile)
                    .map(file -> DISTRIBUTION.relativize(file).toString())
                    .filter(file -> !file.startsWith("licences/") && !file.equals("sbom.cdx.json"))
                    .forEach(expected::add);
        }

        assertThat(expected).hasSizeGreaterThan(300).contains("ones1ght.jar", "ones1ght.war");
        assertThat(paths(bom.getComponents())).isEqualTo(expected);
    }

    @Test
    void everyLibraryOfTheWarShouldBeNamed() throws IOException {
        Set<String> libraries = new TreeSet<>();
        entries("ones1ght.war").keySet().stream()
                .filter(entry -> entry.startsWith("WEB-INF/lib/") && entry.endsWith(".jar"))
                .forEach(libraries::add);

        assertThat(libraries).hasSizeGreaterThan(20);
        assertThat(paths(war().getComponents())).containsAll(libraries);
    }

    @Test
    void everyFontDrawingAndScriptOfOthersShouldBeNamed() throws IOException {
        Map<String, Component> libraries = new TreeMap<>();
        war().getComponents().forEach(component -> libraries.put(path(component), component));
        Map<String, byte[]> war = entries("ones1ght.war");

        assertCovered(war.keySet(), war().getComponents());
        for (Map.Entry<String, byte[]> entry : war.entrySet()) {
            if (entry.getKey().endsWith(".jar")) {
                List<Component> works = libraries.get(entry.getKey()).getComponents();
                assertCovered(entriesOf(entry.getValue()).keySet(), works == null ? List.of() : works);
            }
        }
    }

    /** Each work of others lies below a path that the bill has. */
    private static void assertCovered(Set<String> entries, List<Component> works) {
        List<String> paths = works.stream().map(SbomIT::path).toList();
        assertThat(entries.stream()
                        .filter(entry -> entry.matches(".*\\.(woff2?|ttf|otf)|assets/vendor/.*|.*/store/products/.*"))
                        .filter(entry -> !entry.endsWith("/")))
                .allSatisfy(entry -> assertThat(paths).anyMatch(entry::startsWith));
    }

    @Test
    void everyComponentShouldBeUnderAnAllowedLicenceWhoseTextIsThere() {
        List<Component> all = new ArrayList<>();
        collect(bom.getComponents(), all);

        assertThat(all).hasSizeGreaterThan(350).allSatisfy(component -> {
            List<String> choices = choices(component);
            assertThat(choices).as(component.getBomRef()).isNotEmpty().anySatisfy(choice -> assertThat(
                            List.of(choice.split(" AND ")))
                    .allSatisfy(licence -> {
                        assertThat(ALLOWED).contains(licence);
                        assertThat(textsOf(licence)).allSatisfy(text -> assertThat(
                                        DISTRIBUTION.resolve("licences").resolve(text + ".txt"))
                                .isNotEmptyFile());
                    }));
        });
    }

    /** What a user may choose from: one of the parts of an "OR". A list of ids without one has to be kept as a whole. */
    private static List<String> choices(Component component) {
        if (component.getLicenses().getExpression() != null) {
            return List.of(component.getLicenses().getExpression().getValue().split(" OR "));
        }
        return List.of(String.join(
                " AND ",
                component.getLicenses().getLicenses().stream()
                        .map(License::getId)
                        .toList()));
    }

    private static List<String> textsOf(String licence) {
        return switch (licence) {
            case "LicenseRef-Proprietary" -> List.of();
            case "GPL-2.0-with-classpath-exception" -> List.of("GPL-2.0-only", "Classpath-exception-2.0");
            default -> List.of(licence.split(" WITH "));
        };
    }

    private Component war() {
        return bom.getComponents().stream()
                .filter(component -> path(component).equals("ones1ght.war"))
                .findFirst()
                .orElseThrow();
    }

    private static void collect(List<Component> components, List<Component> all) {
        components.forEach(component -> {
            all.add(component);
            collect(component.getComponents() == null ? List.of() : component.getComponents(), all);
        });
    }

    private static Set<String> paths(List<Component> components) {
        return new TreeSet<>(components.stream().map(SbomIT::path).toList());
    }

    private static String path(Component component) {
        return component.getProperties().stream()
                .filter(property -> property.getName().equals(BillOfMaterials.PATH))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static Map<String, byte[]> entries(String archive) throws IOException {
        return entriesOf(Files.readAllBytes(DISTRIBUTION.resolve(archive)));
    }

    /** The content only of jars. */
    private static Map<String, byte[]> entriesOf(byte[] archive) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), entry.getName().endsWith(".jar") ? zip.readAllBytes() : new byte[0]);
            }
        }
        return entries;
    }

    private static Bom read() {
        try {
            return new JsonParser().parse(FILE.toFile());
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
