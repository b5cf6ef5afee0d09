package com.ones1ght.adapters.rest.profile;

import com.ones1ght.adapters.rest.shared.Timestamps;
import com.ones1ght.application.profile.IssueProfileTokenUseCase.Issued;

/** A new token. */
record ProfileTokenReply(String token, String expiresAt) {

    static ProfileTokenReply from(Issued issued) {
        return new ProfileTokenReply(issued.token(), Timestamps.seconds(issued.expiresAt()));
    }
}
