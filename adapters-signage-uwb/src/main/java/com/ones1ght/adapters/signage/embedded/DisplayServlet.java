package com.ones1ght.adapters.signage.embedded;

import com.ones1ght.application.shared.NodeState;
import com.ones1ght.domain.store.StoreId;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Serves the signage pages, {@code /signage/1} and so on, and their event streams, {@code /signage/1/stream}. The other
 * files of the pages are static resources and need no token.
 */
@WebServlet(urlPatterns = "/signage/*", asyncSupported = true)
public class DisplayServlet extends HttpServlet {

    private static final Pattern PATH = Pattern.compile("/([1-9][0-9]{0,3})(/stream)?");

    @Inject
    private transient SignageHub hub;

    @Inject
    private transient DisplaySettings settings;

    @Inject
    private transient Executor workers;

    @Inject
    private transient ScheduledExecutorService timer;

    @Inject
    private transient InstantSource clock;

    @Inject
    private transient NodeState node;

    private transient Displays displays;

    /** For the container, which injects the fields. */
    public DisplayServlet() {}

    DisplayServlet(
            SignageHub hub,
            DisplaySettings settings,
            Executor workers,
            ScheduledExecutorService timer,
            InstantSource clock,
            NodeState node) {
        this.hub = hub;
        this.settings = settings;
        this.workers = workers;
        this.timer = timer;
        this.clock = clock;
        this.node = node;
    }

    @Override
    public void init() {
        displays = new Displays(hub, new DisplayDocuments(settings.pictures()), workers, timer, clock);
        hub.countScreens(displays::connected);
        node.onStop(displays::close);
    }

    @Override
    public void destroy() {
        displays.close();
    }

    /** How many pages are connected. */
    int connected() {
        return displays.connected();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        // The URL contains the token.
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        boolean head = request.getMethod().equals("HEAD");
        if (!head && !request.getMethod().equals("GET")) {
            response.setHeader("Allow", "GET, HEAD");
            refuse(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "This address can only be read.");
            return;
        }
        Matcher path = PATH.matcher(Optional.ofNullable(request.getPathInfo()).orElse(""));
        if (!settings.served() || !path.matches()) {
            refuse(
                    response,
                    HttpServletResponse.SC_NOT_FOUND,
                    "There is no signage here; the first one is at /signage/1.");
            return;
        }
        Query query = new Query(request.getQueryString());
        Optional<String> refusal = settings.refusal(query.value("token"));
        Optional<StoreId> store = store(query.value("store"));
        if (refusal.isPresent()) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, refusal.get());
        } else if (store.isEmpty()) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, "A store's name has at most 100 characters.");
        } else if (path.group(2) == null) {
            page(response, settings.branding(store.get()), head);
        } else {
            stream(request, response, new Screen(store.get(), Integer.parseInt(path.group(1))), head);
        }
    }

    private Optional<StoreId> store(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return Optional.of(settings.defaultStore());
        }
        try {
            return Optional.of(new StoreId(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void page(HttpServletResponse response, Branding branding, boolean head) throws IOException {
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; img-src "
                        + settings.pictures().policy()
                        + (branding.hasInlineLogo() ? " data:" : "")
                        + "; base-uri 'none'; form-action 'none'; frame-ancestors 'self'");
        response.setContentType("text/html;charset=UTF-8");
        byte[] page = DisplayPage.of(branding);
        response.setContentLength(page.length);
        if (!head) {
            response.getOutputStream().write(page);
        }
    }

    private void stream(HttpServletRequest request, HttpServletResponse response, Screen screen, boolean head)
            throws IOException {
        if (!displays.hasRoom()) {
            response.setHeader("Retry-After", "30");
            refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "No more screens can connect at present.");
            return;
        }
        response.setContentType("text/event-stream;charset=UTF-8");
        // Dropping a page also closes its connection, not just the response.
        response.setHeader("Connection", "close");
        // Keeps proxies from buffering events.
        response.setHeader("X-Accel-Buffering", "no");
        if (head) {
            return;
        }
        AsyncContext context = request.startAsync();
        DisplayStream stream = new DisplayStream(context, clock, ended -> displays.remove(screen, ended));
        // In this order, so that a page that disconnects at once is removed again.
        displays.add(screen, stream);
        stream.start();
    }

    private static void refuse(HttpServletResponse response, int status, String sentence) throws IOException {
        byte[] body = (sentence + "\n").getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
