package com.ones1ght.adapters.rest.accesslog;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Logs a record for each answered request, if {@code ones1ght.log.access} is on. By a logger of the application and not by
 * the server, whose own access log would contain keys in paths, and on Payara disturbs asynchronous requests.
 */
@Dependent
public class AccessLog {

    /** The logger's name, by which servers can write these records to a file of their own. */
    static final String LOGGER = "com.ones1ght.access";

    private static final System.Logger LOG = System.getLogger(LOGGER);

    private final boolean enabled;

    @Inject
    public AccessLog(@ConfigProperty(name = "ones1ght.log.access", defaultValue = "false") boolean enabled) {
        this.enabled = enabled;
    }

    /**
     * The start of a request; null while the access log is off.
     *
     * @param client the client's address
     * @param path below the context path
     */
    public @Nullable LoggedRequest begin(
            HttpServletRequest request, HttpServletResponse response, String client, String path, String requestId) {
        return enabled ? new LoggedRequest(request, response, client, path, requestId) : null;
    }

    /**
     * Writes one record: a line for people, and its parts as fields for formats that have them.
     *
     * @param status of the answer
     * @param bytes of its body
     * @param millis from the complete head of the request to the end of the answer
     * @param tenant the tenant's code; null when the request was not authenticated
     */
    static void write(
            String client,
            String method,
            String path,
            int status,
            long bytes,
            long millis,
            String requestId,
            @Nullable String tenant) {
        String knownMethod = HttpMethods.isUsual(method) ? method : "*";
        String loggedPath = LoggedPath.of(path);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("client", client);
        fields.put("method", knownMethod);
        fields.put("path", loggedPath);
        fields.put("status", status);
        fields.put("bytes", bytes);
        fields.put("ms", millis);
        fields.put("request_id", requestId);
        if (tenant != null) {
            fields.put("tenant", tenant);
        }
        LOG.log(
                Level.INFO,
                "{0} {1} {2} {3} {4} {5} {6} {7}",
                client,
                knownMethod,
                loggedPath,
                Integer.toString(status),
                Long.toString(bytes),
                Long.toString(millis),
                requestId,
                tenant == null ? "-" : tenant,
                fields);
    }
}
