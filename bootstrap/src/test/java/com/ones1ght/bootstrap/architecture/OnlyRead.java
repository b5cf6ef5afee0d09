package com.ones1ght.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/**
 * As far as signatures tell: what is read is returned. Methods that write return nothing, or whether they did it, and
 * those that lock say so.
 */
final class OnlyRead extends ArchCondition<JavaClass> {

    private static final Set<String> ANSWERS_OF_WRITES = Set.of("void", "boolean");
    private static final String LOCKING = "(lock|hold|claim).*";

    OnlyRead() {
        super("have methods that only read");
    }

    @Override
    public void check(JavaClass queries, ConditionEvents events) {
        for (JavaMethod method : queries.getAllMethods()) {
            boolean reads =
                    !ANSWERS_OF_WRITES.contains(method.getRawReturnType().getName())
                            && !method.getName().matches(LOCKING);
            String complaint = queries.getName() + " has " + method.getFullName();
            events.add(new SimpleConditionEvent(queries, reads, complaint));
        }
    }
}
