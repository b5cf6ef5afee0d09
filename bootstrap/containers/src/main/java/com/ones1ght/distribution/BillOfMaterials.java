package com.ones1ght.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.License;
import org.cyclonedx.model.LicenseChoice;
import org.cyclonedx.model.Metadata;
import org.cyclonedx.model.Property;
import org.cyclonedx.model.license.Expression;

/**
 * Writes {@code sbom.cdx.json} (CycloneDX) and {@code licences/} into a distribution, from the files that are in it:
 * most of them, the server's modules, are no dependencies of this build, which could list them.
 */
public final class BillOfMaterials {

    /** The property of a component that has its path in the distribution, or in the archive around it. */
    public static final String PATH = "ones1ght:path";

    private static final Table WORKS = Table.read("works.tsv");
    /** SPDX knows the combination as an expression only; CycloneDX lists ids, for which there is this older one. */
    private static final String WITH_EXCEPTION = "GPL-2.0-with-classpath-exception";

    private static final String OWN = "LicenseRef-Proprietary";

    private final Path distribution;
    private final SortedSet<String> licences = new TreeSet<>();
    private final StringBuilder list = new StringBuilder();

    private BillOfMaterials(Path distribution) {
        this.distribution = distribution;
    }

    /**
     * Describes a distribution.
     *
     * @param args its folder, and the version of the product
     */
    public static void main(String[] args) throws IOException, GeneratorException {
        new BillOfMaterials(Path.of(args[0])).write(args[1]);
    }

    private void write(String version) throws IOException, GeneratorException {
        Bom bom = new Bom();
        bom.setMetadata(metadata(version));
        for (Path file : archives()) {
            String path = distribution.relativize(file).toString().replace('\\', '/');
            bom.addComponent(component(Archive.read(path, Files.readAllBytes(file)), ""));
        }
        Files.writeString(
                distribution.resolve("sbom.cdx.json"),
                BomGeneratorFactory.createJson(Version.VERSION_16, bom).toJsonString() + "\n");
        writeLicences();
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.walk(distribution)) {
            return files.filter(file -> file.toString().matches(".*\\.(jar|war|rar)"))
                    // What the launcher makes of the others at its first start.
                    .filter(file -> !file.endsWith(Path.of("lib", "server.jar")))
                    .sorted()
                    .toList();
        }
    }

    /** Without a time and a serial number, so that the same files have the same bill. */
    private static Metadata metadata(String version) {
        Component product = new Component();
        product.setType(Component.Type.APPLICATION);
        product.setGroup("com.ones1ght");
        product.setName("ones1ght-gateway");
        product.setVersion(version);
        product.setBomRef("ones1ght-gateway");
        product.setLicenses(choice(List.of(OWN)));
        Metadata metadata = new Metadata();
        metadata.setTimestamp(null);
        metadata.setComponent(product);
        return metadata;
    }

    private Component component(Archive archive, String around) throws IOException {
        Component component = new Component();
        boolean own = archive.fileName().matches("ones1ght\\.(jar|war)");
        component.setType(own ? Component.Type.APPLICATION : Component.Type.LIBRARY);
        component.setName(archive.name());
        Licences.group(archive).ifPresent(component::setGroup);
        archive.version().ifPresent(component::setVersion);
        component.setBomRef(around + archive.path());
        component.addHash(new Hash(Hash.Algorithm.SHA_256, sha256(archive.content())));
        component.addProperty(property(archive.path()));
        if (component.getGroup() != null && component.getVersion() != null) {
            component.setPurl(
                    "pkg:maven/%s/%s@%s".formatted(component.getGroup(), component.getName(), component.getVersion()));
        }
        license(component, Licences.of(archive), around + archive.path());
        for (Archive library : archive.libraries()) {
            component.addComponent(component(library, archive.path() + "!/"));
        }
        for (Table.Row work : WORKS.rows()) {
            Optional<Matcher> found = Table.firstBelow(work, archive.entries());
            if (found.isPresent()) {
                component.addComponent(work(work, found.get(), around + archive.path() + "!/"));
            }
        }
        return component;
    }

    private Component work(Table.Row row, Matcher found, String around) {
        Component component = new Component();
        boolean package_ = row.field(3).startsWith("pkg:");
        component.setType(package_ ? Component.Type.LIBRARY : Component.Type.DATA);
        component.setName(row.field(0));
        component.setCopyright(row.field(2));
        component.setBomRef(around + found.group());
        component.addProperty(property(found.group()));
        if (found.groupCount() > 0) {
            component.setVersion(found.group(1));
        }
        if (package_) {
            component.setPurl(row.field(3) + "@" + found.group(1));
        } else {
            component.setDescription(row.field(3));
        }
        license(component, List.of(row.field(1)), around + found.group());
        return component;
    }

    private void license(Component component, List<String> names, String path) {
        component.setLicenses(choice(names));
        names.forEach(name -> List.of(name.split(" (?:AND|OR) ")).forEach(licences::add));
        list.append("%s %s%n    %s%n    %s%n"
                .formatted(
                        component.getName(),
                        Optional.ofNullable(component.getVersion()).orElse(""),
                        path,
                        String.join(", ", names))
                .replace("\r\n", "\n"));
    }

    private static LicenseChoice choice(List<String> names) {
        LicenseChoice choice = new LicenseChoice();
        String first = names.get(0);
        if (first.contains(" ") || first.equals(OWN)) {
            choice.setExpression(new Expression(first));
        } else {
            names.forEach(name -> {
                License license = new License();
                license.setId(name);
                choice.addLicense(license);
            });
        }
        return choice;
    }

    private static Property property(String path) {
        Property property = new Property();
        property.setName(PATH);
        property.setValue(path);
        return property;
    }

    /** The texts by their SPDX names, and which component is under which. */
    private void writeLicences() throws IOException {
        Path folder = Files.createDirectories(distribution.resolve("licences"));
        Files.writeString(folder.resolve("COMPONENTS.txt"), list);
        SortedSet<String> texts = new TreeSet<>();
        licences.stream()
                .filter(name -> !name.equals(OWN))
                .map(name -> name.equals(WITH_EXCEPTION) ? "GPL-2.0-only WITH Classpath-exception-2.0" : name)
                .forEach(name -> texts.addAll(List.of(name.split(" WITH "))));
        for (String name : texts) {
            try (InputStream text = Bom.class.getResourceAsStream("/licenses/" + name + ".txt")) {
                if (text == null) {
                    throw new IllegalStateException("No text of the licence " + name);
                }
                Files.write(folder.resolve(name + ".txt"), text.readAllBytes());
            }
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
