package com.ones1ght.adapters.rest.chat;

import com.ones1ght.adapters.rest.access.RateLimits;
import com.ones1ght.adapters.rest.access.ServletRequests;
import com.ones1ght.adapters.rest.shared.PathIds;
import com.ones1ght.adapters.rest.shared.RoundEventsPath;
import com.ones1ght.adapters.rest.stream.EventFrame;
import com.ones1ght.adapters.rest.stream.EventStream;
import com.ones1ght.adapters.rest.stream.EventStreams;
import com.ones1ght.adapters.rest.stream.StreamKind;
import com.ones1ght.adapters.rest.stream.StreamServlet;
import com.ones1ght.application.access.AuthenticateUseCase;
import com.ones1ght.application.access.Principal;
import com.ones1ght.application.chat.FollowRoundUseCase;
import com.ones1ght.application.chat.RoundEvent;
import com.ones1ght.application.chat.RoundFollower;
import com.ones1ght.application.shared.Following;
import com.ones1ght.domain.access.Area;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.NotFoundException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The stream of a round's steps. Declared in the web fragment, without an address:
 * {@link com.ones1ght.adapters.rest.shared.RequestEntryFilter} passes its requests on.
 */
public class RoundEventsServlet extends StreamServlet {

    /** Of a request that wants to know only whether there is a stream. */
    private static final RoundFollower NOBODY = new RoundFollower() {
        @Override
        public boolean offer(RoundEvent event) {
            return false;
        }

        @Override
        public void end() {}
    };

    @Inject
    private transient ServletRequests requests;

    @Inject
    private transient RateLimits limits;

    @Inject
    private transient FollowRoundUseCase follow;

    @Inject
    private transient EventStreams streams;

    @Override
    protected void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AuthenticateUseCase.Command credential = ServletRequests.credential(request, Area.CHAT);
        Principal.Client client = (Principal.Client) requests.authenticate(credential, request);
        RoundEventsPath path = RoundEventsPath.of(request);
        limits.take(client, "chat/" + path.profile() + "/recommend", response::setHeader);
        ServletRequests.requireRead(request, response);
        ProfileId profile = PathIds.profile(path.profile());
        FollowRoundUseCase.Query query = new FollowRoundUseCase.Query(
                client.keyFor(profile),
                profile,
                PathIds.chat(path.chat()),
                PathIds.round(path.round()),
                RoundEventIds.read(request.getHeader(ServletRequests.LAST_EVENT_ID)));
        if (ServletRequests.isHead(request)) {
            follow(query, NOBODY).end();
            EventStream.describe(response);
            return;
        }
        EventStream stream = streams.begin(StreamKind.ROUND, profile, credential);
        stream.feedBy(follow(query, new Reader(stream)));
        stream.open(request, response);
    }

    private Following follow(FollowRoundUseCase.Query query, RoundFollower follower) {
        return follow.follow(query, follower).orElseThrow(NotFoundException::new);
    }

    /** Shows the round to the client at the other end of a stream. */
    private record Reader(EventStream stream) implements RoundFollower {

        @Override
        public boolean offer(RoundEvent event) {
            return stream.offer(EventFrame.of(
                    RoundEventIds.of(event.position()), type(event), ChatDocument.bareRound(event.now())));
        }

        private static String type(RoundEvent event) {
            if (!event.position().isEnd()) {
                return "step";
            }
            RoundState state = event.now().chat().rounds().get(0).state();
            return state == RoundState.COMPLETED ? "completed" : "error";
        }

        @Override
        public void end() {
            stream.finish();
        }
    }
}
