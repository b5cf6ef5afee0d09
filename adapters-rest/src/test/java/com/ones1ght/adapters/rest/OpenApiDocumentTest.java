package com.ones1ght.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.rest.profile.ProfileWord;
import com.ones1ght.domain.shared.ErrorCode;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The published document says what there is, no more and no less. */
class OpenApiDocumentTest {

    private static final String DOCUMENT = read();

    @Test
    void everyMethodOfEveryResourceIsDescribedAndNothingElse() {
        TreeSet<String> described = new TreeSet<>();
        String path = "";
        for (String line : DOCUMENT.lines().toList()) {
            if (line.matches("  /v1/.*:")) {
                path = line.strip().replaceFirst(":$", "");
            } else if (line.matches("    (get|post|put|delete|patch):")) {
                described.add(line.strip().replaceFirst(":$", "") + " " + path);
            }
        }
        assertThat(described).isEqualTo(existing());
    }

    @Test
    void everyErrorCodeIsNamed() {
        for (ErrorCode code : ErrorCode.values()) {
            assertThat(DOCUMENT).contains("            - " + code.name() + "\n");
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        Pattern.compile("#/components/\\w+/(\\w+)")
                .matcher(DOCUMENT)
                .results()
                .map((MatchResult reference) -> reference.group(1))
                .distinct()
                .forEach(name -> assertThat(DOCUMENT).containsPattern("\n    '?" + name + "'?:\n"));
    }

    private static TreeSet<String> existing() {
        // The one path that is no resource's.
        TreeSet<String> existing = new TreeSet<>(Set.of("get /v1/admin/stream"));
        for (Class<?> type : new RestApplication().getClasses()) {
            Path root = type.getAnnotation(Path.class);
            if (root == null) {
                continue;
            }
            for (Method method : type.getDeclaredMethods()) {
                for (Annotation annotation : method.getAnnotations()) {
                    HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
                    if (http != null) {
                        Path sub = method.getAnnotation(Path.class);
                        String path = "/v1/" + root.value() + (sub == null ? "" : "/" + sub.value());
                        spelledOut(path)
                                .forEach(one -> existing.add(http.value().toLowerCase(Locale.ROOT) + " " + one));
                    }
                }
            }
        }
        return existing;
    }

    /** A path that has two names stands in the document under either, and its id is called accordingly. */
    private static List<String> spelledOut(String path) {
        if (!path.contains(ProfileWord.PATH)) {
            return List.of(path);
        }
        return List.of(
                path.replace(ProfileWord.PATH, "profile"),
                path.replace(ProfileWord.PATH, "persona").replace("{profile_id}", "{persona_id}"));
    }

    private static String read() {
        try (InputStream document = OpenApiDocumentTest.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return new String(Objects.requireNonNull(document).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
