package com.ones1ght.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class ServerCheckTest {

    @Test
    void completeServerShouldPass() {
        assertThatCode(() -> new ServerCheck().check(null)).doesNotThrowAnyException();
    }

    @Test
    void missingSpecificationsShouldBeNamed() {
        ClassLoader glassFish = without("org.eclipse.microprofile.health.", "org.eclipse.microprofile.faulttolerance.");

        assertThat(ServerCheck.missing(glassFish))
                .containsExactly("MicroProfile Fault Tolerance", "MicroProfile Health");
    }

    private static ClassLoader without(String... packages) {
        return new ClassLoader(ServerCheckTest.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                for (String one : packages) {
                    if (name.startsWith(one)) {
                        throw new ClassNotFoundException(name);
                    }
                }
                return super.loadClass(name, resolve);
            }
        };
    }
}
