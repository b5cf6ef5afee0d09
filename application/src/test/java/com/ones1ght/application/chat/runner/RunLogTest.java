package com.ones1ght.application.chat.runner;

import static com.ones1ght.application.chat.runner.ScriptedPipeline.failing;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.shared.port.StorageFixture.Started;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunLogTest {

    private final Bench bench = new Bench();
    private final List<LogRecord> errors = new CopyOnWriteArrayList<>();
    private final Logger logger = Logger.getLogger(HeldRun.class.getName());
    private final Handler handler = new Handler() {
        @Override
        public void publish(@Nullable LogRecord logged) {
            if (logged != null) {
                errors.add(logged);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        logger.setLevel(Level.SEVERE);
    }

    @AfterEach
    void stopListening() {
        logger.setLevel(null);
        logger.setUseParentHandlers(true);
        logger.removeHandler(handler);
    }

    @Test
    void defectShouldBeLoggedWithItsPlaceButWithoutItsWordsWhichMayQuoteAShopper() {
        bench.pipeline.then(failing(new IllegalStateException("Hanako", new IllegalArgumentException("shrimp"))));
        Started started = bench.aChargedRound();
        bench.aStartedNode();

        bench.settle();

        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).getMessage()).contains(started.round().id().toString());
        Throwable logged = errors.get(0).getThrown();
        assertThat(logged)
                .hasToString("java.lang.IllegalStateException")
                .hasMessage(null)
                .rootCause()
                .hasToString("java.lang.IllegalArgumentException")
                .hasMessage(null);
        assertThat(logged.getStackTrace()[0].getClassName())
                .isEqualTo(getClass().getName());
    }
}
