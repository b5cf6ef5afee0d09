package com.ones1ght.adapters.rest.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.rest.FakeGateway;
import com.ones1ght.adapters.rest.TestServer;
import com.ones1ght.application.chat.ChatView;
import com.ones1ght.application.chat.WatchedChat;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.store.port.StoreUnavailableException;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.recommendation.TodoChanges;
import com.ones1ght.domain.recommendation.TodoChanges.Addition;
import com.ones1ght.domain.recommendation.TodoChanges.Change;
import com.ones1ght.domain.recommendation.TodoState;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.store.ProductId;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TodosResourceTest {

    private static final String ID = FakeGateway.ID.toString();
    private static final String PATH = "/v1/chat/" + ID + "/recommend/" + ID + "/" + ID + "/todos";

    private final FakeGateway gateway = new FakeGateway();
    private final TestServer server = new TestServer(gateway);

    @BeforeEach
    void showOneRound() {
        ChatView chat = new ChatView(
                new ChatId(FakeGateway.ID),
                new ProfileId(FakeGateway.ID),
                new ChatView.ProfileSummary(null, null, null, null),
                null,
                FakeGateway.NOW,
                List.of(ChatResourceTest.freshRound()));
        gateway.show(CompletableFuture.completedStage(new WatchedChat(chat, JsonFragment.of("[{\"rank\":1}]"))));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> change(String body) {
        return server.callWithJson("PATCH", PATH, body);
    }

    private TodoChanges changes() {
        return Objects.requireNonNull(gateway.lastChange()).changes();
    }

    @Test
    void theRoundIsAnswered() {
        HttpResponse<String> response = change("{\"items\":[{\"item_id\":7,\"state\":\"picked\"}]}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .startsWith("{\"success\":true,\"data\":{\"round_no\":1,")
                .contains("\"coupon_spot\":[{\"rank\":1}]");
        assertThat(Objects.requireNonNull(gateway.lastChange()).round()).hasToString(ID);
    }

    @Test
    void allThatMayBeChangedIsRead() {
        change(
                "{\"items\":[{\"item_id\":1,\"state\":\"open\"},{\"item_id\":2,\"state\":\"picked\",\"quantity\":999},"
                        + "{\"item_id\":3,\"state\":\"have\",\"quantity\":null},{\"item_id\":4,\"state\":\"removed\"},"
                        + "{\"item_id\":-5,\"state\":null,\"quantity\":1,\"x\":[]}],\"add\":[{\"item_id\":6,\"quantity\":2}],\"y\":1}");

        assertThat(changes())
                .isEqualTo(new TodoChanges(
                        List.of(
                                new Change(new ProductId(1), TodoState.OPEN, null),
                                new Change(new ProductId(2), TodoState.PICKED, 999),
                                new Change(new ProductId(3), TodoState.HAVE, null),
                                new Change(new ProductId(4), TodoState.REMOVED, null),
                                new Change(new ProductId(-5), null, 1)),
                        List.of(new Addition(new ProductId(6), 2))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"items\":null,\"add\":[{\"item_id\":6,\"quantity\":2}]}",
                "{\"items\":[],\"add\":[{\"item_id\":6,\"quantity\":2}]}",
                "{\"add\":[{\"quantity\":2,\"item_id\":6}]}"
            })
    void additionsAloneAreEnough(String body) {
        assertThat(change(body).statusCode()).isEqualTo(200);
        assertThat(changes().changes()).isEmpty();
        assertThat(changes().additions()).containsExactly(new Addition(new ProductId(6), 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|items",
                "{\"items\":[]}|items",
                "{\"add\":[]}|items",
                "{\"items\":null,\"add\":null}|items",
                "{\"item\":[{\"item_id\":1,\"state\":\"open\"}]}|items",
                "{\"items\":{}}|items",
                "{\"add\":\"x\"}|add",
                "{\"items\":[1]}|items[0]",
                "{\"items\":[null]}|items[0]",
                "{\"items\":[{\"state\":\"open\"}]}|items[0].item_id",
                "{\"items\":[{\"item_id\":null,\"state\":\"open\"}]}|items[0].item_id",
                "{\"items\":[{\"item_id\":\"1\",\"state\":\"open\"}]}|items[0].item_id",
                "{\"items\":[{\"item_id\":1.5,\"state\":\"open\"}]}|items[0].item_id",
                "{\"items\":[{\"item_id\":1}]}|items[0].state",
                "{\"items\":[{\"item_id\":1,\"state\":\"Open\"}]}|items[0].state",
                "{\"items\":[{\"item_id\":1,\"state\":\"\"}]}|items[0].state",
                "{\"items\":[{\"item_id\":1,\"state\":1}]}|items[0].state",
                "{\"items\":[{\"item_id\":1,\"quantity\":0}]}|items[0].quantity",
                "{\"items\":[{\"item_id\":1,\"quantity\":1000}]}|items[0].quantity",
                "{\"items\":[{\"item_id\":1,\"quantity\":-1}]}|items[0].quantity",
                "{\"items\":[{\"item_id\":1,\"quantity\":1.0}]}|items[0].quantity",
                "{\"items\":[{\"item_id\":1,\"quantity\":\"2\"}]}|items[0].quantity",
                "{\"items\":[{\"item_id\":1,\"quantity\":99999999999}]}|items[0].quantity",
                "{\"add\":[{\"item_id\":1}]}|add[0].quantity",
                "{\"add\":[{\"item_id\":1,\"quantity\":null}]}|add[0].quantity",
                "{\"add\":[{\"item_id\":1,\"quantity\":1e2}]}|add[0].quantity",
                "{\"add\":[{\"quantity\":1}]}|add[0].item_id",
                "{\"add\":[{\"item_id\":1,\"quantity\":1},[]]}|add[1]"
            })
    void invalidBodyNamesItsField(String body, String field) {
        HttpResponse<String> response = change(body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"errors\":[{\"field\":\"" + field + "\",\"message\":\"" + field + " ");
        assertThat(gateway.lastChange()).isNull();
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThat(change("{\"items\":[{\"state\":\"x\",\"quantity\":0}],\"add\":[{}]}")
                        .body())
                .contains(
                        "\"errors\":[{\"field\":\"items[0].item_id\"",
                        "\"field\":\"items[0].state\"",
                        "\"message\":\"items[0].quantity must be a whole number from 1 to 999\"",
                        "\"field\":\"add[0].item_id\"",
                        "\"message\":\"add[0].quantity is required\"");
    }

    @Test
    void moreThanAHundredEntriesAreRefused() {
        String entry = "{\"item_id\":1,\"quantity\":1}";
        String most = String.join(",", Collections.nCopies(TodosRequest.MAX_ENTRIES, entry));

        assertThat(change("{\"items\":[" + most + "],\"add\":[" + most + "]}").statusCode())
                .isEqualTo(200);
        assertThat(change("{\"add\":[" + most + "," + entry + "]}").body())
                .contains("\"message\":\"add must have at most 100 elements\"");
    }

    @Test
    void refusalsHaveTheirStatus() {
        String body = "{\"items\":[{\"item_id\":1,\"state\":\"open\"}]}";
        gateway.failWith(new DomainException(ErrorCode.CONFLICT, "No list yet"));
        assertThat(change(body).statusCode()).isEqualTo(409);

        gateway.failWith(new StoreUnavailableException("away"));
        HttpResponse<String> away = change(body);
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.body()).contains("\"code\":\"UNAVAILABLE\"");
        assertThat(away.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void aPathIdThatIsNoneIsNotFound() {
        String body = "{\"items\":[{\"item_id\":1,\"state\":\"open\"}]}";
        assertThat(server.callWithJson("PATCH", PATH.replace(ID + "/todos", "r_77fe/todos"), body)
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.callWithJson("PUT", PATH, body).statusCode()).isEqualTo(405);
    }
}
