package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.shared.port.AtOnce;
import com.ones1ght.bootstrap.e2e.Api.Kickoff;
import com.ones1ght.bootstrap.e2e.Database.Tenant;
import com.ones1ght.bootstrap.e2e.PublishedApi.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** More of each writing operation at once than the pool has connections: none starves the others. */
@ExtendWith(SharedServer.class)
class WritesAtOnceIT {

    private static final int TIMES = 80;

    private final Set<Operation> done = new HashSet<>();
    private PublishedApi published;
    private Database database;
    private Tenant tenant;
    private Api api;
    private Api admin;
    private Api operator;

    @BeforeEach
    void connect(PackagedServer server) {
        published = PublishedApi.of(server.baseUrl());
        database = new Database(server);
        tenant = database.newTenant("ko", 1000);
        api = new Api(server.baseUrl(), tenant.key());
        admin = api.withKey(database.newAdminKey(tenant));
        operator = api.withKey(SharedServer.SYSTEM_KEY);
    }

    @Test
    void everyWritingOperationShouldSucceedManyTimesAtOnce() {
        doWhatShoppersDo();
        doWhatAdminsDo();
        doWhatTheOperatorDoes();

        assertThat(published.operations())
                .filteredOn(operation -> !operation.method().equals("GET"))
                .filteredOn(operation -> !operation.path().startsWith("/v1/persona"))
                .containsExactlyInAnyOrderElementsOf(done);
    }

    /** Sends all at once; each must succeed. */
    private List<Reply> atOnce(int status, IntFunction<Reply> request) {
        List<Reply> replies = AtOnce.on(TIMES, request);
        assertThat(replies).allSatisfy(reply -> reply.expect(status));
        String[] methodAndPath = replies.get(0).request().split(" ");
        done.add(published.operation(methodAndPath[0], methodAndPath[1]).orElseThrow());
        return replies;
    }

    private static List<String> ids(List<Reply> replies, String field) {
        return replies.stream().map(reply -> reply.data().get(field).asText()).toList();
    }

    private void doWhatShoppersDo() {
        List<String> profiles = ids(atOnce(200, i -> api.post("/v1/profile", "{\"locale\":\"en\"}")), "profile_id");
        atOnce(200, i -> api.put("/v1/profile/" + profiles.get(i), "{\"n\":" + i + "}"));
        atOnce(200, i -> api.put("/v1/profile/" + profiles.get(0), "{\"f" + i + "\":" + i + "}"));
        List<Kickoff> kickoffs = atOnce(202, i -> api.post(Api.recommend(profiles.get(i)), Api.prompt("tofu"))).stream()
                .map(reply -> Kickoff.from("", reply))
                .toList();
        atOnce(201, i -> api.post("/v1/profile/" + profiles.get(i) + "/token", null));
        changeLists(profiles, kickoffs);
        cancelRounds(profiles);
        for (String trigger : List.of("signage", "coupon", "recommend", "position")) {
            atOnce(202, i -> api.post("/v1/chat/" + profiles.get(i) + "/trigger/" + trigger, trigger(kickoffs.get(i))));
        }
        List<String> sessions = ids(
                atOnce(200, i -> api.post("/v1/profile/" + profiles.get(i) + "/session/start", null)), "session_id");
        atOnce(200, i -> api.post("/v1/chat/" + profiles.get(i), null));
        atOnce(200, i -> api.stamp(profiles.get(i), "CHAT"));
        atOnce(202, i -> api.post(Api.recommend(profiles.get(i)), Api.inSession(sessions.get(i), "tofu")));
        atOnce(200, i -> api.delete("/v1/chat/" + profiles.get(i) + "/session/" + sessions.get(i)));
        atOnce(200, i -> api.post("/v1/profile/" + profiles.get(i) + "/session/end", null));
        atOnce(200, i -> api.delete("/v1/profile/" + profiles.get(i)));

        assertThat(database.number("SELECT count(*) FROM profile WHERE tenant_id = ?", tenant.id()))
                .isZero();
    }

    private void changeLists(List<String> profiles, List<Kickoff> kickoffs) {
        List<String> changes = IntStream.range(0, TIMES)
                .mapToObj(i -> Api.last(
                        api.awaitCompleted(profiles.get(i), kickoffs.get(i).chat())))
                .map(round -> "{\"items\":[{\"item_id\":%s,\"state\":\"picked\"}]}"
                        .formatted(round.at("/todos/items/0/product/id")))
                .toList();
        atOnce(200, i -> api.send("PATCH", roundPath(profiles.get(i), kickoffs.get(i)) + "/todos", changes.get(i)));
    }

    /** Those that have completed in the meantime cannot be cancelled any more. */
    private void cancelRounds(List<String> profiles) {
        List<Kickoff> running =
                AtOnce.on(TIMES, i -> api.post(Api.recommend(profiles.get(i)), Api.prompt("tofu"))).stream()
                        .map(reply -> Kickoff.from("", reply.expect(202)))
                        .toList();
        List<Reply> replies = AtOnce.on(TIMES, i -> api.delete(roundPath(profiles.get(i), running.get(i))));
        assertThat(replies).extracting(Reply::status).isSubsetOf(200, 409);
        String[] methodAndPath = replies.get(0).request().split(" ");
        done.add(published.operation(methodAndPath[0], methodAndPath[1]).orElseThrow());
    }

    private static String roundPath(String profile, Kickoff kickoff) {
        return Api.chatPath(profile, kickoff.chat()) + "/" + kickoff.round();
    }

    private static String trigger(Kickoff kickoff) {
        return "{\"chat_id\":\"%s\",\"round_id\":\"%s\",\"rec_id\":\"r\",\"item_name\":\"x\",\"x\":1,\"y\":1}"
                .formatted(kickoff.chat(), kickoff.round());
    }

    private void doWhatAdminsDo() {
        List<String> keys = ids(atOnce(201, i -> admin.post("/v1/admin/keys", "{\"name\":\"k" + i + "\"}")), "key_id");
        atOnce(200, i -> admin.delete("/v1/admin/keys/" + keys.get(i)));
        List<String> models = ids(atOnce(201, i -> admin.post("/v1/admin/models", model(i))), "model_id");
        atOnce(200, i -> admin.put("/v1/admin/models/" + models.get(i), model(i)));
        atOnce(200, i -> admin.delete("/v1/admin/models/" + models.get(i)));
        atOnce(200, i -> admin.put("/v1/admin/settings", "{\"default_locale\":\"en\"}"));
    }

    private static String model(int i) {
        return "{\"name\":\"m%d\",\"type\":\"open_api\",\"backend\":\"embedded\",\"active\":true}".formatted(i);
    }

    private void doWhatTheOperatorDoes() {
        String path = "/v1/system/tenants/" + tenant.code();
        long before = database.balance(tenant);
        atOnce(200, i -> operator.post(path + "/credits", "{\"amount\":1,\"reason\":\"a present\"}"));
        assertThat(database.balance(tenant)).isEqualTo(before + TIMES);
        atOnce(201, i -> operator.post(path + "/admin-keys", "{\"name\":\"k" + i + "\"}"));
        atOnce(200, i -> operator.send("PATCH", path, "{\"name\":\"n" + i + "\"}"));
        atOnce(
                201,
                i -> operator.post(
                        "/v1/system/tenants", "{\"tenant_code\":\"%s%d\",\"name\":\"x\"}".formatted(tenant.code(), i)));
        atOnce(404, i -> operator.post(path + "/parked-deliveries/" + tenant.id() + "/resend", null));
    }
}
