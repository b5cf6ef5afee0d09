package com.ones1ght.bootstrap.e2e;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The complete examples of the client guides, as bash scripts, just as a newcomer pastes them into a shell. */
@ExtendWith(SharedServer.class)
class SeedScriptsIT {

    @TempDir
    private Path folder;

    @Test
    void koreanExampleShouldPrintTheRoundAndAcceptTheFollowUpAndListBoth(PackagedServer server) throws Exception {
        scripts(server).koreanExample();
    }

    @Test
    void japaneseExampleShouldPrintTheRoundAndAcceptTheFollowUpAndListBoth(PackagedServer server) throws Exception {
        scripts(server).japaneseExample();
    }

    @Test
    void sessionExampleShouldPrintTheSessionTheResultAndTheEnd(PackagedServer server) throws Exception {
        scripts(server).sessionExample();
    }

    @Test
    void personaExampleShouldPrintTheSessionWithItsStamps(PackagedServer server) throws Exception {
        scripts(server).personaExample();
    }

    private SeedScripts scripts(PackagedServer server) {
        assumeTools("bash", "curl", "jq");
        return new SeedScripts(folder, Api.demo(server));
    }

    static void assumeTools(String... tools) {
        List<String> missing =
                Stream.of(tools).filter(tool -> !isInstalled(tool)).toList();
        if (!missing.isEmpty()) {
            System.err.println("NOT TESTED: the examples of the client guides need " + String.join(" and ", missing)
                    + ", which this machine does not have.");
        }
        Assumptions.assumeTrue(missing.isEmpty(), "This machine has no " + String.join(" and no ", missing));
    }

    private static boolean isInstalled(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}
