package com.ones1ght.application.access;

import com.ones1ght.application.access.port.ApiKeys;
import com.ones1ght.application.access.port.KeySecrets;
import com.ones1ght.application.audit.AuditDetails;
import com.ones1ght.application.audit.port.AuditLog;
import com.ones1ght.application.shared.port.IdGenerator;
import com.ones1ght.domain.access.Actor;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.KeyLine;
import com.ones1ght.domain.access.KeyTerm;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.access.PlainKey;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.audit.AuditAction;
import com.ones1ght.domain.audit.AuditEntry;
import com.ones1ght.domain.shared.DisplayName;
import com.ones1ght.domain.tenant.Tenant;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes keys, for whichever use case, in the caller's transaction; that it did so is written down. */
public final class KeyIssue {

    private final ApiKeys keys;
    private final KeySecrets secrets;
    private final AuditLog audit;
    private final IdGenerator ids;

    public KeyIssue(ApiKeys keys, KeySecrets secrets, AuditLog audit, IdGenerator ids) {
        this.keys = keys;
        this.secrets = secrets;
        this.audit = audit;
        this.ids = ids;
    }

    /**
     * What a new key is to be.
     *
     * @param tenant whose
     * @param name for people
     * @param type what it is for
     * @param scopes what it may use
     * @param term for how long
     * @param predecessor whose line it goes on; null for a line of its own
     */
    public record Wanted(
            Tenant tenant,
            DisplayName name,
            KeyType type,
            Set<Scope> scopes,
            KeyTerm term,
            @Nullable ApiKey predecessor) {}

    /** Makes the key, and says so in the audit log. */
    public IssuedKey issue(Wanted wanted, Actor actor, Instant now) {
        UUID id = ids.next();
        PlainKey plain = PlainKey.of(wanted.type(), wanted.tenant().code(), secrets.next());
        ApiKey predecessor = wanted.predecessor();
        ApiKey key = new ApiKey(
                new ApiKeyId(id),
                wanted.tenant(),
                predecessor == null ? new KeyLine(id) : predecessor.line(),
                wanted.type(),
                plain.prefix(),
                wanted.scopes(),
                now,
                wanted.term().endOf(now),
                null);
        if (!keys.addIfAbsent(key, plain.hash(), wanted.name().text())) {
            throw new IllegalStateException("A new key is one that exists: the source of its secret is not random");
        }
        audit.add(new AuditEntry(
                wanted.tenant().id(), actor, AuditAction.KEY_CREATED, id.toString(), details(wanted, key), now));
        return new IssuedKey(new StoredKey(key, wanted.name().text(), null), plain);
    }

    private static Map<String, String> details(Wanted wanted, ApiKey key) {
        Instant end = key.expiresAt();
        return AuditDetails.none()
                .with("name", wanted.name().text())
                .with("type", key.type())
                .with("key_prefix", key.prefix())
                .with("scopes", new TreeSet<>(key.scopes()))
                .with("expires_at", end == null ? null : end.truncatedTo(ChronoUnit.SECONDS))
                .with(
                        "succeeds",
                        wanted.predecessor() == null
                                ? null
                                : wanted.predecessor().id())
                .values();
    }
}
