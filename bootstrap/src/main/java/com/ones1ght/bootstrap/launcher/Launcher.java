package com.ones1ght.bootstrap.launcher;

import com.ones1ght.bootstrap.launcher.log.Console;
import java.nio.file.Path;

/**
 * {@code java -jar ones1ght.jar}. A jar cannot set the options of its JVM; so the launcher starts the server in a second
 * JVM, with options that halve the start-up time, forwards signals to it and ends with it.
 */
public final class Launcher {

    private static final String TRAIN = "--train";
    private static final String HEALTH = "--health";

    private static final String USAGE = """
            java -jar ones1ght.jar                 serves until it is stopped
            java -jar ones1ght.jar --health        tells whether the server is ready
            java -jar ones1ght.jar --train         makes later starts faster
            java -jar ones1ght.jar backup FILE     saves all data, also of a running server
            java -jar ones1ght.jar restore FILE    restores them into a new database

            Settings are system properties before -jar, such as -D%s=8081, or environment variables, such as
            ONES1GHT_HTTP_PORT=8081.""".formatted(HttpSettings.PORT);

    private Launcher() {}

    /**
     * Runs until the server ends.
     *
     * @param args {@code --train} starts the server, writes the class archive that makes later starts faster, and ends;
     *     {@code --health} starts nothing, and ends with status 0 if the server with the same settings is ready;
     *     {@code backup FILE} and {@code restore FILE} save and restore the data
     */
    public static void main(String[] args) {
        String argument = args.length == 0 ? "" : args[0];
        boolean train = TRAIN.equals(argument);
        boolean health = HEALTH.equals(argument);
        boolean onDatabase = DatabaseCommand.NAMES.contains(argument);
        int expected = onDatabase ? 2 : train || health ? 1 : 0;
        if (args.length != expected) {
            System.err.println(USAGE);
            System.exit(2);
        }
        long startedAt = System.currentTimeMillis();
        Settings.Source source = Settings.Source.ofThisProcess();
        Console console = LogSettings.read(source).console();
        int status;
        try {
            if (health) {
                System.exit(HealthProbe.run(HttpSettings.read(source), System.out));
            }
            OpenFiles.check();
            Settings.unknown(source)
                    .forEach(name -> console.error(Launcher.class, "There is no setting " + name + "."));
            Settings settings = Settings.read(source);
            ServerJvm server = new ServerJvm(Distribution.ofThisJar(), settings, startedAt);
            if (onDatabase) {
                Path file = Path.of(args[1]).toAbsolutePath().normalize();
                status = server.run(argument, file);
            } else {
                status = train ? server.train() : server.run();
            }
        } catch (LaunchException e) {
            console.error(Launcher.class, e.getMessage());
            status = 1;
        }
        System.exit(status);
    }
}
