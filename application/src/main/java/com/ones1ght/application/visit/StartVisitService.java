package com.ones1ght.application.visit;

import com.ones1ght.application.profile.port.Profiles;
import com.ones1ght.application.shared.port.IdGenerator;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.application.visit.port.Visits;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.visit.Visit;
import com.ones1ght.domain.visit.VisitId;
import java.time.InstantSource;

/** Adds the visit if there is none; that only one is under way is what the storage makes sure of. */
public final class StartVisitService implements StartVisitUseCase {

    private final Profiles profiles;
    private final Visits visits;
    private final UnitOfWork unitOfWork;
    private final IdGenerator ids;
    private final InstantSource clock;

    public StartVisitService(
            Profiles profiles, Visits visits, UnitOfWork unitOfWork, IdGenerator ids, InstantSource clock) {
        this.profiles = profiles;
        this.visits = visits;
        this.unitOfWork = unitOfWork;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Visit start(Command command) {
        Owner owner = command.key().owner();
        Visit visit = Visit.started(
                new VisitId(ids.next()),
                command.profile(),
                command.key().tenant().stageFlow(),
                clock.instant());
        return unitOfWork.inTransaction(() -> {
            profiles.hold(owner, command.profile()).orElseThrow(NotFoundException::new);
            if (!visits.addIfNoneIsActive(owner, visit)) {
                throw new DomainException(
                        ErrorCode.SESSION_ACTIVE,
                        "This profile has an active session; end it before you start another");
            }
            return visit;
        });
    }
}
