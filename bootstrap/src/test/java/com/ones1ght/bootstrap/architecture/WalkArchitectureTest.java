package com.ones1ght.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Compares the walk of a question in the documentation with the code. */
class WalkArchitectureTest {

    /** The maximum of files to read; may be lowered. */
    private static final int MAX_STOPS = 56;

    private static final Path WALK = Path.of(System.getProperty("basedir", "."), "..", "docs", "walk.md");
    private static final Pattern STOP = Pattern.compile("(?m)^(\\d+)\\. `([\\w.]+)` \\S.*\\.$");

    private final JavaClasses product = Bytecode.ofTheProduct();
    private final String text = read();
    private final List<String> stops = STOP.matcher(text)
            .results()
            .map(found -> Layout.PRODUCT.root() + "." + found.group(2))
            .toList();

    private static String read() {
        try {
            return Files.readString(WALK);
        } catch (IOException e) {
            throw new AssertionError(WALK + " cannot be read", e);
        }
    }

    @Test
    void everyStopShouldBeAClassOfItsOwnFile() {
        assertThat(stops).doesNotHaveDuplicates().allSatisfy(stop -> {
            assertThat(product.contain(stop)).as(stop).isTrue();
            assertThat(product.get(stop).isTopLevelClass()).as(stop).isTrue();
        });
    }

    @Test
    void stopsShouldBeNumberedFromOneOn() {
        List<Integer> numbers = STOP.matcher(text)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();

        assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed(1, stops.size()).boxed().toList());
        assertThat(text.lines().filter(line -> line.matches("\\d.*"))).hasSameSizeAs(stops);
    }

    @Test
    void everyStopShouldBeReachedFromOneBeforeIt() {
        for (int i = 1; i < stops.size(); i++) {
            JavaClass stop = product.get(stops.get(i));
            List<JavaClass> before =
                    stops.subList(0, i).stream().map(product::get).toList();

            assertThat(before)
                    .as("stops before %s that refer to it, or that it implements", stop.getName())
                    .anyMatch(earlier -> refersTo(earlier, stop) || stop.isAssignableTo(earlier.getName()));
        }
    }

    @Test
    void theWalkShouldNotBecomeLonger() {
        assertThat(stops).hasSizeBetween(20, MAX_STOPS);
    }

    private boolean refersTo(JavaClass origin, JavaClass target) {
        Set<JavaClass> file = product.stream()
                .filter(each -> each.getName().equals(origin.getName())
                        || each.getName().startsWith(origin.getName() + "$"))
                .collect(Collectors.toSet());
        return file.stream()
                .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                .anyMatch(dependency -> dependency.getTargetClass().equals(target)
                        || dependency.getTargetClass().getName().startsWith(target.getName() + "$"));
    }
}
