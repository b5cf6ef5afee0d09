package com.ones1ght.bootstrap.e2e;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Somebody who walks about in the store with the app.
 *
 * @param round what the app has recommended
 */
record Shopper(Api api, Api.Kickoff round) {

    /** A round takes seconds, and any number of passages can belong to it. */
    private static final Map<String, Shopper> KNOWN = new ConcurrentHashMap<>();

    /** The shopper of this language on this server. */
    static Shopper of(PackagedServer server, String locale) {
        return KNOWN.computeIfAbsent(server.baseUrl() + " " + locale, unknown -> start(server, locale));
    }

    /** Somebody else, who speaks Korean. */
    static Shopper another(PackagedServer server) {
        return KNOWN.computeIfAbsent(server.baseUrl() + " another", unknown -> start(server, "ko"));
    }

    private static Shopper start(PackagedServer server, String locale) {
        Api api = Api.demo(server);
        String profile = api.newProfile("{\"name\":\"Kim\",\"locale\":\"" + locale + "\"}");
        Api.Kickoff round = api.kickOff(profile, "오늘 저녁 카레 땡기는데");
        api.awaitCompleted(profile, round.chat());
        return new Shopper(api, round);
    }

    /** Comes near all signages of the store. */
    void comes(String items, String forgotten) {
        trigger(", \"items\": [" + items + "], \"forgotten\": [" + forgotten + "]");
    }

    /**
     * Afterwards all screens of the demonstration's store are idle, whoever stood before them, for instance the shopper
     * of another test who has not left: the last to come replaces everyone, and an entry that was replaced does not
     * come back.
     */
    static void emptyTheStore(PackagedServer server) {
        Shopper last = another(server);
        last.comes("", "");
        last.goes();
    }

    /** How many passages of the shopper were recorded. */
    long passages(PackagedServer server) {
        return new Database(server)
                .number("SELECT count(*) FROM signage_passage WHERE profile_id = ?", UUID.fromString(round.profile()));
    }

    /** Leaves all signages of the store. */
    void goes() {
        trigger(", \"action\": \"exit\"");
    }

    private void trigger(String more) {
        api.post(
                        "/v1/chat/" + round.profile() + "/trigger/signage",
                        "{\"chat_id\": \"" + round.chat() + "\", \"round_id\": \"" + round.round() + "\"" + more + "}")
                .expect(202);
    }
}
