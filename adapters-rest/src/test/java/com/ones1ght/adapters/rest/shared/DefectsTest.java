package com.ones1ght.adapters.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DefectsTest {

    @Test
    void defectIsLoggedWithItsPlaceAndTheRequestButWithoutItsWords() {
        List<LogRecord> records = new ArrayList<>();
        Handler handler = collector(records);
        Logger logger = Logger.getLogger(Defects.class.getName());
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try {
            Defects.log("r-1", "GET", new IllegalStateException("Hanako", new IllegalArgumentException("Hanako")));
        } finally {
            logger.setUseParentHandlers(true);
            logger.removeHandler(handler);
        }
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
