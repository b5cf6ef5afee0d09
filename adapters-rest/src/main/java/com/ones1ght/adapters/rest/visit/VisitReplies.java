package com.ones1ght.adapters.rest.visit;

import com.ones1ght.adapters.rest.profile.ProfileWord;
import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.adapters.rest.shared.JsonPieces;
import com.ones1ght.adapters.rest.shared.Timestamps;
import com.ones1ght.application.visit.VisitView;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.visit.Stamp;
import com.ones1ght.domain.visit.Visit;
import com.ones1ght.domain.visit.VisitId;
import java.time.Instant;

/**
 * Visits on the wire. The meta data of stamps is returned unchanged, so no record maps it.
 *
 * @param word the client's word for a profile
 */
record VisitReplies(ProfileWord word) {

    /** A new visit. */
    Answer started(Visit visit) {
        return Answer.end(begin(visit.id(), visit.profile(), visit.startedAt()).raw("}"));
    }

    /** The visit's last stamp. */
    static Answer stamped(Visit visit) {
        JsonPieces json = Answer.begin();
        json.raw("{\"session_id\":").text(visit.id().toString());
        json.raw(",\"status\":").text(visit.lastStamp().stage().label());
        json.raw(",\"timestamp\":").text(Timestamps.seconds(visit.lastStamp().at()));
        return Answer.end(json.raw("}"));
    }

    /** The visit with all its stamps; the end is omitted while it is active. */
    Answer whole(VisitView visit) {
        JsonPieces json = begin(visit.id(), visit.profile(), visit.startedAt());
        Instant endedAt = visit.endedAt();
        if (endedAt != null) {
            json.raw(",\"ended_at\":").text(Timestamps.seconds(endedAt));
        }
        json.raw(",\"stamps\":[");
        String separator = "";
        for (Stamp stamp : visit.stamps()) {
            json.raw(separator);
            add(json, stamp);
            separator = ",";
        }
        return Answer.end(json.raw("]}"));
    }

    private JsonPieces begin(VisitId id, ProfileId profile, Instant startedAt) {
        JsonPieces json = Answer.begin();
        json.raw("{\"session_id\":").text(id.toString());
        json.raw(",").text(word.idKey()).raw(":").text(profile.toString());
        return json.raw(",\"started_at\":").text(Timestamps.seconds(startedAt));
    }

    private static void add(JsonPieces json, Stamp stamp) {
        json.raw("{\"status\":").text(stamp.stage().label());
        json.raw(",\"timestamp\":").text(Timestamps.seconds(stamp.at()));
        String meta = stamp.meta();
        if (meta != null) {
            json.raw(",\"meta\":").raw(meta);
        }
        json.raw("}");
    }
}
