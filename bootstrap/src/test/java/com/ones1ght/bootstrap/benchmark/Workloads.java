package com.ones1ght.bootstrap.benchmark;

import com.ones1ght.bootstrap.benchmark.Shop.Shopper;
import com.ones1ght.bootstrap.e2e.PackagedServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The requests that are measured, with their floors, made of the data of one server. */
final class Workloads {

    /** Chats in a profile's list, tenants, and whatever else there has to be several of. */
    private static final int MANY = 64;

    private final Shop shop;
    private final PackagedServer server;
    private final List<Shopper> shoppersOfManyTenants = new ArrayList<>();
    private final List<Shopper> shoppersOfOneTenant = new ArrayList<>();

    Workloads(Shop shop, PackagedServer server) throws IOException, SQLException {
        this.shop = shop;
        this.server = server;
        for (int i = 0; i < MANY; i++) {
            shoppersOfManyTenants.add(shop.newShopper(shop.newTenant()));
            shoppersOfOneTenant.add(shop.newShopper(server.sdkKey()));
        }
    }

    static String pollOf(int rounds) {
        return "poll, %d completed round%s".formatted(rounds, rounds == 1 ? "" : "s");
    }

    /**
     * The reads, each with its floor.
     *
     * @param rounds the numbers of rounds of the chats that are polled; the first is 1
     */
    Map<Workload, Workload> reads(int... rounds) throws IOException, SQLException {
        Map<Workload, Workload> reads = new LinkedHashMap<>();
        Shopper shopper = shop.newShopper(server.sdkKey());
        add(reads, new Workload("validation", 200, List.of(Requests.get("/v1/validation", server.sdkKey()))));
        for (int number : rounds) {
            // Many small chats or a few large ones: the same number of bytes in the database's cache.
            int chats = Math.max(2, MANY / number);
            Shopper owner = number == 1 ? shopper : shop.newShopper(server.sdkKey());
            List<byte[]> polls = new ArrayList<>();
            for (int i = 0; i < chats; i++) {
                polls.add(owner.poll(shop.completedChat(owner, number)));
            }
            Workload poll = add(reads, new Workload(pollOf(number), 200, polls));
            if (number == 1) {
                // Against the floor of the document which is not sent.
                reads.put(conditional(poll), reads.get(poll));
            }
        }
        Shopper waiting = shop.newShopper(server.sdkKey());
        List<byte[]> polls = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            polls.add(waiting.poll(shop.runningChat(waiting)));
        }
        add(reads, new Workload("poll, 1 round in progress", 200, polls));
        add(reads, new Workload("list of %d chats".formatted(MANY), 200, List.of(shopper.list())));
        return reads;
    }

    private Workload add(Map<Workload, Workload> reads, Workload read) throws IOException, SQLException {
        reads.put(read, shop.floorOf(read));
        return read;
    }

    /** The same polls of clients that have the current state already. */
    private Workload conditional(Workload poll) throws IOException {
        List<byte[]> polls = new ArrayList<>();
        for (byte[] request : poll.requests()) {
            String head = new String(request, StandardCharsets.ISO_8859_1).stripTrailing();
            polls.add((head + "\r\nIf-None-Match: " + shop.etagOf(request) + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
        }
        return new Workload(poll.name() + ", unchanged", 304, polls);
    }

    Workload kickoffsOfManyTenants() {
        return kickoffs("kickoff, %d tenants".formatted(MANY), shoppersOfManyTenants);
    }

    Workload kickoffsOfOneTenant() {
        return kickoffs("kickoff, 1 tenant", shoppersOfOneTenant);
    }

    Workload floorOfKickoffs() throws IOException, SQLException {
        return shop.floorOfKickoff(shoppersOfOneTenant.get(0));
    }

    private static Workload kickoffs(String name, List<Shopper> shoppers) {
        List<byte[]> requests = new ArrayList<>();
        for (int i = 0; i < shoppers.size(); i++) {
            requests.add(shoppers.get(i).kickoff(Shop.prompt(i)));
        }
        return new Workload(name, 202, requests);
    }
}
