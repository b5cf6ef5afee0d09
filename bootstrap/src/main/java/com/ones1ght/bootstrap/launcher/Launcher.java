package com.ones1ght.bootstrap.launcher;

/**
 * {@code java -jar ones1ght.jar}. A jar cannot set the options of its JVM; so the launcher starts the server in a second
 * JVM, with options that halve the start-up time, forwards signals to it and ends with it.
 */
public final class Launcher {

    private static final String TRAIN = "--train";

    private Launcher() {}

    /**
     * Runs until the server ends.
     *
     * @param args {@code --train} starts the server, writes the class archive that makes later starts faster, and ends
     */
    public static void main(String[] args) {
        boolean train = args.length == 1 && TRAIN.equals(args[0]);
        if (args.length > 0 && !train) {
            System.err.println("ones1ght.jar takes no arguments: settings are system properties before -jar, such as"
                    + " -D" + HttpSettings.PORT + "=8081, or environment variables, such as ONES1GHT_HTTP_PORT=8081.");
            System.exit(2);
        }
        long startedAt = System.currentTimeMillis();
        int status;
        try {
            OpenFiles.check();
            Settings.Source source = Settings.Source.ofThisProcess();
            Settings.unknown(source).forEach(name -> System.err.println("There is no setting " + name + "."));
            Settings settings = Settings.read(source);
            ServerJvm server = new ServerJvm(Distribution.ofThisJar(), settings, startedAt);
            status = train ? server.train() : server.run();
        } catch (LaunchException e) {
            System.err.println(e.getMessage());
            status = 1;
        }
        System.exit(status);
    }
}
