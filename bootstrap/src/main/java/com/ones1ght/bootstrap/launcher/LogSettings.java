package com.ones1ght.bootstrap.launcher;

import com.ones1ght.bootstrap.launcher.log.Console;
import com.ones1ght.bootstrap.launcher.log.LogFormat;

/**
 * The settings of the log.
 *
 * @param format of all records
 * @param toConsole whether standard output gets all records, instead of rotating files
 */
record LogSettings(LogFormat format, boolean toConsole) {

    static final String FORMAT = "ones1ght.log.format";
    static final String OUTPUT = "ones1ght.log.output";

    private static final String CONSOLE = "console";

    /** With the defaults in place of invalid values, so that those can be reported. */
    static LogSettings read(Settings.Source source) {
        boolean isJson = source.get(FORMAT).filter("json"::equals).isPresent();
        return new LogSettings(
                isJson ? LogFormat.JSON : LogFormat.TEXT,
                source.get(OUTPUT).filter(CONSOLE::equals).isPresent());
    }

    /** The console of this process. */
    Console console() {
        return new Console(format, toConsole);
    }
}
