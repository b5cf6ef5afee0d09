package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ones1ght.application.shared.port.AtOnce;
import com.ones1ght.bootstrap.e2e.Api.Kickoff;
import com.ones1ght.bootstrap.e2e.Database.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The POSTs of the operator and the admins have their effect once, and secrets are told once. */
@ExtendWith(SharedServer.class)
class AdministrationIdempotencyIT {

    private Database database;
    private Tenant tenant;
    private Api operator;
    private Api admin;

    @BeforeEach
    void connect(PackagedServer server) {
        database = new Database(server);
        tenant = database.newTenant("ko", 100);
        operator = new Api(server.baseUrl(), SharedServer.SYSTEM_KEY);
        admin = operator.withKey(database.newAdminKey(tenant));
    }

    private static Reply post(Api caller, String path, String body, String key) {
        Map<String, String> headers = body == null
                ? Map.of("Idempotency-Key", key)
                : Map.of("Content-Type", "application/json", "Idempotency-Key", key);
        return caller.send("POST", path, headers, body == null ? null : body.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isReplayed(Reply reply) {
        return reply.header("Idempotent-Replayed").isPresent();
    }

    private String system(String rest) {
        return "/v1/system/tenants/" + tenant.code() + rest;
    }

    private long count(String sql) {
        return database.number(sql, tenant.id());
    }

    /** Posts twice, holds the second answer against the first, and answers the first one's data. */
    private JsonNode postTwice(Api caller, String path, String body, int status, String... secrets) {
        String key = UUID.randomUUID().toString();
        Reply first = post(caller, path, body, key).expect(status);
        Reply again = post(caller, path, body, key).expect(status);

        assertThat(isReplayed(first)).isFalse();
        assertThat(isReplayed(again)).isTrue();
        ObjectNode withoutSecrets = first.data().deepCopy();
        for (String secret : secrets) {
            assertThat(first.data().get(secret).asText()).startsWith("o");
            withoutSecrets.putNull(secret);
        }
        assertThat(again.data()).isEqualTo(withoutSecrets);
        if (body != null) {
            post(caller, path, body.replace("}", ",\"more\":1}"), key).expect(422, "IDEMPOTENCY_KEY_REUSED");
        }
        return first.data();
    }

    @Test
    void keysShouldBeMadeOnceAndShownOnce() {
        String key = postTwice(admin, "/v1/admin/keys", "{\"name\":\"app\"}", 201, "key")
                .get("key")
                .asText();
        String adminKey = postTwice(operator, system("/admin-keys"), "{\"name\":\"second admin\"}", 201, "key")
                .get("key")
                .asText();

        operator.withKey(key).get("/v1/validation").expect(200);
        operator.withKey(adminKey).get("/v1/admin/keys").expect(200);
        assertThat(count("SELECT count(*) FROM api_key WHERE tenant_id = ? AND name IN ('app', 'second admin')"))
                .isEqualTo(2);
        assertThat(database.number("SELECT count(*) FROM idempotent_answer WHERE answer LIKE ?", "%" + key + "%"))
                .isZero();
    }

    @Test
    void tenantsAndModelsShouldBeMadeOnce() {
        String code = "n" + tenant.code();
        JsonNode created = postTwice(
                operator,
                "/v1/system/tenants",
                "{\"tenant_code\":\"%s\",\"name\":\"A market\",\"credits\":5}".formatted(code),
                201,
                "admin_key");
        postTwice(admin, "/v1/admin/models", "{\"name\":\"m\",\"type\":\"open_api\",\"backend\":\"embedded\"}", 201);

        operator.withKey(created.get("admin_key").asText())
                .get("/v1/admin/credits")
                .expect(200);
        assertThat(count("SELECT count(*) FROM tenant_model WHERE tenant_id = ?"))
                .isEqualTo(1);
        operator.post("/v1/system/tenants", "{\"tenant_code\":\"%s\",\"name\":\"A market\"}".formatted(code))
                .expect(409, "CONFLICT");
    }

    @Test
    void aDeliveryShouldBeResentOnce() {
        Api client = operator.withKey(tenant.key());
        String profile = client.newProfile();
        Kickoff kickoff = client.kickOff(profile, "카레");
        String delivery = database.parkedDelivery(profile, kickoff.chat(), kickoff.round());

        postTwice(operator, system("/parked-deliveries/" + delivery + "/resend"), null, 202);

        assertThat(count("SELECT count(*) FROM audit_entry WHERE tenant_id = ? AND action = 'DELIVERY_RESENT'"))
                .isEqualTo(1);
    }

    @Test
    void creditsShouldChangeOnceHoweverManyAskAtOnce() {
        String key = UUID.randomUUID().toString();
        String body = "{\"amount\":7,\"reason\":\"invoice\"}";

        List<Reply> replies = AtOnce.on(20, i -> post(operator, system("/credits"), body, key));

        replies.stream()
                .filter(reply -> reply.status() != 200)
                .forEach(reply -> reply.expect(409, "IDEMPOTENCY_IN_PROGRESS"));
        assertThat(replies.stream().filter(reply -> reply.status() == 200 && !isReplayed(reply)))
                .hasSize(1);
        Reply again = post(operator, system("/credits"), body, key).expect(200);
        assertThat(isReplayed(again)).isTrue();
        assertThat(again.data().get("balance").asLong()).isEqualTo(107);
        assertThat(database.balance(tenant)).isEqualTo(107);
    }

    @Test
    void aRefusalShouldNotBeRememberedAndNamesOfOtherCallersShouldNotBeKnown() {
        String key = UUID.randomUUID().toString();
        String tooMuch = "{\"amount\":-101,\"reason\":\"x\"}";
        post(operator, system("/credits"), tooMuch, key).expect(409, "CONFLICT");
        database.update("UPDATE tenant_credit SET balance = 101 WHERE tenant_id = ?", tenant.id());
        post(operator, system("/credits"), tooMuch, key).expect(200);
        assertThat(database.balance(tenant)).isZero();

        post(admin, "/v1/admin/keys", "{\"name\":\"app\"}", key).expect(201);
        Api another = operator.withKey(database.newAdminKey(tenant));
        assertThat(isReplayed(post(another, "/v1/admin/keys", "{\"name\":\"app\"}", key)
                        .expect(201)))
                .isFalse();
        post(operator, system("/credits"), "{\"amount\":1,\"reason\":\"x\"}", "a b")
                .expect(400, "INVALID_REQUEST");
    }
}
