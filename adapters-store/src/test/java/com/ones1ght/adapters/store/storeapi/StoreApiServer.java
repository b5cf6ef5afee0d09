package com.ones1ght.adapters.store.storeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ones1ght.application.store.port.CouponSpots;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.domain.dietary.Allergen;
import com.ones1ght.domain.dietary.Diet;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.FloorPlan;
import com.ones1ght.domain.store.Location;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import com.ones1ght.domain.store.StoreId;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A store-API as {@code docs/upstreams.md} describes it, on a local socket, in front of any catalogue. It counts
 * calls, accepts triggers for its signages, and can be made unavailable.
 */
public final class StoreApiServer implements AutoCloseable {

    /** A store that is unknown to this server, whatever its catalogue says: triggers for it are refused. */
    public static final String NOWHERE = "nowhere";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BACKLOG = 200;

    private final StoreCatalog catalog;
    private final CouponSpots spots;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final List<JsonNode> triggers = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final List<String> correlations = new CopyOnWriteArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean isAway;
    private volatile boolean isBreakingOff;

    public StoreApiServer(StoreCatalog catalog, CouponSpots spots) {
        this(catalog, spots, null);
    }

    /** @param tls of a server for {@code localhost}; null serves without TLS */
    public StoreApiServer(StoreCatalog catalog, CouponSpots spots, @Nullable SSLContext tls) {
        this.catalog = catalog;
        this.spots = spots;
        try {
            server = bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), tls);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/api/stores/", this::serve);
        server.start();
    }

    private static HttpServer bind(InetSocketAddress address, @Nullable SSLContext tls) throws IOException {
        if (tls == null) {
            return HttpServer.create(address, BACKLOG);
        }
        HttpsServer secured = HttpsServer.create(address, BACKLOG);
        secured.setHttpsConfigurator(new HttpsConfigurator(tls));
        return secured;
    }

    /** For {@code ones1ght.store-api.url}. */
    public URI base() {
        String origin = server instanceof HttpsServer
                ? "https://localhost"
                : "http://" + server.getAddress().getAddress().getHostAddress();
        return URI.create(origin + ":" + server.getAddress().getPort() + "/api");
    }

    /** Whether every query is answered with 503 from now on. */
    public void setAway(boolean away) {
        isAway = away;
    }

    /** Whether triggers are accepted, but the connection is closed without an answer, from now on. */
    public void setBreakingOff(boolean breakingOff) {
        isBreakingOff = breakingOff;
    }

    /** The number of calls of a resource, for example {@code products}, while the store was available. */
    public int asked(String resource) {
        AtomicInteger count = asked.get(resource);
        return count == null ? 0 : count.get();
    }

    /** The number of triggers for the unknown store. */
    public int refused() {
        return refused.get();
    }

    /** The bodies of the received triggers, including repeated ones. */
    public List<JsonNode> triggers() {
        return List.copyOf(triggers);
    }

    /** The received {@code Authorization} headers; an empty string if absent. */
    public List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    /** The last path segment of each call, its {@code X-Request-Id} and its {@code traceparent}, null if absent. */
    public List<String> correlations() {
        return List.copyOf(correlations);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String key = exchange.getRequestHeaders().getFirst("Authorization");
            authorizations.add(key == null ? "" : key);
            String called = exchange.getRequestURI().getPath();
            correlations.add(called.substring(called.lastIndexOf('/') + 1) + " "
                    + exchange.getRequestHeaders().getFirst("X-Request-Id") + " "
                    + exchange.getRequestHeaders().getFirst("traceparent"));
            if (isAway) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            String[] path = exchange.getRequestURI().getRawPath().split("/", 5);
            StoreId store = new StoreId(URLDecoder.decode(path[3].replace("+", "%2B"), StandardCharsets.UTF_8));
            asked.computeIfAbsent(path[4], resource -> new AtomicInteger()).incrementAndGet();
            if (path[4].equals("signage/triggers")) {
                if (store.value().equals(NOWHERE)) {
                    refused.incrementAndGet();
                    exchange.sendResponseHeaders(404, -1);
                    return;
                }
                triggers.add(JSON.readTree(body));
                if (isBreakingOff) {
                    return;
                }
                exchange.sendResponseHeaders(202, -1);
                return;
            }
            JsonNode answer = answer(store, path[4], query(exchange));
            if (answer == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] bytes = JSON.writeValueAsBytes(answer);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> parameters = new HashMap<>();
        String query = exchange.getRequestURI().getRawQuery();
        if (query != null) {
            for (String pair : query.split("&")) {
                String[] parts = pair.split("=", 2);
                parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    private @Nullable JsonNode answer(StoreId store, String resource, Map<String, String> query) {
        return switch (resource) {
            case "products" ->
                list(
                        "products",
                        query.containsKey("ids")
                                ? catalog.products(store, ids(query.get("ids"))).values()
                                : catalog.search(store, query.get("q"), Integer.parseInt(query.get("limit"))),
                        StoreApiServer::product);
            case "plan" -> catalog.plan(store).map(StoreApiServer::plan).orElse(null);
            case "coupon-spots" ->
                list("coupon_spots", spots.spots(store).toCompletableFuture().join(), (json, spot) -> {
                    json.put("spot_no", spot.spotNo());
                    json.put(
                            "product_id",
                            spot.productId() == null ? null : spot.productId().value());
                    json.put("item_name", spot.itemName());
                    json.put("item_name_en", spot.itemNameEn());
                    json.put("brand", spot.brand());
                    json.put("discount_value", spot.discountValue());
                    location(json, spot.location());
                    json.put("enabled", spot.enabled());
                });
            case "signages" ->
                list("signages", catalog.signages(store), (json, signage) -> {
                    json.put("signage_no", signage.signageNo());
                    json.put("name", signage.name());
                    location(json, signage.location());
                });
            case "signage-events" ->
                list("signage_events", catalog.signageEvents(store), (json, event) -> {
                    json.put("id", event.id());
                    json.set("title", localized(event.title()));
                    json.set("body", localized(event.body()));
                    json.put("image_url", event.imageUrl());
                    json.put("enabled", event.enabled());
                    ArrayNode products = json.putArray("product_ids");
                    event.products().forEach(product -> products.add(product.value()));
                });
            case "co-purchases" ->
                list("pairs", catalog.coPurchases(store, ids(query.get("product_ids"))), (json, pair) -> {
                    json.put("product_id", pair.productId().value());
                    json.put("other_id", pair.otherId().value());
                    json.put("lift", pair.lift());
                    json.put("confidence", pair.confidence());
                    json.put("co_count", pair.coCount());
                });
            default -> null;
        };
    }

    private static ObjectNode plan(FloorPlan plan) {
        ObjectNode answer = list("sections", plan.sections(), (json, section) -> {
            json.put("section_code", section.code());
            json.set("name", localized(section.name()));
            location(json, section.location());
        });
        return answer.put("name", plan.name()).put("width", plan.width()).put("height", plan.height());
    }

    /** Writes one element of a list. */
    private interface Writer<T> {
        void write(ObjectNode json, T element);
    }

    private static <T> ObjectNode list(String field, Iterable<T> elements, Writer<T> writer) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode list = answer.putArray(field);
        elements.forEach(element -> writer.write(list.addObject(), element));
        return answer;
    }

    private static void product(ObjectNode json, Product product) {
        json.put("id", product.id().value());
        json.put("name", product.name());
        if (product.localizedName() != null) {
            json.set("name_i18n", localized(product.localizedName()));
        }
        json.put("brand", product.brand());
        json.put("barcode", product.barcode());
        json.put("price", product.price());
        json.put("price_unit", product.priceUnit());
        json.put("src_url", product.imageUrl());
        json.put("quantity", product.quantity());
        json.put("section_code", product.sectionCode());
        json.put("section_name", product.sectionName());
        location(json, product.location());
        codes(json, "allergens", product.dietary().allergens(), Allergen::code);
        codes(json, "may_contain", product.dietary().mayContain(), Allergen::code);
        codes(json, "diets", product.dietary().diets(), Diet::code);
    }

    private static <T> void codes(ObjectNode json, String field, @Nullable List<T> values, Function<T, String> code) {
        if (values != null) {
            ArrayNode codes = json.putArray(field);
            values.forEach(value -> codes.add(code.apply(value)));
        }
    }

    private static void location(ObjectNode json, @Nullable Location location) {
        if (location != null) {
            json.putObject("location")
                    .put("x", location.x())
                    .put("y", location.y())
                    .put("radius", location.radius());
        }
    }

    private static ObjectNode localized(LocalizedText text) {
        return JSON.createObjectNode().put("ko", text.ko()).put("en", text.en()).put("ja", text.ja());
    }

    private static List<ProductId> ids(String text) {
        return Arrays.stream(text.split(","))
                .map(id -> new ProductId(Long.parseLong(id)))
                .toList();
    }
}
