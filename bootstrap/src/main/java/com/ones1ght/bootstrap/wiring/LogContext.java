package com.ones1ght.bootstrap.wiring;

import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.shared.TenantScope;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Adds to each log record of the application for which request, trace and tenant its thread works: as a map among the
 * record's parameters, from which the formatters of the launcher and of Payara make fields. It publishes nothing itself.
 */
final class LogContext extends Handler {

    /** Held, or its handlers would be forgotten. */
    private final Logger logger = Logger.getLogger("com.ones1ght");

    /** Handlers of a logger see its records before those of its parents, which write them. */
    void install() {
        logger.addHandler(this);
    }

    /** It would keep this deployment in memory. */
    void remove() {
        logger.removeHandler(this);
    }

    @Override
    public void publish(@Nullable LogRecord entry) {
        if (entry == null) {
            return;
        }
        Map<String, String> context = context();
        Object[] parameters = entry.getParameters();
        if (context.isEmpty() || isPlainTextWithBraces(entry)) {
            return;
        }
        Object[] extended = parameters == null ? new Object[1] : Arrays.copyOf(parameters, parameters.length + 1);
        extended[extended.length - 1] = context;
        entry.setParameters(extended);
    }

    /** With a parameter its braces would be taken for a pattern. */
    private static boolean isPlainTextWithBraces(LogRecord entry) {
        String message = entry.getMessage();
        return entry.getParameters() == null && message != null && message.indexOf('{') >= 0;
    }

    private static Map<String, String> context() {
        Map<String, String> context = new LinkedHashMap<>();
        Correlation correlation = Correlation.current();
        if (correlation != null) {
            context.put("request_id", correlation.requestId());
            String trace = correlation.traceId();
            if (trace != null) {
                context.put("trace_id", trace);
            }
        }
        String tenant = TenantScope.current();
        if (tenant != null) {
            context.put("tenant", tenant);
        }
        return context;
    }

    @Override
    public void flush() {
        // Nothing is kept.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
