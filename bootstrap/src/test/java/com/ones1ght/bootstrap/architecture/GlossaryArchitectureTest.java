package com.ones1ght.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Compares the glossary with the public classes of the domain. */
class GlossaryArchitectureTest {

    private static final Path PAGE = Path.of(System.getProperty("basedir", "."), "..", "docs", "glossary.md");
    private static final String DOMAIN = "com.ones1ght.domain.";
    private static final Pattern TERM = Pattern.compile("(?m)^\\| (.+?) \\| .+ \\| (`.+`) \\|$");
    private static final Pattern CLASS = Pattern.compile("`([^`]+)`");

    @Test
    void everyPublicClassOfTheDomainShouldBeInTheGlossaryOnceAndNothingElse() throws IOException {
        assertThat(terms().stream()
                        .flatMap(term -> CLASS.matcher(term.group(2)).results())
                        .map(name -> name.group(1)))
                .containsExactlyInAnyOrderElementsOf(Bytecode.ofTheProduct().stream()
                        .filter(GlossaryArchitectureTest::isTerm)
                        .map(type -> type.getName().substring(DOMAIN.length()))
                        .toList());
    }

    @Test
    void theTermsShouldBeInAlphabeticalOrder() throws IOException {
        assertThat(terms().stream().map(term -> term.group(1))).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    }

    private static boolean isTerm(JavaClass type) {
        return type.getName().startsWith(DOMAIN)
                && !type.getName().startsWith(DOMAIN + "shared.")
                && type.isTopLevelClass()
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.isAssignableTo(Throwable.class);
    }

    private static List<MatchResult> terms() throws IOException {
        return TERM.matcher(Files.readString(PAGE)).results().toList();
    }
}
