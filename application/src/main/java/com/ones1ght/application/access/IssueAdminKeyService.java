package com.ones1ght.application.access;

import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.application.tenant.port.Tenants;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.tenant.Tenant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/** Makes a key as the tenant's own admins would. */
public final class IssueAdminKeyService implements IssueAdminKeyUseCase {

    private final Tenants tenants;
    private final KeyIssue issue;
    private final UnitOfWork unitOfWork;
    private final InstantSource clock;

    public IssueAdminKeyService(Tenants tenants, KeyIssue issue, UnitOfWork unitOfWork, InstantSource clock) {
        this.tenants = tenants;
        this.issue = issue;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    @Override
    public IssuedKey issue(Command command) {
        Instant now = clock.instant();
        return unitOfWork.inTransaction(() -> {
            Tenant tenant = tenants.byCode(command.code()).orElseThrow(NotFoundException::new);
            KeyIssue.Wanted wanted =
                    new KeyIssue.Wanted(tenant, command.name(), KeyType.ADMIN, Set.of(), command.term(), null);
            return issue.issue(wanted, command.actor(), now);
        });
    }
}
