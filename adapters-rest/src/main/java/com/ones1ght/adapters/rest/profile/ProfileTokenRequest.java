package com.ones1ght.adapters.rest.profile;

import com.ones1ght.adapters.rest.access.KeyRequest;
import com.ones1ght.adapters.rest.shared.FieldReader;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.adapters.rest.shared.PathIds;
import com.ones1ght.application.profile.IssueProfileTokenUseCase;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.profile.ProfileToken;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request for a token.
 *
 * @param scopes null when absent
 */
record ProfileTokenRequest(Duration term, @Nullable Set<Scope> scopes) {

    private static final ProfileId ANY = new ProfileId(new UUID(0, 0));

    static ProfileTokenRequest from(JsonObject body) {
        FieldReader fields = body.reader();
        Integer seconds = fields.optionalInteger("expires_in_seconds");
        List<String> scopes = fields.optionalStrings("scopes");
        fields.check();
        return new ProfileTokenRequest(
                seconds == null ? ProfileToken.DEFAULT_TERM : Duration.ofSeconds(seconds),
                scopes == null ? null : KeyRequest.scopes(scopes));
    }

    /** Validates all but the profile: an invalid body takes precedence over an unknown one. */
    ProfileTokenRequest checked(ApiKey key) {
        command(key, ANY);
        return this;
    }

    IssueProfileTokenUseCase.Command toCommand(ApiKey key, String profile) {
        return command(key, PathIds.profile(profile));
    }

    private IssueProfileTokenUseCase.Command command(ApiKey key, ProfileId profile) {
        return new IssueProfileTokenUseCase.Command(key, profile, scopes, term);
    }
}
