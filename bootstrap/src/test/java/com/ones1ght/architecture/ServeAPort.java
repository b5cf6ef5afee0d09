package com.ones1ght.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Each adapter has a class or a lambda that implements a port. */
final class ServeAPort extends ArchCondition<JavaClass> {

    private final AdapterArchitecture architecture;
    private final Ports ports;
    private final Set<String> withoutPort = new TreeSet<>();

    ServeAPort(AdapterArchitecture architecture, Ports ports) {
        super("serve a port");
        this.architecture = architecture;
        this.ports = ports;
    }

    @Override
    public void init(Collection<JavaClass> all) {
        withoutPort.addAll(architecture.adapters());
    }

    @Override
    public void check(JavaClass checked, ConditionEvents events) {
        if (!ports.servedBy(checked).isEmpty()) {
            architecture.adapterOf(checked).ifPresent(withoutPort::remove);
        }
    }

    @Override
    public void finish(ConditionEvents events) {
        withoutPort.forEach(adapter ->
                events.add(SimpleConditionEvent.violated(adapter, "No class in " + adapter + " implements a port")));
    }
}
