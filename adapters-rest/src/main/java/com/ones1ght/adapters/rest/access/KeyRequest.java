package com.ones1ght.adapters.rest.access;

import com.ones1ght.adapters.rest.shared.FieldReader;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.adapters.rest.shared.PathIds;
import com.ones1ght.adapters.rest.shared.WireWords;
import com.ones1ght.application.access.CreateKeyUseCase;
import com.ones1ght.domain.access.Actor;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.KeyTerm;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.shared.DisplayName;
import com.ones1ght.domain.shared.InvalidRequestException;
import com.ones1ght.domain.tenant.Tenant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request for a new key.
 *
 * @param scopes null when absent
 * @param succeeds the id as received; null when absent
 */
public record KeyRequest(
        DisplayName name,
        KeyType type,
        KeyTerm term,
        @Nullable Set<Scope> scopes,
        @Nullable String succeeds) {

    private static final String TERM = "expires_in_days";
    private static final ApiKeyId ANY = new ApiKeyId(new UUID(0, 0));

    public static KeyRequest from(JsonObject body) {
        FieldReader fields = body.reader();
        DisplayName name = fields.required("name", DisplayName::new);
        KeyType type = fields.optional("type", KeyRequest::type);
        List<String> scopes = fields.optionalStrings("scopes");
        String succeeds = fields.optionalString("succeeds");
        KeyTerm term = term(fields);
        return new KeyRequest(
                Objects.requireNonNull(name),
                type == null ? KeyType.CLIENT_SDK : type,
                term,
                scopes == null ? null : scopes(scopes),
                succeeds);
    }

    /** Null and absent differ: null is a key that does not expire. */
    public static KeyTerm term(FieldReader fields) {
        Integer days = fields.optionalInteger(TERM);
        fields.check();
        return fields.isThere(TERM) ? new KeyTerm(days) : KeyTerm.DEFAULT;
    }

    private static KeyType type(String tag) {
        return WireWords.read(KeyType.class, tag)
                .orElseThrow(() -> new InvalidRequestException("type", "must be client_sdk or admin"));
    }

    /** @throws InvalidRequestException when one is unknown */
    public static Set<Scope> scopes(List<String> tags) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String tag : tags) {
            scopes.add(WireWords.read(Scope.class, tag)
                    .orElseThrow(() -> new InvalidRequestException("scopes", "must be of profile and chat")));
        }
        return scopes;
    }

    /** Validates all but the predecessor: an invalid body takes precedence over an unknown key. */
    KeyRequest checked(Actor actor, Tenant tenant) {
        command(actor, tenant, succeeds == null ? null : ANY);
        return this;
    }

    CreateKeyUseCase.Command toCommand(Actor actor, Tenant tenant) {
        return command(actor, tenant, succeeds == null ? null : PathIds.key(succeeds));
    }

    private CreateKeyUseCase.Command command(Actor actor, Tenant tenant, @Nullable ApiKeyId predecessor) {
        return new CreateKeyUseCase.Command(actor, tenant, name, type, term, scopes, predecessor);
    }
}
