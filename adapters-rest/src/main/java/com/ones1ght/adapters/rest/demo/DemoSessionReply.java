package com.ones1ght.adapters.rest.demo;

import com.ones1ght.adapters.rest.event.DemoFeedServlet;
import com.ones1ght.adapters.rest.shared.Timestamps;
import com.ones1ght.application.profile.IssueProfileTokenUseCase.Issued;
import com.ones1ght.domain.profile.ProfileId;

/**
 * A session of the demonstration.
 *
 * @param feed the address of the stream of the profile's events, relative to the page
 */
record DemoSessionReply(String profileId, String token, String expiresAt, String feed) {

    static DemoSessionReply of(ProfileId profile, Issued issued) {
        return new DemoSessionReply(
                profile.toString(),
                issued.token(),
                Timestamps.seconds(issued.expiresAt()),
                DemoFeedServlet.PATH.substring(1));
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "DemoSessionReply[" + profileId + "]";
    }
}
