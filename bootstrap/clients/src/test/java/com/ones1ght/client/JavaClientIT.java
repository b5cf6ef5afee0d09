package com.ones1ght.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.client.api.AccessApi;
import com.ones1ght.client.api.AccessApi.APIValidateKeyRequest;
import com.ones1ght.client.api.ChatsApi;
import com.ones1ght.client.api.ChatsApi.APIChangeTodosRequest;
import com.ones1ght.client.api.ChatsApi.APIGetBarcodesRequest;
import com.ones1ght.client.api.ChatsApi.APIGetChatRequest;
import com.ones1ght.client.api.ChatsApi.APIListChatsRequest;
import com.ones1ght.client.api.EventsApi;
import com.ones1ght.client.api.EventsApi.APIListProfileEventsRequest;
import com.ones1ght.client.api.ProfilesApi;
import com.ones1ght.client.api.ProfilesApi.APICreateProfileRequest;
import com.ones1ght.client.api.ProfilesApi.APIGetProfileRequest;
import com.ones1ght.client.api.TriggersApi;
import com.ones1ght.client.api.TriggersApi.APITriggerCouponRequest;
import com.ones1ght.client.invoker.ApiException;
import com.ones1ght.client.model.ChatListItem;
import com.ones1ght.client.model.CouponTriggerRequest;
import com.ones1ght.client.model.KickoffRequest;
import com.ones1ght.client.model.KickoffResult;
import com.ones1ght.client.model.PolledChat;
import com.ones1ght.client.model.Round;
import com.ones1ght.client.model.RoundStatus;
import com.ones1ght.client.model.StepState;
import com.ones1ght.client.model.TodoChange;
import com.ones1ght.client.model.TodoState;
import com.ones1ght.client.model.TodosChangeRequest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An app in Java, with the jar that is published. */
@ExtendWith(Gateway.class)
class JavaClientIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final KickoffRequest QUESTION = new KickoffRequest().prompt("두부로 뭐 해 먹지?");

    private OneS1ghtClient client;
    private UUID profile;

    @BeforeEach
    void createProfile(Gateway gateway) throws ApiException {
        client = client(gateway, gateway.address());
        profile = newProfile();
    }

    private static OneS1ghtClient client(Gateway gateway, URI address) {
        Retries quick = new Retries(4, Duration.ofMillis(50), Duration.ofSeconds(5));
        return new OneS1ghtClient(address, gateway::key, quick);
    }

    private UUID newProfile() throws ApiException {
        return new ProfilesApi(client.api())
                .createProfile(APICreateProfileRequest.newBuilder()
                        .requestBody(Map.of("name", "김하나", "locale", "ko"))
                        .build())
                .getData()
                .getProfileId();
    }

    @Test
    void appShouldGetThroughAVisit() throws Exception {
        assertThat(new AccessApi(client.api())
                        .validateKey(APIValidateKeyRequest.newBuilder().build())
                        .getData()
                        .getExpiresAt())
                .isNull();
        assertThat(new ProfilesApi(client.api())
                        .getProfile(APIGetProfileRequest.newBuilder()
                                .profileId(profile)
                                .build())
                        .getData()
                        .getData()
                        .get("name"))
                .isEqualTo("김하나");

        Round round = client.recommendAndWait(profile, QUESTION, Until.SETTLED, TIMEOUT);

        assertThat(round.getStatus()).isEqualTo(RoundStatus.COMPLETED);
        assertThat(round.getLastError()).isNull();
        assertThat(round.getTodos().getItems()).isNotEmpty();
        assertThat(round.getTodos().getItems().get(0).getProduct().getName()).isNotBlank();
        assertThat(round.getNotifications().getAd().getItems()).isNotEmpty();
        assertThat(round.getNotifications().getCouponSpot()).isNotEmpty().allSatisfy(spot -> {
            assertThat(spot.getLocation()).isNotNull();
            assertThat(spot.getRecId()).isNull();
            assertThat(spot.getReasonDetail()).isNull();
        });

        ChatsApi chats = new ChatsApi(client.api());
        UUID chat = chats().get(0).getChatId();
        PolledChat polled = chats.getChat(APIGetChatRequest.newBuilder()
                        .profileId(profile)
                        .chatId(chat)
                        .build())
                .getData();
        assertThat(polled.getRounds()).hasSize(1);
        assertThat(polled.getSessionId()).isNull();
        assertThat(chats.getBarcodes(APIGetBarcodesRequest.newBuilder()
                                .profileId(profile)
                                .chatId(chat)
                                .roundId(round.getRoundId())
                                .build())
                        .getData()
                        .getTodos())
                .isNotEmpty();

        long item = round.getTodos().getItems().get(0).getProduct().getId();
        TodosChangeRequest picked = new TodosChangeRequest()
                .addItemsItem(new TodoChange().itemId(item).state(TodoState.PICKED));
        assertThat(chats.changeTodos(APIChangeTodosRequest.newBuilder()
                                .profileId(profile)
                                .chatId(chat)
                                .roundId(round.getRoundId())
                                .todosChangeRequest(picked)
                                .build())
                        .getData()
                        .getTodos()
                        .getItems()
                        .get(0)
                        .getState())
                .isEqualTo(TodoState.PICKED);

        String coupon = round.getNotifications().getCoupon().get(0).getRecId();
        assertThat(new TriggersApi(client.api())
                        .triggerCoupon(APITriggerCouponRequest.newBuilder()
                                .profileId(profile)
                                .couponTriggerRequest(new CouponTriggerRequest()
                                        .chatId(chat)
                                        .roundId(round.getRoundId())
                                        .recId(coupon)
                                        .kind(CouponTriggerRequest.KindEnum.REDEEMED))
                                .build())
                        .getData()
                        .getEventId())
                .startsWith("evt_");
        assertThat(new EventsApi(client.api())
                        .listProfileEvents(APIListProfileEventsRequest.newBuilder()
                                .profileId(profile)
                                .limit(10)
                                .build())
                        .getData()
                        .getItems())
                .hasSize(1);
    }

    private List<ChatListItem> chats() throws ApiException {
        return new ChatsApi(client.api())
                .listChats(APIListChatsRequest.newBuilder()
                        .profileId(profile)
                        .limit(10)
                        .build())
                .getData()
                .getItems();
    }

    @Test
    void waitForAStepShouldEndWithIt() throws Exception {
        Round round = client.recommendAndWait(profile, QUESTION, Until.LISTED, TIMEOUT);

        assertThat(round.getPipelineProgress().getStep2()).isEqualTo(StepState.DONE);
        assertThat(round.getTodos()).isNotNull();
    }

    @Test
    void lostAnswerShouldNotMakeASecondChat(Gateway gateway) throws Exception {
        try (CuttingProxy proxy = new CuttingProxy(gateway.address())) {
            KickoffResult accepted = client(gateway, proxy.address()).kickOff(profile, QUESTION);

            assertThat(proxy.connections()).isGreaterThan(1);
            assertThat(chats())
                    .singleElement()
                    .satisfies(chat -> assertThat(chat.getChatId()).isEqualTo(accepted.getChatId()));
        }
    }

    @Test
    void roundShouldBeFollowedToItsEnd(Gateway gateway) throws Exception {
        KickoffResult accepted = client.kickOff(profile, QUESTION);
        List<RoundEvent> received = new ArrayList<>();
        try (CuttingProxy proxy = new CuttingProxy(gateway.address())) {
            client(gateway, proxy.address())
                    .follow(profile, accepted.getChatId(), accepted.getRoundId(), received::add);

            assertThat(proxy.connections()).isEqualTo(2);
        }

        RoundEvent last = received.get(received.size() - 1);
        assertThat(last.id()).isEqualTo("1.end");
        assertThat(last.type()).isEqualTo("completed");
        assertThat(last.round().getRoundId()).isEqualTo(accepted.getRoundId());
        assertThat(last.round().getNotifications().getAd().getItems()).isNotEmpty();
        assertThat(received).extracting(RoundEvent::id).isSorted().doesNotHaveDuplicates();
        assertThat(received.get(0).type()).isEqualTo("step");
    }

    @Test
    void brokenStreamShouldContinueAfterTheLastEvent(Gateway gateway) throws Exception {
        Round round = client.recommendAndWait(profile, QUESTION, Until.LISTED, TIMEOUT);
        UUID anyChat = UUID.randomUUID();
        try (BrokenStream stream =
                new BrokenStream(client.api().getObjectMapper().writeValueAsString(round))) {
            List<String> received = new ArrayList<>();

            client(gateway, stream.address()).follow(profile, anyChat, round.getRoundId(), event -> {
                received.add(event.id() + " " + event.type());
                assertThat(event.round().getTodos()).isEqualTo(round.getTodos());
            });

            assertThat(received).containsExactly("1.0 step", "1.1 step", "1.end completed");
            assertThat(stream.resumedAfter()).containsExactly("1.0");
        }
    }

    @Test
    void refusalShouldNotBeRepeated(Gateway gateway) {
        OneS1ghtClient stranger = new OneS1ghtClient(gateway.address(), () -> "osk_demo_unknown");

        assertThatThrownBy(() -> stranger.kickOff(profile, QUESTION))
                .isInstanceOfSatisfying(ApiException.class, refusal -> {
                    assertThat(refusal.getCode()).isEqualTo(401);
                    assertThat(refusal.getResponseBody()).contains("INVALID_API_KEY");
                });
    }
}
