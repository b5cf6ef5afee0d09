package com.ones1ght.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.URL;
import java.util.Objects;

/** Compiled classes. */
final class Bytecode {

    private static final ImportOption NO_TEST_JARS = location -> !location.contains("-tests.jar");

    private Bytecode() {}

    /** All modules, without their tests. */
    static JavaClasses ofTheProduct() {
        return Product.CLASSES;
    }

    /** Deliberate violations. */
    static JavaClasses below(Layout layout) {
        URL folder = Bytecode.class.getResource("/" + layout.root().replace('.', '/'));
        return new ClassFileImporter().importUrl(Objects.requireNonNull(folder, layout.root()));
    }

    static boolean isViolating(JavaClass candidate) {
        return candidate.getSimpleName().startsWith("Violating");
    }

    static boolean isInnocent(JavaClass candidate) {
        return candidate.getSimpleName().startsWith("Innocent");
    }

    private static final class Product {

        private static final JavaClasses CLASSES = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(NO_TEST_JARS)
                .importPackages(Layout.PRODUCT.root());
    }
}
