package com.ones1ght.bootstrap.e2e;

import com.ones1ght.bootstrap.e2e.paced.PacedPipeline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A copy of the packaged WAR with one jar more, which brings {@link PacedPipeline}; the product's code is unchanged. */
final class PacedWar {

    private static final String BEANS_XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="annotated"/>
            """;

    private PacedWar() {}

    /** The settings of a server that deploys the copy, with these further ones. */
    static Map<String, String> settings(Path folder, Map<String, String> further) {
        Map<String, String> settings = new HashMap<>(further);
        settings.put(
                "ones1ght.war",
                of(PackagedServer.jar(), folder.resolve("paced.war")).toString());
        return settings;
    }

    /** Copies the WAR beside this jar. */
    static Path of(Path jar, Path war) {
        Path packaged = jar.resolveSibling("ones1ght.war");
        try {
            Files.copy(packaged, war);
            try (FileSystem content = FileSystems.newFileSystem(war)) {
                Files.write(content.getPath("/WEB-INF/lib/paced-pipeline.jar"), jar());
            }
            return war;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] jar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String name = PacedPipeline.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream jar = new JarOutputStream(bytes);
                InputStream code = PacedPipeline.class.getClassLoader().getResourceAsStream(name)) {
            jar.putNextEntry(new JarEntry("META-INF/beans.xml"));
            jar.write(BEANS_XML.getBytes(StandardCharsets.UTF_8));
            jar.putNextEntry(new JarEntry(name));
            code.transferTo(jar);
        }
        return bytes.toByteArray();
    }
}
