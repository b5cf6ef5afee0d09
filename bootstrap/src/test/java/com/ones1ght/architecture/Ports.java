package com.ones1ght.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassReader;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Handle;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.MethodVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Opcodes;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Type;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;

/** The driven ports of the application: their implementations and callers. */
public final class Ports {

    private final String packages;

    /** @param packages a pattern of ArchUnit */
    public Ports(String packages) {
        this.packages = packages;
    }

    /** A driven port: an interface among the ports, which the application calls. */
    public DescribedPredicate<JavaClass> ports() {
        return JavaClass.Predicates.resideInAPackage(packages)
                .and(JavaClass.Predicates.INTERFACES)
                .as("ports");
    }

    /** A call of a port's method, whatever implements it. */
    public DescribedPredicate<JavaAccess<?>> callsOfOthersThan(DescribedPredicate<JavaClass> allowed) {
        return DescribedPredicate.describe("ports other than " + allowed.getDescription(), access -> {
            JavaClass owner = access.getTarget().getOwner();
            return ports().test(owner) && !allowed.test(owner);
        });
    }

    /** Implements a port, as a class, a lambda or a method reference. The latter leave no class in the bytecode. */
    public ArchCondition<JavaClass> implementNone(Set<String> allowed) {
        return new ArchCondition<>("implement no port but " + allowed) {
            @Override
            public void check(JavaClass checked, ConditionEvents events) {
                Set<String> served = servedBy(checked);
                served.removeIf(port -> allowed.contains(port.replaceFirst(".*\\.", "")));
                events.add(new SimpleConditionEvent(
                        checked, served.isEmpty(), checked.getFullName() + " implements " + served));
            }
        };
    }

    /** The full names of the ports that a class implements. */
    Set<String> servedBy(JavaClass checked) {
        Set<String> served = new TreeSet<>();
        if (!checked.isInterface()) {
            checked.getAllRawInterfaces().stream().filter(ports()).forEach(port -> served.add(port.getName()));
        }
        lambdasOf(checked).stream().filter(this::isPort).forEach(served::add);
        return served;
    }

    private boolean isPort(String type) {
        return PackageMatcher.of(packages).matches(type.replaceFirst("\\.[^.]+$", ""));
    }

    /** The functional interfaces of a class's lambdas and method references. */
    private static Set<String> lambdasOf(JavaClass checked) {
        Set<String> types = new TreeSet<>();
        try (InputStream bytes =
                checked.getSource().map(Source::getUri).orElseThrow().toURL().openStream()) {
            new ClassReader(bytes).accept(new LambdaFinder(types), ClassReader.SKIP_DEBUG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return types;
    }

    private static final class LambdaFinder extends ClassVisitor {

        private final Set<String> types;

        LambdaFinder(Set<String> types) {
            super(Opcodes.ASM9);
            this.types = types;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String generic, String[] thrown) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitInvokeDynamicInsn(String method, String type, Handle maker, Object... arguments) {
                    types.add(Type.getReturnType(type).getClassName());
                }
            };
        }
    }
}
