package com.ones1ght.bootstrap.benchmark;

import com.ones1ght.bootstrap.benchmark.Shop.Shopper;
import com.ones1ght.bootstrap.e2e.PackagedServer;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Whether time tells what the answer does not: requests for what is somebody else's and for what does not exist, in
 * turn on one connection, so that whatever the machine does meanwhile hits both.
 */
final class Strangers {

    private static final int NOT_FOUND = 404;
    private static final int OWNERS = 32;
    private static final int WARM_UP = 4_000;
    private static final int PAIRS = 8_000;

    private final Shop shop;
    private final PackagedServer server;
    private final Report report;

    Strangers(Shop shop, PackagedServer server, Report report) {
        this.shop = shop;
        this.server = server;
        this.report = report;
    }

    void measure() throws IOException, SQLException {
        String stranger = shop.newTenant();
        Shopper own = shop.newShopper(stranger);
        List<Shopper> owners = new ArrayList<>();
        List<String> chats = new ArrayList<>();
        for (int i = 0; i < OWNERS; i++) {
            Shopper owner = shop.newShopper(server.sdkKey());
            owners.add(owner);
            chats.add(shop.completedChat(owner, 1));
        }
        Map<String, List<byte[]>> foreign = new LinkedHashMap<>();
        Map<String, List<byte[]>> unknown = new LinkedHashMap<>();
        for (int i = 0; i < OWNERS; i++) {
            add(foreign, stranger, own, owners.get(i).profile(), chats.get(i));
            add(unknown, stranger, own, unknown(owners.get(i).profile()), unknown(chats.get(i)));
        }
        report.text("| request | foreign µs | unknown µs | difference µs | difference |");
        report.text("|---|--:|--:|--:|--:|");
        try (HttpConnection http = new HttpConnection(URI.create(server.baseUrl()))) {
            for (String request : foreign.keySet()) {
                compare(http, request, foreign.get(request), unknown.get(request));
            }
        }
    }

    private static void add(Map<String, List<byte[]>> requests, String key, Shopper own, String profile, String chat) {
        Shopper other = new Shopper(key, profile);
        put(requests, "profile", Requests.get("/v1/profile/" + profile, key));
        put(requests, "list of a profile's chats", other.list());
        put(requests, "poll of a profile's chat", other.poll(chat));
        put(requests, "poll of a chat by an own profile", own.poll(chat));
        put(requests, "kickoff for a profile", other.kickoff("카레"));
        put(requests, "follow-up to a chat by an own profile", own.followUp(chat, "카레"));
    }

    private static void put(Map<String, List<byte[]>> requests, String name, byte[] request) {
        requests.computeIfAbsent(name, key -> new ArrayList<>()).add(request);
    }

    /** An id of the same age as one that exists, so that it would stand beside it in the index. */
    private static String unknown(String existing) {
        UUID id = UUID.fromString(existing);
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ 0x5555_5555L).toString();
    }

    private void compare(HttpConnection http, String name, List<byte[]> foreign, List<byte[]> unknown)
            throws IOException {
        for (int i = 0; i < WARM_UP; i++) {
            nanos(http, foreign.get(i % OWNERS));
            nanos(http, unknown.get(i % OWNERS));
        }
        double[] ofForeign = new double[PAIRS];
        double[] ofUnknown = new double[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            boolean foreignFirst = i % 2 == 0;
            if (foreignFirst) {
                ofForeign[i] = nanos(http, foreign.get(i % OWNERS));
            }
            ofUnknown[i] = nanos(http, unknown.get(i % OWNERS));
            if (!foreignFirst) {
                ofForeign[i] = nanos(http, foreign.get(i % OWNERS));
            }
        }
        double a = Figures.median(ofForeign) / 1000;
        double b = Figures.median(ofUnknown) / 1000;
        report.text("| %s | %.0f | %.0f | %.0f | %.1f %% |", name, a, b, Math.abs(a - b), 100 * Math.abs(a - b) / b);
    }

    private static long nanos(HttpConnection http, byte[] request) throws IOException {
        long before = System.nanoTime();
        int status = http.exchange(request);
        long after = System.nanoTime();
        if (status != NOT_FOUND) {
            throw new IllegalStateException(status + " instead of " + NOT_FOUND);
        }
        return after - before;
    }
}
