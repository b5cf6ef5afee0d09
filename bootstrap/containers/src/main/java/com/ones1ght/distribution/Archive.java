package com.ones1ght.distribution;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A jar, WAR or resource adapter, and what it says about itself.
 *
 * @param path in the distribution, or in the archive around it: {@code lib/server/asm.jar}
 * @param content its bytes
 * @param entries the names of its files
 * @param descriptions its {@code pom.properties}, {@code pom.xml} and manifest by their names
 */
record Archive(String path, byte[] content, List<String> entries, Map<String, byte[]> descriptions) {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final Pattern MAVEN = Pattern.compile("META-INF/maven/.*/pom\\.(properties|xml)");
    private static final Pattern FILE_NAME = Pattern.compile("(.+?)(?:-(\\d[^/]*))?\\.(?:jar|war|rar)");
    private static final Pattern POM_LICENCE = Pattern.compile("(?s)<license>.*?<name>(.*?)</name>");

    static Archive read(String path, byte[] content) throws IOException {
        List<String> entries = new ArrayList<>();
        Map<String, byte[]> descriptions = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    entries.add(entry.getName());
                }
                if (entry.getName().equals(MANIFEST)
                        || MAVEN.matcher(entry.getName()).matches()) {
                    descriptions.put(entry.getName(), zip.readAllBytes());
                }
            }
        }
        return new Archive(path, content, List.copyOf(entries), descriptions);
    }

    /** The archives inside of it that are used as such: the libraries of a WAR. */
    List<Archive> libraries() throws IOException {
        List<Archive> libraries = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith("WEB-INF/lib/")
                        && entry.getName().endsWith(".jar")) {
                    libraries.add(read(entry.getName(), zip.readAllBytes()));
                }
            }
        }
        return libraries;
    }

    String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The artefact's name without a version. */
    String name() {
        return coordinates().map(own -> own.getProperty("artifactId")).orElseGet(() -> matchedName()
                .group(1));
    }

    Optional<String> group() {
        return coordinates().map(own -> own.getProperty("groupId"));
    }

    Optional<String> version() {
        return coordinates()
                .map(own -> own.getProperty("version"))
                .or(() -> Optional.ofNullable(matchedName().group(2)))
                .or(() -> manifest("Implementation-Version"))
                .or(() -> manifest("Bundle-Version"));
    }

    /** The licences that it declares, as it writes them: names or URLs. */
    List<String> declaredLicences() {
        return manifest("Bundle-License")
                .map(Archive::separated)
                .or(() -> coordinates().flatMap(own -> pomOf(own).map(Archive::licencesOf)))
                .orElse(List.of());
    }

    /** Several licences are separated by commas; each may have attributes, and quotes around a name with a comma, or not. */
    private static List<String> separated(String licences) {
        return Arrays.stream(licences.split(",(?! Version)(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
                .map(licence ->
                        licence.replaceFirst(";.*", "").replace("\"", "").strip())
                .toList();
    }

    private static List<String> licencesOf(byte[] pom) {
        return POM_LICENCE
                .matcher(new String(pom, StandardCharsets.UTF_8))
                .results()
                .map(found -> found.group(1).replaceAll("\\s+", " ").strip())
                .distinct()
                .collect(Collectors.toList());
    }

    /** Of the artefact itself, not of one that is repackaged in it. */
    private Optional<Properties> coordinates() {
        List<Properties> all = descriptions.keySet().stream()
                .filter(name -> name.endsWith("pom.properties"))
                .map(name -> properties(descriptions.get(name)))
                .toList();
        return all.stream()
                .filter(own ->
                        own.getProperty("artifactId", "").equals(matchedName().group(1)))
                .findFirst()
                .or(() -> all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty());
    }

    private Optional<byte[]> pomOf(Properties own) {
        return Optional.ofNullable(descriptions.get(
                "META-INF/maven/%s/%s/pom.xml".formatted(own.getProperty("groupId"), own.getProperty("artifactId"))));
    }

    private Matcher matchedName() {
        Matcher matcher = FILE_NAME.matcher(fileName());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(path + " is no archive.");
        }
        return matcher;
    }

    private Optional<String> manifest(String attribute) {
        byte[] manifest = descriptions.get(MANIFEST);
        if (manifest == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(new Manifest(new ByteArrayInputStream(manifest))
                    .getMainAttributes()
                    .getValue(new Attributes.Name(attribute)));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    private static Properties properties(byte[] content) {
        Properties properties = new Properties();
        try {
            properties.load(new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
