package com.ones1ght.adapters.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.InvalidRequestException;
import com.ones1ght.domain.shared.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureMapperTest {

    private final FailureMapper mapper = new FailureMapper();

    @ParameterizedTest
    @CsvSource({
        "INVALID_REQUEST,400",
        "INVALID_API_KEY,401",
        "INSUFFICIENT_CREDIT,402",
        "FORBIDDEN,403",
        "NOT_FOUND,404",
        "METHOD_NOT_ALLOWED,405",
        "NOT_ACCEPTABLE,406",
        "REQUEST_TIMEOUT,408",
        "REFINEMENT_CAP_EXCEEDED,409",
        "PRIOR_ROUND_IN_FLIGHT,409",
        "ROUND_SETTLED,409",
        "SESSION_ACTIVE,409",
        "SESSION_NOT_STARTED,409",
        "NO_ACTIVE_SESSION,409",
        "STAGE_NOT_CHAT,409",
        "INVALID_STAGE,409",
        "STAGE_REGRESSION,409",
        "CONFLICT,409",
        "PAYLOAD_TOO_LARGE,413",
        "UNSUPPORTED_MEDIA_TYPE,415",
        "INTERNAL_ERROR,500",
        "UNAVAILABLE,503"
    })
    void everyRefusalHasItsStatus(ErrorCode code, int status) {
        Response response = mapper.toResponse(new DomainException(code, "because"));
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getEntity().toString())
                .isEqualTo("{\"success\":false,\"code\":\"" + code + "\",\"message\":\"because\",\"request_id\":\"\"}");
    }

    @Test
    void invalidFieldIsNamed() {
        Response response = mapper.toResponse(new InvalidRequestException("prompt", "must not be \"blank\""));
        assertThat(response.getEntity().toString())
                .isEqualTo("{\"success\":false,\"code\":\"INVALID_REQUEST\","
                        + "\"message\":\"prompt must not be \\\"blank\\\"\",\"request_id\":\"\","
                        + "\"errors\":[{\"field\":\"prompt\",\"message\":\"prompt must not be \\\"blank\\\"\"}]}");
    }

    @ParameterizedTest
    @CsvSource({
        "backend,backend",
        "keyTerm,expires_in_days",
        "round,round_id",
        "secretRef,secret_ref",
        "signageTimeoutSeconds,signage_timeout_seconds",
        "stage,status",
        "stageFlow,session_flow",
        "tenantCode,tenant_code",
        "last_name,last_name",
        "Idempotency-Key,Idempotency-Key",
        "Last-Event-ID,Last-Event-ID"
    })
    void invalidPropertyIsNamedAsTheClientKnowsIt(String property, String field) {
        Response response = mapper.toResponse(new InvalidRequestException(property, "must be there"));
        assertThat(response.getEntity().toString())
                .contains("\"message\":\"" + field + " must be there\"")
                .contains("\"errors\":[{\"field\":\"" + field + "\"");
    }

    @Test
    void refusalInsideAStageIsTheRefusal() {
        Response response = mapper.toResponse(new CompletionException(new NotFoundException()));
        assertThat(response.getStatus()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "400,INVALID_REQUEST",
        "404,NOT_FOUND",
        "411,INVALID_REQUEST",
        "414,INVALID_REQUEST",
        "431,INVALID_REQUEST",
        "500,INTERNAL_ERROR",
        "501,INTERNAL_ERROR",
        "503,UNAVAILABLE"
    })
    void everyStatusOfTheServerHasACode(int status, ErrorCode code) {
        assertThat(Statuses.failure(status).code()).isEqualTo(code);
    }
}
