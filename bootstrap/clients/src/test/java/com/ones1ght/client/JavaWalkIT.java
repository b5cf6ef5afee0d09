package com.ones1ght.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.client.api.AccessApi;
import com.ones1ght.client.api.AccessApi.APIValidateKeyRequest;
import com.ones1ght.client.api.ProfilesApi;
import com.ones1ght.client.api.ProfilesApi.APICreateProfileRequest;
import com.ones1ght.client.api.ProfilesApi.APIGetProfileRequest;
import com.ones1ght.client.api.ProfilesApi.APIIssueProfileTokenRequest;
import com.ones1ght.client.api.StoresApi;
import com.ones1ght.client.api.StoresApi.APIGetStorePlanRequest;
import com.ones1ght.client.api.TriggersApi;
import com.ones1ght.client.api.TriggersApi.APITriggerPositionRequest;
import com.ones1ght.client.invoker.ApiException;
import com.ones1ght.client.model.KickoffRequest;
import com.ones1ght.client.model.KickoffResult;
import com.ones1ght.client.model.PositionRequest;
import com.ones1ght.client.model.PositionTaken;
import com.ones1ght.client.model.ProfileToken;
import com.ones1ght.client.model.ProfileTokenRequest;
import com.ones1ght.client.model.Round;
import com.ones1ght.client.model.StorePlan;
import com.ones1ght.client.model.StoreSignage;
import com.ones1ght.client.model.Validation;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An app in Java that walks through the store, and has a token of its profile in place of the tenant's key. */
@ExtendWith(Gateway.class)
class JavaWalkIT {

    private static UUID newProfile(OneS1ghtClient backend) throws ApiException {
        return new ProfilesApi(backend.api())
                .createProfile(APICreateProfileRequest.newBuilder()
                        .requestBody(Map.of("locale", "en"))
                        .build())
                .getData()
                .getProfileId();
    }

    @Test
    void appWithATokenShouldFindItsWayAndReportWhereItIs(Gateway gateway) throws Exception {
        OneS1ghtClient backend = new OneS1ghtClient(gateway.address(), gateway::key);
        UUID profile = newProfile(backend);
        ProfileToken token = new ProfilesApi(backend.api())
                .issueProfileToken(APIIssueProfileTokenRequest.newBuilder()
                        .profileId(profile)
                        .profileTokenRequest(new ProfileTokenRequest().expiresInSeconds(600))
                        .build())
                .getData();
        OneS1ghtClient app = new OneS1ghtClient(gateway.address(), token::getToken);

        Validation validation = new AccessApi(app.api())
                .validateKey(APIValidateKeyRequest.newBuilder().build())
                .getData();
        assertThat(validation.getKeyType()).isEqualTo(Validation.KeyTypeEnum.PROFILE_TOKEN);
        assertThat(validation.getExpiresAt()).isEqualTo(token.getExpiresAt());

        KickoffResult asked = app.kickOff(profile, new KickoffRequest().prompt("something quick with tofu"));
        Round round =
                app.await(profile, asked.getChatId(), asked.getRoundId(), Until.SETTLED, Duration.ofMinutes(1));
        StorePlan plan = new StoresApi(app.api())
                .getStorePlan(APIGetStorePlanRequest.newBuilder().storeId("main").build())
                .getData();
        assertThat(plan.getSections()).isNotEmpty().allSatisfy(section -> assertThat(section.getLocation())
                .isNotNull());
        StoreSignage entrance = plan.getSignages().get(0);

        PositionTaken entered = position(app, profile, asked, entrance.getLocation().getX(), entrance);
        PositionTaken left = position(app, profile, asked, plan.getWidth(), entrance);

        assertThat(entered.getEntered()).containsExactly(entrance.getSignageNo());
        assertThat(entered.getEventIds())
                .hasSameSizeAs(round.getNotifications().getAd().getItems());
        assertThat(left.getLeft()).containsExactly(entrance.getSignageNo());
    }

    private static PositionTaken position(
            OneS1ghtClient app, UUID profile, KickoffResult asked, BigDecimal x, StoreSignage near)
            throws ApiException {
        return new TriggersApi(app.api())
                .triggerPosition(APITriggerPositionRequest.newBuilder()
                        .profileId(profile)
                        .positionRequest(new PositionRequest()
                                .chatId(asked.getChatId())
                                .roundId(asked.getRoundId())
                                .x(x)
                                .y(near.getLocation().getY())
                                .forgotten("open"))
                        .build())
                .getData();
    }

    @Test
    void tokenShouldNotOpenAnotherProfile(Gateway gateway) throws Exception {
        OneS1ghtClient backend = new OneS1ghtClient(gateway.address(), gateway::key);
        UUID other = newProfile(backend);
        String token = new ProfilesApi(backend.api())
                .issueProfileToken(APIIssueProfileTokenRequest.newBuilder()
                        .profileId(newProfile(backend))
                        .build())
                .getData()
                .getToken();
        ProfilesApi profiles = new ProfilesApi(new OneS1ghtClient(gateway.address(), () -> token).api());

        assertThatThrownBy(() -> profiles.getProfile(
                        APIGetProfileRequest.newBuilder().profileId(other).build()))
                .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.getCode())
                        .isEqualTo(404));
    }
}
