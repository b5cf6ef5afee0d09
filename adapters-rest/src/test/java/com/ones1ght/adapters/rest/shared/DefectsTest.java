package com.ones1ght.adapters.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.shared.port.StorageUnavailableException;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** One at a time: all listen to the same logger. */
@Execution(ExecutionMode.SAME_THREAD)
class DefectsTest {

    @Test
    void defectIsLoggedWithItsPlaceAndTheRequestButWithoutItsWords() {
        List<LogRecord> records = logged(() ->
                Defects.log("r-1", "GET", new IllegalStateException("Hanako", new IllegalArgumentException("Hanako"))));

        assertThat(records).hasSize(1);
        assertThat(records.get(0).getMessage()).contains("r-1");
        assertThat(records.get(0).getThrown())
                .hasToString("java.lang.IllegalStateException")
                .hasMessage(null)
                .rootCause()
                .hasToString("java.lang.IllegalArgumentException");
        assertThat(records.get(0).getThrown().getStackTrace()[0].getClassName())
                .isEqualTo(getClass().getName());
    }

    @Test
    void databaseThatIsAwayIsOneLineWithTheRequestAndTheReason() {
        List<LogRecord> records = logged(() -> Defects.log(
                "r-2", "POST", new StorageUnavailableException("No connection", new IllegalStateException())));

        assertThat(records).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARNING);
            assertThat(MessageFormat.format(line.getMessage(), line.getParameters()))
                    .isEqualTo("Request r-2 (POST) was answered 503: No connection");
            assertThat(line.getThrown()).isNull();
        });
    }

    private static List<LogRecord> logged(Runnable work) {
        List<LogRecord> records = new ArrayList<>();
        Handler handler = collector(records);
        Logger logger = Logger.getLogger(Defects.class.getName());
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try {
            work.run();
        } finally {
            logger.setUseParentHandlers(true);
            logger.removeHandler(handler);
        }
        return records;
    }

    private static Handler collector(List<LogRecord> records) {
        return new Handler() {
            @Override
            public void publish(@Nullable LogRecord logged) {
                if (logged != null) {
                    records.add(logged);
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
