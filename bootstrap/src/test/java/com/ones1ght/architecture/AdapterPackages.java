package com.ones1ght.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** Each package of an adapter is a slice. */
final class AdapterPackages implements SliceAssignment {

    private final AdapterArchitecture architecture;

    AdapterPackages(AdapterArchitecture architecture) {
        this.architecture = architecture;
    }

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        return architecture.adapterOf(type).isPresent()
                ? SliceIdentifier.of(type.getPackageName())
                : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
        return "the packages of the adapters";
    }
}
