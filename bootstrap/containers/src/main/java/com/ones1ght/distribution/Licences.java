package com.ones1ght.distribution;

import java.util.List;
import java.util.Optional;

/** The licences of archives as SPDX names, from what they declare or, where they declare nothing, from tables. */
final class Licences {

    private static final Table KNOWN = Table.read("licences.tsv");
    private static final Table ARCHIVES = Table.read("archives.tsv");

    private Licences() {}

    /**
     * The licences of an archive; a table may override what it declares.
     *
     * @return SPDX ids, or a single SPDX expression
     * @throws IllegalStateException if it declares none, or an unknown one, and no table has it
     */
    static List<String> of(Archive archive) {
        return row(archive).map(row -> List.of(row.field(1))).orElseGet(() -> declared(archive));
    }

    /** The Maven group of an archive that does not name it. */
    static Optional<String> group(Archive archive) {
        return archive.group().or(() -> row(archive).map(row -> row.field(0)));
    }

    private static Optional<Table.Row> row(Archive archive) {
        return ARCHIVES.find(archive.fileName());
    }

    private static List<String> declared(Archive archive) {
        List<String> declared = archive.declaredLicences();
        if (declared.isEmpty()) {
            throw new IllegalStateException(archive.path() + " declares no licence: add it to archives.tsv.");
        }
        return declared.stream()
                .map(licence -> KNOWN.find(licence)
                        .map(row -> row.field(0))
                        .orElseThrow(() -> new IllegalStateException(
                                archive.path() + " declares \"" + licence + "\": add it to licences.tsv.")))
                .distinct()
                .toList();
    }
}
