package com.ones1ght.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.shared.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogContextTest {

    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger LOGGER = Logger.getLogger("com.ones1ght.wiring.LogContextTest");

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACEPARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    private final LogContext context = new LogContext();
    private final List<LogRecord> written = new ArrayList<>();

    private final Handler writer = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            written.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void install() {
        ROOT.addHandler(writer);
        context.install();
    }

    @AfterEach
    void remove() {
        context.remove();
        ROOT.removeHandler(writer);
    }

    private Object[] logged(String message, Object... parameters) {
        Correlation correlation = Correlation.of("q-1", TRACEPARENT, null);
        Correlation.during(
                correlation,
                () -> TenantScope.during("demo", () -> {
                    LOGGER.log(Level.WARNING, message, parameters.length == 0 ? null : parameters);
                    return null;
                }));
        return written.get(written.size() - 1).getParameters();
    }

    @Test
    void recordsShouldBearTheRequestAndTheTenant() {
        assertThat(logged("Plain")).containsExactly(Map.of("request_id", "q-1", "trace_id", TRACE, "tenant", "demo"));
        assertThat(logged("Round {0}", "r1"))
                .containsExactly("r1", Map.of("request_id", "q-1", "trace_id", TRACE, "tenant", "demo"));
    }

    @Test
    void recordsOutsideOfWorkShouldStayAsTheyAre() {
        LOGGER.warning("Nothing special");

        assertThat(written.get(0).getParameters()).isNull();
        assertThat(TenantScope.current()).isNull();
    }

    @Test
    void textShouldNotBecomeAPattern() {
        assertThat(logged("Said {0} and '")).isNull();
    }

    @Test
    void recordsWithFieldsOfTheirOwnShouldKeepThemInFront() {
        assertThat(logged("{0}", "x", Map.of("request_id", "other")))
                .startsWith("x", Map.of("request_id", "other"))
                .hasSize(3);
    }

    @Test
    void nothingShouldBeAddedAfterTheStop() {
        context.remove();

        assertThat(logged("Late")).isNull();
    }
}
