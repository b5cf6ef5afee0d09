package com.ones1ght.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;

/** Depends on no class of another adapter. */
final class KnowNoOtherAdapter extends ArchCondition<JavaClass> {

    private final AdapterArchitecture architecture;

    KnowNoOtherAdapter(AdapterArchitecture architecture) {
        super("know no other adapter");
        this.architecture = architecture;
    }

    @Override
    public void check(JavaClass checked, ConditionEvents events) {
        Optional<String> own = architecture.adapterOf(checked);
        for (Dependency dependency : checked.getDirectDependenciesFromSelf()) {
            Optional<String> target = architecture.adapterOf(dependency.getTargetClass());
            boolean isOther = target.isPresent() && !target.equals(own);
            events.add(new SimpleConditionEvent(checked, !isOther, dependency.getDescription()));
        }
    }
}
