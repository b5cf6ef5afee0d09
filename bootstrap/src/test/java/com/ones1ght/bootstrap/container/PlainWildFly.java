package com.ones1ght.bootstrap.container;

import com.ones1ght.bootstrap.e2e.FreePort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jboss.arquillian.container.spi.event.SetupContainer;
import org.jboss.arquillian.container.spi.event.container.AfterStop;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * Where the container test runs on WildFly (the profile "servers"): gives the server a folder and ports of its own, and a
 * PostgreSQL, by system properties.
 */
public final class PlainWildFly implements LoadableExtension {

    /** The port of {@code /health} on a server that has another one for it than for applications. */
    static final String HEALTH_PORT = "ones1ght.container.health-port";

    /** The qualifier in arquillian.xml. */
    private static final String CONTAINER = "wildfly";

    private static final String HOME = "ones1ght.wildfly.home";

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(LifeCycle.class);
    }

    /** Made by Arquillian, once. */
    static final class LifeCycle {

        private static final Path BASE = Path.of("target", "container", CONTAINER);

        private EmbeddedPostgres postgres;

        /** Before the connector reads its configuration. */
        void start(@Observes(precedence = 1) SetupContainer setup) throws IOException {
            if (!CONTAINER.equals(setup.getContainer().getName())) {
                return;
            }
            Path home = Path.of(System.getProperty(HOME)).toAbsolutePath();
            copy(home.resolve("standalone"), BASE);
            postgres = EmbeddedPostgres.builder().start();
            int management = FreePort.next();
            System.setProperty(HEALTH_PORT, Integer.toString(management));
            setup.getContainer()
                    .getContainerConfiguration()
                    .property("jbossHome", home.toString())
                    .property("managementPort", Integer.toString(management))
                    .property(
                            "javaVmArguments",
                            String.join(
                                    " ",
                                    "-Xmx768m -XX:TieredStopAtLevel=1",
                                    "-Djboss.server.base.dir=" + BASE.toAbsolutePath(),
                                    "-Djboss.management.http.port=" + management,
                                    "-Djboss.http.port=" + FreePort.next(),
                                    "-Djboss.https.port=" + FreePort.next(),
                                    "-Dones1ght.db.url=jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres",
                                    "-Dones1ght.db.user=postgres",
                                    "-Dones1ght.db.password=postgres"));
        }

        void close(@Observes AfterStop event) throws IOException {
            if (postgres != null) {
                postgres.close();
            }
        }

        /** In place of what an earlier run has left there. */
        private static void copy(Path from, Path to) throws IOException {
            if (Files.exists(to)) {
                try (Stream<Path> old = Files.walk(to)) {
                    for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            Files.createDirectories(to.getParent());
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : files.toList()) {
                    Files.copy(file, to.resolve(from.relativize(file)));
                }
            }
        }
    }
}
