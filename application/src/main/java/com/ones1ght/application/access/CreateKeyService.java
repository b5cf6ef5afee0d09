package com.ones1ght.application.access;

import com.ones1ght.application.access.port.ApiKeys;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.shared.InvalidRequestException;
import com.ones1ght.domain.shared.NotFoundException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for the key that is to be succeeded, and makes the new one. */
public final class CreateKeyService implements CreateKeyUseCase {

    private final ApiKeys keys;
    private final KeyIssue issue;
    private final UnitOfWork unitOfWork;
    private final InstantSource clock;

    public CreateKeyService(ApiKeys keys, KeyIssue issue, UnitOfWork unitOfWork, InstantSource clock) {
        this.keys = keys;
        this.issue = issue;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    @Override
    public IssuedKey create(Command command) {
        Instant now = clock.instant();
        return unitOfWork.inTransaction(() -> {
            ApiKey predecessor = predecessor(command);
            KeyIssue.Wanted wanted = new KeyIssue.Wanted(
                    command.tenant(),
                    command.name(),
                    command.type(),
                    scopes(command, predecessor),
                    command.term(),
                    predecessor);
            return issue.issue(wanted, command.actor(), now);
        });
    }

    private @Nullable ApiKey predecessor(Command command) {
        if (command.succeeds() == null) {
            return null;
        }
        ApiKey predecessor = keys.ofTenant(command.tenant().id()).stream()
                .map(StoredKey::key)
                .filter(key -> key.id().equals(command.succeeds()))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        if (predecessor.type() != KeyType.CLIENT_SDK) {
            throw new InvalidRequestException("succeeds", "must name a key of the type client_sdk");
        }
        return predecessor;
    }

    private static Set<Scope> scopes(Command command, @Nullable ApiKey predecessor) {
        if (command.type() != KeyType.CLIENT_SDK) {
            return Set.of();
        }
        if (command.scopes() != null) {
            return command.scopes();
        }
        return predecessor == null ? EnumSet.allOf(Scope.class) : predecessor.scopes();
    }
}
