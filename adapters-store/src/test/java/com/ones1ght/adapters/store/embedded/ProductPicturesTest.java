package com.ones1ght.adapters.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.Product;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The drawings of the bundled products. */
class ProductPicturesTest {

    private static final String FOLDER = "/store/products/";
    private static final int MAX_BYTES = 10_000;

    private final List<CatalogueEntry> entries = Catalogue.bundledEntries();
    private final Map<String, Table.Row> kinds = Table.read("pictures.tsv")
            .rows()
            .collect(Collectors.toMap(row -> row.text("picture"), Function.identity()));

    @Test
    void everyPictureShouldExistAndEveryDrawingShouldBeUsed() throws Exception {
        assertThat(drawings())
                .extracting(ProductPicturesTest::nameOf)
                .containsExactlyInAnyOrderElementsOf(
                        entries.stream().map(entry -> picture(entry.product())).collect(Collectors.toSet()));
    }

    @Test
    void productsWithOnePictureShouldBelongTogether() {
        for (CatalogueEntry entry : entries) {
            Product product = entry.product();
            Table.Row kind = kinds.get(picture(product));
            String name = product.nameIn(Language.EN).toLowerCase(Locale.ROOT);

            assertThat(kind).as("%s shows %s", name, picture(product)).isNotNull();
            assertThat(Set.of(kind.text("sections").split(" ")))
                    .as("%s shows %s", name, picture(product))
                    .contains(product.sectionCode());
            if (!kind.text("words").equals("-")) {
                assertThat(name)
                        .as("%s shows %s", name, picture(product))
                        .containsPattern(Pattern.compile(kind.text("words")));
            }
        }
    }

    @Test
    void aProductOfWhichThereIsADrawingShouldShowIt() {
        assertThat(entries)
                .filteredOn(entry -> kinds.containsKey(drawn(entry)))
                .hasSizeGreaterThan(40)
                .allSatisfy(entry -> assertThat(picture(entry.product())).isEqualTo(drawn(entry)));
    }

    @Test
    void drawingsShouldBeSmallAndLoadAndRunNothing() throws Exception {
        Pattern active = Pattern.compile(
                "<(script|foreignObject|image|style|a)\\b|\\bon[a-z]+=|href=\"(?!#)|url\\((?!#)|<!|<\\?",
                Pattern.CASE_INSENSITIVE);
        for (Path drawing : drawings()) {
            String svg = Files.readString(drawing);

            assertThat(svg)
                    .as(nameOf(drawing))
                    .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\">")
                    .doesNotContainPattern(active)
                    .hasSizeLessThan(MAX_BYTES);
        }
    }

    private static List<Path> drawings() throws IOException, URISyntaxException {
        Path folder =
                Path.of(Objects.requireNonNull(ProductPicturesTest.class.getResource("/META-INF/resources" + FOLDER))
                        .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".svg")).toList();
        }
    }

    private static String drawn(CatalogueEntry entry) {
        return entry.key().replace(' ', '-');
    }

    private static String picture(Product product) {
        String url = Objects.requireNonNull(product.imageUrl());
        assertThat(url).startsWith(FOLDER).endsWith(".svg");
        return url.substring(FOLDER.length(), url.length() - ".svg".length());
    }

    private static String nameOf(Path drawing) {
        String file = drawing.getFileName().toString();
        return file.substring(0, file.length() - ".svg".length());
    }
}
