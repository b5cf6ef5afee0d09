package com.ones1ght.bootstrap.e2e;

import com.ones1ght.adapters.llm.embedded.EmbeddedPipeline;
import com.ones1ght.adapters.llm.llmdemo.LlmDemoServer;
import com.ones1ght.adapters.store.embedded.EmbeddedCouponSpots;
import com.ones1ght.adapters.store.embedded.EmbeddedStore;
import com.ones1ght.adapters.store.storeapi.StoreApiServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The embedded cookbook and store behind sockets, as an llm-demo and a store-API. With {@code -De2e.backends=sockets}
 * all end-to-end tests run on them: what a test expects must not depend on where the answers come from.
 */
final class SocketBackends {

    static final String STORE_KEY = "key-of-the-store-of-the-tests";
    static final String MODEL_KEY = "key-of-the-model-of-the-tests";

    private static final EmbeddedStore STORE = new EmbeddedStore();
    private static final int THREADS = 4;

    private SocketBackends() {}

    /** Whether servers are to be started on them that say nothing of backends. */
    static boolean areWanted() {
        return "sockets".equals(System.getProperty("ones1ght.e2e.backends"));
    }

    /** The settings of a server that is to use the ones of the whole run. */
    static Map<String, String> settings() {
        return settings(Shared.MODEL, Shared.SHOP);
    }

    static Map<String, String> settings(LlmDemoServer model, StoreApiServer shop) {
        Map<String, String> settings = new HashMap<>();
        settings.put("ones1ght.llm", "llm-demo");
        settings.put("ones1ght.llm-demo.url", model.base().toString());
        settings.put("ones1ght.llm-demo.api-key", MODEL_KEY);
        settings.put("ones1ght.round.poll-interval", "PT0.1S");
        settings.put("ones1ght.store", "store-api");
        settings.put("ones1ght.store-api.url", shop.base().toString());
        settings.put("ones1ght.store-api.api-key", STORE_KEY);
        return settings;
    }

    /** @param pace how long each of the four steps takes */
    static LlmDemoServer model(Duration pace) {
        // Loads dictionaries, which must not count as time that a server's first question has waited for its model.
        EmbeddedPipeline.warmUp().forEach(Runnable::run);
        STORE.search(EmbeddedStore.MAIN, "tofu", 1);
        return new LlmDemoServer(new EmbeddedPipeline(STORE), pace, THREADS);
    }

    static StoreApiServer shop() {
        return new StoreApiServer(STORE, new EmbeddedCouponSpots(STORE));
    }

    /** End with the JVM of the tests. */
    private static final class Shared {
        private static final LlmDemoServer MODEL = model(Duration.ZERO);
        private static final StoreApiServer SHOP = shop();
    }
}
