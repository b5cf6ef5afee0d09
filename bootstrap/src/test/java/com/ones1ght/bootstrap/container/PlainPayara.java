package com.ones1ght.bootstrap.container;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jboss.arquillian.container.spi.event.SetupContainer;
import org.jboss.arquillian.container.spi.event.container.AfterStop;
import org.jboss.arquillian.container.spi.event.container.BeforeUnDeploy;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * Starts a PostgreSQL for the server under test and tells the server where it is, as an operator would: by system
 * properties. Afterwards it waits for the server's end, which the connector does not, and tidies up.
 */
public final class PlainPayara implements LoadableExtension {

    /** Starts fast; nothing here runs long enough to be compiled well. */
    private static final String JVM = "-Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(LifeCycle.class);
    }

    /** Made by Arquillian, once. */
    static final class LifeCycle {

        /** Named in arquillian.xml as well. */
        private static final Path WORK = Path.of("target", "container");

        /** The qualifier in arquillian.xml. */
        private static final String CONTAINER = "payara-micro";

        private static final int SECONDS_TO_STOP = 20;

        private final List<ProcessHandle> servers = new ArrayList<>();
        private final List<Path> folders = new ArrayList<>();
        private EmbeddedPostgres postgres;

        /** Before the connector reads its configuration. */
        void start(@Observes(precedence = 1) SetupContainer setup) throws IOException {
            if (!CONTAINER.equals(setup.getContainer().getName())) {
                return;
            }
            // What an earlier run has deployed would start again.
            delete(WORK);
            postgres = EmbeddedPostgres.builder().start();
            setup.getContainer()
                    .getContainerConfiguration()
                    .property(
                            "cmdOptions",
                            String.join(
                                    " ",
                                    JVM,
                                    "-Dones1ght.db.url=jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres",
                                    "-Dones1ght.db.user=postgres",
                                    "-Dones1ght.db.password=postgres"));
        }

        void remember(@Observes BeforeUnDeploy event) {
            ProcessHandle.current().children().forEach(child -> {
                List<String> arguments = List.of(child.info().arguments().orElse(new String[0]));
                int war = arguments.indexOf("--deploy") + 1;
                if (war > 0 && arguments.get(war).contains("arquillian-payara-micro")) {
                    servers.add(child);
                    folders.add(Path.of(arguments.get(war)).getParent().getParent());
                }
            });
        }

        void tidyUp(@Observes AfterStop event)
                throws IOException, InterruptedException, ExecutionException, TimeoutException {
            for (ProcessHandle server : servers) {
                server.onExit().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
            }
            if (postgres != null) {
                postgres.close();
            }
            for (Path folder : folders) {
                delete(folder);
            }
        }

        private static void delete(Path folder) throws IOException {
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
    }
}
