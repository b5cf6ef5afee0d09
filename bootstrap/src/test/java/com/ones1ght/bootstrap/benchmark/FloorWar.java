package com.ones1ght.bootstrap.benchmark;

import com.ones1ght.bootstrap.benchmark.floor.FloorApplication;
import com.ones1ght.bootstrap.benchmark.floor.FloorResource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A copy of the product's WAR with one more jar in it. */
final class FloorWar {

    private static final String BEANS = """
            <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="annotated"/>
            """;

    private FloorWar() {}

    static Path build(Path productWar, Path floorWar) throws IOException {
        Files.createDirectories(floorWar.getParent());
        try (ZipInputStream from = new ZipInputStream(Files.newInputStream(productWar));
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(floorWar))) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                add(to, entry.getName(), from.readAllBytes());
            }
            add(to, "WEB-INF/lib/floor.jar", floorJar());
        }
        return floorWar;
    }

    private static byte[] floorJar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
            add(jar, "META-INF/beans.xml", BEANS.getBytes());
            for (Class<?> type : List.of(FloorApplication.class, FloorResource.class)) {
                String name = type.getName().replace('.', '/') + ".class";
                try (InputStream code = type.getClassLoader().getResourceAsStream(name)) {
                    add(jar, name, code.readAllBytes());
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        ((OutputStream) zip).write(content);
        zip.closeEntry();
    }
}
