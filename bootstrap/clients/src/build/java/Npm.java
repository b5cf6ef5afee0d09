import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs npm: {@code java Npm.java FOLDER COMMAND…}, each command as in {@code "run lint"}. Where Node is missing it says so
 * in one line and succeeds, unless CLIENTS_REQUIRE_NODE is set, as in CI.
 */
final class Npm {

    private Npm() {}

    public static void main(String[] arguments) throws Exception {
        String npm = System.getProperty("os.name").startsWith("Windows") ? "npm.cmd" : "npm";
        if (!isInstalled(npm)) {
            boolean required = System.getenv("CLIENTS_REQUIRE_NODE") != null;
            System.out.println("######## NODE IS MISSING: " + (required ? "required here" : "skipped")
                    + ": npm " + String.join(", npm ", List.of(arguments).subList(1, arguments.length)));
            System.exit(required ? 1 : 0);
        }
        for (String command : List.of(arguments).subList(1, arguments.length)) {
            int exit = run(npm, Path.of(arguments[0]), command.split(" "));
            if (exit != 0) {
                System.exit(exit);
            }
        }
    }

    private static boolean isInstalled(String npm) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, npm)));
    }

    private static int run(String npm, Path folder, String[] command) throws Exception {
        return new ProcessBuilder(Stream.concat(Stream.of(npm), Arrays.stream(command)).toList())
                .directory(folder.toFile())
                .inheritIO()
                .start()
                .waitFor();
    }
}
