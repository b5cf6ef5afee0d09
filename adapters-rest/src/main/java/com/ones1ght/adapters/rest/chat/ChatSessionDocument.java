package com.ones1ght.adapters.rest.chat;

import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.adapters.rest.shared.JsonPieces;
import com.ones1ght.adapters.rest.shared.Timestamps;
import com.ones1ght.adapters.rest.shared.WireWords;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.visit.ChatSessionView;
import com.ones1ght.application.visit.ChatSessionView.Recommendation;
import com.ones1ght.domain.chat.BackListStatus;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.visit.ChatSessionStatus;
import com.ones1ght.domain.visit.VisitId;
import org.jspecify.annotations.Nullable;

/** The answers about chat sessions; as in {@link ChatDocument}, stored documents are sent as they are. */
final class ChatSessionDocument {

    private ChatSessionDocument() {}

    /** A session that was opened now, or had been open before. */
    static Answer opened(ProfileId profile, ChatSessionView view) {
        VisitId id = view.session().visit();
        JsonPieces json = Answer.begin();
        json.raw("{\"session_id\":").text(id.toString());
        json.raw(",\"profile_id\":").text(profile.toString());
        json.raw(",\"query_results\":");
        addBrief(json, id, view.status(), view.backListStatus());
        return Answer.end(json.raw("}"));
    }

    /** A session whose question was just accepted. */
    static Answer accepted(VisitId session) {
        JsonPieces json = Answer.begin();
        addBrief(json, session, ChatSessionStatus.CHAT, BackListStatus.NOT_STARTED);
        return Answer.end(json);
    }

    /** The current state of the session. While a recommendation is in progress there is no result, not even an empty one. */
    static Answer polled(ChatSessionView view) {
        ChatSessionStatus status = view.status();
        Recommendation latest = view.latest();
        JsonPieces json = Answer.begin();
        addStatus(json.raw("{"), view.session().visit(), status, view.backListStatus());
        json.raw(",\"updated_at\":").text(Timestamps.seconds(view.updatedAt()));
        RunFailure failure = latest == null ? null : latest.failure();
        json.raw(",\"last_error\":").text(failure == null ? null : LastErrors.of(failure));
        if (status != ChatSessionStatus.CHAT) {
            boolean shown = status == ChatSessionStatus.READY && latest != null;
            addOrNull(json.raw(",\"result\":{\"shopping_list\":"), shown ? latest.shoppingList() : null);
            addOrNull(json.raw(",\"back_list\":"), shown ? latest.backList() : null);
            json.raw("}");
        }
        return Answer.end(json.raw("}"));
    }

    private static void addBrief(JsonPieces json, VisitId id, ChatSessionStatus status, BackListStatus backList) {
        addStatus(json.raw("{\"session\":{"), id, status, backList);
        json.raw("}}");
    }

    private static void addStatus(JsonPieces json, VisitId id, ChatSessionStatus status, BackListStatus backList) {
        json.raw("\"session_id\":").text(id.toString());
        json.raw(",\"status\":").text(status.name());
        json.raw(",\"back_list_status\":").text(WireWords.of(backList));
    }

    private static void addOrNull(JsonPieces json, @Nullable JsonFragment fragment) {
        if (fragment == null) {
            json.raw("null");
        } else {
            json.fragment(fragment);
        }
    }
}
