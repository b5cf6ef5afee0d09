package com.ones1ght.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.chat.port.PipelineProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jars in a folder, as a team would put them there. */
class ProvidedBackendsTest {

    private static final Set<String> TAKEN = Set.of("embedded");

    @TempDir
    private Path work;

    @TempDir
    private Path folder;

    @Test
    void eachProviderShouldBeFoundByItsName() throws IOException {
        jar("Soup", "return \"soup\";");
        jar("Stew", "return \"stew-2\";");
        Files.writeString(folder.resolve("README.txt"), "not a jar, and not named like one");

        try (ProvidedBackends backends = load()) {
            assertThat(backends.byName()).containsOnlyKeys("soup", "stew-2");
            assertThat(backends.byName().get("soup").getClass().getName()).isEqualTo("Soup");
        }
    }

    @Test
    void anEmptyFolderAndNoneShouldProvideNothing() {
        try (ProvidedBackends none = ProvidedBackends.load(Optional.empty(), TAKEN);
                ProvidedBackends empty = load()) {
            assertThat(none.byName()).isEmpty();
            assertThat(empty.byName()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"return \"embedded\";", "return \"Soup\";", "return \"\";", "return null;"})
    void aNameThatCannotBeUsedShouldBeRefusedWithItsProvider(String body) throws IOException {
        jar("Soup", body);

        assertThatThrownBy(this::load)
                .isInstanceOf(IllegalStateException.class)
                .hasNoCause()
                .hasMessageStartingWith("ones1ght.backends.dir")
                .hasMessageContaining("Soup");
    }

    @Test
    void twoOfOneNameShouldBeRefused() throws IOException {
        jar("Soup", "return \"soup\";");
        jar("Stew", "return \"soup\";");

        assertThatThrownBy(this::load).hasMessageContaining("there is another backend \"soup\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"throw new IllegalStateException(\"no soup today\");", "throw new NoSuchMethodError(\"old\");"})
    void aProviderThatFailsShouldBeRefused(String body) throws IOException {
        jar("Soup", body);

        assertThatThrownBy(this::load)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("ones1ght.backends.dir");
    }

    @Test
    void aServiceFileThatNamesNoClassShouldBeRefused() throws IOException {
        try (JarOutputStream jar = open("broken.jar")) {
            service(jar, "Nowhere");
        }

        assertThatThrownBy(this::load)
                .isInstanceOf(IllegalStateException.class)
                .hasNoCause()
                .hasMessageContaining("Nowhere");
    }

    @Test
    void aFileThatIsNoJarShouldBeNamed() throws IOException {
        Files.writeString(folder.resolve("half.jar"), "PK and then nothing");

        assertThatThrownBy(this::load).hasMessageContaining("half.jar");
    }

    private ProvidedBackends load() {
        return ProvidedBackends.load(Optional.of(folder), TAKEN);
    }

    private void jar(String type, String nameBody) throws IOException {
        Path source = work.resolve(type + ".java");
        Files.writeString(source, """
                public class %s implements com.ones1ght.application.chat.port.PipelineProvider {
                    public String name() {
                        %s
                    }
                    public com.ones1ght.application.chat.port.RecommendationPipeline create(
                            com.ones1ght.application.chat.port.PipelineSetup setup) {
                        return null;
                    }
                }
                """.formatted(type, nameBody));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String[] arguments = {
            "-proc:none", "-cp", System.getProperty("java.class.path"), "-d", work.toString(), source.toString()
        };
        assertThat(compiler.run(null, OutputStream.nullOutputStream(), null, arguments))
                .isZero();
        try (JarOutputStream jar = open(type + ".jar")) {
            jar.putNextEntry(new ZipEntry(type + ".class"));
            Files.copy(work.resolve(type + ".class"), jar);
            service(jar, type);
        }
    }

    private JarOutputStream open(String name) throws IOException {
        return new JarOutputStream(Files.newOutputStream(folder.resolve(name)));
    }

    private static void service(JarOutputStream jar, String type) throws IOException {
        jar.putNextEntry(new ZipEntry("META-INF/services/" + PipelineProvider.class.getName()));
        jar.write(type.getBytes(StandardCharsets.UTF_8));
    }
}
