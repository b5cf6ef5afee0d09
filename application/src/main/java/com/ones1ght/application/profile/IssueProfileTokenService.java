package com.ones1ght.application.profile;

import com.ones1ght.application.access.DemoTenant;
import com.ones1ght.application.access.port.ProfileTokens;
import com.ones1ght.application.profile.port.Profiles;
import com.ones1ght.application.profile.port.TemporaryProfiles;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.ProfileToken;
import com.ones1ght.domain.shared.NotFoundException;
import java.time.InstantSource;

/**
 * Signs a token for a profile that exists. Nothing is stored, so that an app may renew its token as often as it likes; only
 * the end of a temporary profile of the demonstration moves.
 */
public final class IssueProfileTokenService implements IssueProfileTokenUseCase {

    private final Profiles profiles;
    private final TemporaryProfiles temporary;
    private final ProfileTokens tokens;
    private final InstantSource clock;

    public IssueProfileTokenService(
            Profiles profiles, TemporaryProfiles temporary, ProfileTokens tokens, InstantSource clock) {
        this.profiles = profiles;
        this.temporary = temporary;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public Issued issue(Command command) {
        ProfileToken token =
                ProfileToken.issue(command.key(), command.profile(), command.scopes(), command.term(), clock.instant());
        profiles.facts(command.key().owner(), command.profile()).orElseThrow(NotFoundException::new);
        keepTemporary(command, token);
        return new Issued(tokens.sign(token, command.key().tenant().code()), token.expiresAt());
    }

    private void keepTemporary(Command command, ProfileToken token) {
        Owner owner = command.key().owner();
        if (command.isTemporary()) {
            temporary.add(owner, command.profile(), token.expiresAt());
        } else if (command.key().tenant().code().equals(DemoTenant.CODE)) {
            temporary.prolong(owner, command.profile(), token.expiresAt());
        }
    }
}
