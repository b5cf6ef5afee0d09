package com.ones1ght.application.profile;

import com.ones1ght.application.access.port.ProfileTokens;
import com.ones1ght.application.profile.port.Profiles;
import com.ones1ght.domain.profile.ProfileToken;
import com.ones1ght.domain.shared.NotFoundException;
import java.time.InstantSource;

/** Signs a token for a profile that exists. Nothing is stored, so that an app may renew its token as often as it likes. */
public final class IssueProfileTokenService implements IssueProfileTokenUseCase {

    private final Profiles profiles;
    private final ProfileTokens tokens;
    private final InstantSource clock;

    public IssueProfileTokenService(Profiles profiles, ProfileTokens tokens, InstantSource clock) {
        this.profiles = profiles;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public Issued issue(Command command) {
        ProfileToken token =
                ProfileToken.issue(command.key(), command.profile(), command.scopes(), command.term(), clock.instant());
        profiles.facts(command.key().owner(), command.profile()).orElseThrow(NotFoundException::new);
        return new Issued(tokens.sign(token, command.key().tenant().code()), token.expiresAt());
    }
}
