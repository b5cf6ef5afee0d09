package com.ones1ght.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is generated for languages that this build does not compile: what may be null, and what may not. */
@ExtendWith(Gateway.class)
class GeneratedClientsIT {

    private static final Path GENERATED = Path.of("target", "generated");

    @Test
    void clientsShouldBeGeneratedFromTheServedDocument(Gateway gateway) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(gateway.address().resolve("/docs/openapi.yaml"))
                .build();
        String served = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();

        assertThat(served)
                .isEqualTo(Files.readString(Path.of("../../adapters-rest/src/main/resources/META-INF/openapi.yaml")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Round               | todos: Todos?         | status: RoundStatus$           | guard: Guard?
            Round               | backListStatus: BackListStatus? | lastError: String?   | notifications: Notifications$
            Notifications       | ad: Advertising?      | couponSpot: [CouponNotification]$ | coupon: [CouponNotification]$
            CouponNotification  | location: Location?   | reasonDetail: LocalizedText?   | rank: Int$
            PolledChat          | chatId: UUID?         | rounds: [Round]?               | sessionId: UUID?
            Validation          | expiresAt: Date?      | createdAt: Date$               | tenantCode: String$
            """)
    void swiftShouldKnowWhatMayBeNull(String model, String first, String second, String third) throws IOException {
        shouldDeclare(read("swift/OpenAPIClient/Classes/OpenAPIs/Models/" + model + ".swift"), first, second, third);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            round               | todos: Optional[Todos] | status: RoundStatus$          | guard: Optional[Guard]
            round               | back_list_status: Optional[BackListStatus] | last_error: Optional[StrictStr] | notifications: Notifications$
            notifications       | ad: Optional[Advertising] | coupon_spot: List[CouponNotification] | coupon: List[CouponNotification]
            coupon_notification | location: Optional[Location] | reason_detail: Optional[LocalizedText] | price: Optional[
            polled_chat         | chat_id: Optional[UUID] | rounds: Optional[List[Round]] | session_id: Optional[UUID]
            validation          | expires_at: Optional[datetime] | created_at: datetime   | tenant_code: StrictStr$
            """)
    void pythonShouldKnowWhatMayBeNull(String model, String first, String second, String third) throws IOException {
        shouldDeclare(read("python/openapi_client/models/" + model + ".py"), first, second, third);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            round               | Todos? get todos;     | RoundStatus get status;        | Guard? get guard;
            round               | BackListStatus? get backListStatus; | String? get lastError; | Notifications get notifications;
            notifications       | Advertising? get ad;  | BuiltList<CouponNotification> get couponSpot; | BuiltList<CouponNotification> get coupon;
            coupon_notification | Location? get location; | LocalizedText? get reasonDetail; | int get rank;
            polled_chat         | String? get chatId;   | BuiltList<Round>? get rounds;  | String? get sessionId;
            validation          | DateTime? get expiresAt; | DateTime get createdAt;     | String get tenantCode;
            """)
    void dartShouldKnowWhatMayBeNull(String model, String first, String second, String third) throws IOException {
        shouldDeclare(read("dart/lib/src/model/" + model + ".dart"), first, second, third);
    }

    /** @param declarations a dollar sign at the end stands for the end of the line */
    private static void shouldDeclare(String code, String... declarations) {
        for (String declaration : declarations) {
            assertThat(code).contains(declaration.replace("$", "\n"));
        }
    }

    private static String read(String path) throws IOException {
        return Files.readString(GENERATED.resolve(path));
    }
}
