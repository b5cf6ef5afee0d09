package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ones1ght.bootstrap.e2e.Database.Tenant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A jar with a model backend, put beside the packaged server. */
public final class ProvidedBackend {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private ProvidedBackend() {}

    /**
     * Starts a server that the backend answers for, and changes one tenant to another backend and back.
     *
     * @param title of whatever the backend recommends, which the gateway's own does not
     */
    public static void shouldServe(Path jars, String backend, String title) {
        Map<String, String> settings = Map.of("ones1ght.backends.dir", jars.toString(), "ones1ght.llm", backend);
        try (PackagedServer server = PackagedServer.start(settings)) {
            Database database = new Database(server);
            Tenant tenant = database.newTenant("en", 1000);
            Api shopper = new Api(server.baseUrl(), tenant.key());
            Api admin = shopper.withKey(database.newAdminKey(tenant));
            assertThat(answer(shopper)).as("the installation's backend").isEqualTo(title);

            String id = admin.post("/v1/admin/models", model("embedded"))
                    .expect(201)
                    .data()
                    .get("model_id")
                    .asText();
            await().atMost(PATIENCE).until(() -> !answer(shopper).equals(title));
            admin.put("/v1/admin/models/" + id, model(backend)).expect(200);
            await().atMost(PATIENCE).until(() -> answer(shopper).equals(title));

            assertThat(admin.post("/v1/admin/models", model("oracle"))
                            .expect(400, "INVALID_REQUEST")
                            .text())
                    .contains("backend must be one of embedded, llm-demo, openai, " + backend);
        }
    }

    private static String model(String backend) {
        return "{\"name\":\"ours\",\"type\":\"open_api\",\"backend\":\"%s\",\"active\":true}".formatted(backend);
    }

    private static String answer(Api shopper) {
        String profile = shopper.newProfile("{\"name\":\"Kim\",\"locale\":\"en\"}");
        String chat = shopper.kickOff(profile, "something quick with tofu").chat();
        return Api.last(shopper.awaitCompleted(profile, chat))
                .at("/todos/recipe_title")
                .asText();
    }
}
