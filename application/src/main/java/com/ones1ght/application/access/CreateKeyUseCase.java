package com.ones1ght.application.access;

import com.ones1ght.domain.access.Actor;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.KeyTerm;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.shared.DisplayName;
import com.ones1ght.domain.shared.InvalidRequestException;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.Tenant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a key for a tenant, in a line of its own or in succession of another one. */
public interface CreateKeyUseCase {

    /**
     * @throws com.ones1ght.domain.shared.NotFoundException when the key to succeed is not one of the tenant's
     * @throws InvalidRequestException when the key to succeed is not one for clients
     */
    IssuedKey create(Command command);

    /**
     * @param actor who does it
     * @param tenant for whom
     * @param name for people
     * @param type what the key is for
     * @param term for how long
     * @param scopes what a client key may use, at least one; null stands for those of the key that it succeeds, or else
     *     for all; an admin key has none
     * @param succeeds the client key whose profiles it reaches, too, whatever that key's state; null for none
     */
    record Command(
            Actor actor,
            Tenant tenant,
            DisplayName name,
            KeyType type,
            KeyTerm term,
            @Nullable Set<Scope> scopes,
            @Nullable ApiKeyId succeeds) {

        public Command {
            Require.notNull(actor, "actor");
            Require.notNull(tenant, "tenant");
            Require.notNull(name, "name");
            Require.notNull(type, "type");
            Require.notNull(term, "expires_in_days");
            if (scopes != null) {
                scopes = Set.copyOf(scopes);
                checkScopes(type, scopes);
            }
            if (succeeds != null && type != KeyType.CLIENT_SDK) {
                throw new InvalidRequestException("succeeds", "is for keys of the type client_sdk alone");
            }
        }

        private static void checkScopes(KeyType type, Set<Scope> scopes) {
            if (type != KeyType.CLIENT_SDK) {
                throw new InvalidRequestException("scopes", "are for keys of the type client_sdk alone");
            }
            if (scopes.isEmpty()) {
                throw new InvalidRequestException("scopes", "must have at least one of profile and chat");
            }
        }
    }
}
