package com.ones1ght.adapters.rest.access;

import com.ones1ght.adapters.rest.forwarding.RequestOrigin;
import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.adapters.rest.shared.DirectAnswerFilter;
import com.ones1ght.application.access.InvalidApiKeyException;
import com.ones1ght.application.access.ValidateKeyUseCase;
import com.ones1ght.application.access.ValidateKeyUseCase.Validation;
import com.ones1ght.application.shared.TenantScope;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Answers the validation of a key in front of {@link ValidationResource}. */
public class ValidationFilter extends DirectAnswerFilter {

    private static final String PATH = "/v1/" + ValidationResource.PATH;

    @Inject
    private transient ValidateKeyUseCase validate;

    @Inject
    private transient RateLimits limits;

    @Override
    protected @Nullable DirectAnswer directAnswer(HttpServletRequest request, String path) {
        return request.getMethod().equals("GET") && path.equals(PATH) ? this::answer : null;
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Validation validation = validate(request);
        TenantScope.enter(validation.key().tenant().code());
        answers().routed(request, PATH);
        answers().answer(response, Answer.of(ValidationReply.from(validation)));
    }

    private Validation validate(HttpServletRequest request) {
        try {
            return AuthenticationFilter.validate(validate, request.getHeader(HttpHeaders.AUTHORIZATION));
        } catch (InvalidApiKeyException e) {
            throw limits.afterFailure(e, RequestOrigin.of(request).network());
        }
    }
}
