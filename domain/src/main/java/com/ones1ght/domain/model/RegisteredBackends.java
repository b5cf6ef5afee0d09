package com.ones1ght.domain.model;

import com.ones1ght.domain.shared.InvalidRequestException;
import java.util.Set;
import java.util.stream.Collectors;

/** The backends of this installation. */
public record RegisteredBackends(Set<ModelBackend> backends) {

    public RegisteredBackends {
        backends = Set.copyOf(backends);
    }

    /** @throws InvalidRequestException when the backend is not registered; the message lists those that are */
    public void require(ModelBackend backend) {
        if (!backends.contains(backend)) {
            throw new InvalidRequestException(
                    "backend",
                    "must be one of "
                            + backends.stream().map(ModelBackend::name).sorted().collect(Collectors.joining(", ")));
        }
    }
}
