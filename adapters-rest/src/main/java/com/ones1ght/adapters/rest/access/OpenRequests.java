package com.ones1ght.adapters.rest.access;

import com.ones1ght.application.access.AuthenticateUseCase;
import com.ones1ght.application.shared.work.BackgroundTask;
import com.ones1ght.domain.access.Area;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;

/**
 * Requests of this node that are open for longer, because they wait for their answer or stream it; ends those whose key or
 * token becomes invalid.
 */
@ApplicationScoped
public class OpenRequests {

    private static final System.Logger LOG = System.getLogger(OpenRequests.class.getName());

    /** A revoked key is accepted for at most two more seconds; open requests may take a little longer. */
    private static final Duration CHECK = Duration.ofSeconds(2);

    private final Map<CompletableFuture<?>, AuthenticateUseCase.Command> open = new ConcurrentHashMap<>();
    private AuthenticateUseCase authenticate;
    private BackgroundTask checking;

    /** For the container's proxy. */
    protected OpenRequests() {}

    /**
     * @param executor runs short pieces of work that may block on the database
     * @param timer only hands work to {@code executor}
     */
    @Inject
    public OpenRequests(AuthenticateUseCase authenticate, Executor executor, ScheduledExecutorService timer) {
        this.authenticate = authenticate;
        this.checking = new BackgroundTask("Checking the keys of open requests", this::check, executor, timer, CHECK);
    }

    /** Fails the answer when the credential of its request has become invalid, until it is completed otherwise. */
    public void failWhenInvalid(SecurityContext caller, CompletableFuture<?> answer) {
        ContainerRequestContext request = Caller.request(caller);
        String token = BearerToken.of(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        Area area = ApiPath.area(request.getUriInfo().getPath());
        failWhenInvalid(new AuthenticateUseCase.Command(token, area), answer);
    }

    /** Fails the answer when the credential has become invalid, until it is completed otherwise. */
    public void failWhenInvalid(AuthenticateUseCase.Command credential, CompletableFuture<?> answer) {
        open.put(answer, credential);
        checking.start();
        answer.whenComplete((value, failure) -> open.remove(answer));
    }

    /** The number of open requests. */
    public int size() {
        return open.size();
    }

    private void check() {
        Map<AuthenticateUseCase.Command, List<CompletableFuture<?>>> byCredential = open.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        byCredential.forEach(this::check);
    }

    private void check(AuthenticateUseCase.Command credential, List<CompletableFuture<?>> answers) {
        try {
            authenticate.authenticate(credential);
        } catch (DomainException refused) {
            if (refused.code() != ErrorCode.UNAVAILABLE) {
                answers.forEach(answer -> answer.completeExceptionally(refused));
            }
        } catch (RuntimeException unknown) {
            LOG.log(System.Logger.Level.DEBUG, "The key of an open request cannot be checked at present", unknown);
        }
    }

    @PreDestroy
    void stop() {
        checking.stop();
    }
}
