package com.ones1ght.application.access;

import com.ones1ght.application.access.port.ApiKeys;
import com.ones1ght.application.audit.AuditDetails;
import com.ones1ght.application.audit.port.AuditLog;
import com.ones1ght.application.shared.ChangedKeys;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.KeyRing;
import com.ones1ght.domain.access.KeyStatus;
import com.ones1ght.domain.audit.AuditAction;
import com.ones1ght.domain.audit.AuditEntry;
import com.ones1ght.domain.shared.NotFoundException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Revokes a key under the lock of all its tenant's keys, so that of two last admin keys one stays. */
public final class RevokeKeyService implements RevokeKeyUseCase {

    private final ApiKeys keys;
    private final AuditLog audit;
    private final UnitOfWork unitOfWork;
    private final ChangedKeys changedKeys;
    private final InstantSource clock;

    public RevokeKeyService(
            ApiKeys keys, AuditLog audit, UnitOfWork unitOfWork, ChangedKeys changedKeys, InstantSource clock) {
        this.keys = keys;
        this.audit = audit;
        this.unitOfWork = unitOfWork;
        this.changedKeys = changedKeys;
        this.clock = clock;
    }

    @Override
    public void revoke(Command command) {
        unitOfWork.inTransaction(() -> {
            Instant now = clock.instant();
            List<StoredKey> all = keys.lockOfTenant(command.tenant());
            StoredKey stored = all.stream()
                    .filter(one -> one.key().id().equals(command.key()))
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
            if (stored.key().status(now) != KeyStatus.REVOKED) {
                KeyRing ring = new KeyRing(all.stream().map(StoredKey::key).toList());
                keys.saveRevoked(ring.revoke(stored.key(), now));
                audit.add(new AuditEntry(
                        command.tenant(),
                        command.actor(),
                        AuditAction.KEY_REVOKED,
                        command.key().toString(),
                        details(stored),
                        now));
            }
            return stored;
        });
        unitOfWork.afterCommit(changedKeys::announce);
    }

    private static Map<String, String> details(StoredKey stored) {
        ApiKey key = stored.key();
        return AuditDetails.none()
                .with("name", stored.name())
                .with("type", key.type())
                .with("key_prefix", key.prefix())
                .values();
    }
}
