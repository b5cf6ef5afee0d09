package com.ones1ght.adapters.rest.chat;

import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.adapters.rest.shared.JsonPieces;
import com.ones1ght.adapters.rest.shared.Timestamps;
import com.ones1ght.adapters.rest.shared.WireWords;
import com.ones1ght.application.chat.ChatPage;
import com.ones1ght.application.chat.ChatView;
import com.ones1ght.application.chat.ChatView.ProfileSummary;
import com.ones1ght.application.chat.KickOffRoundUseCase.Accepted;
import com.ones1ght.application.chat.RoundView;
import com.ones1ght.application.chat.WatchedChat;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.chat.BackListStatus;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.Progress;
import com.ones1ght.domain.shared.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answers to a poll and to the list of chats. Since the former is by far the most frequent one, it is assembled from the stored documents as they are,
 * and only the small rest is written here.
 */
final class ChatDocument {

    private ChatDocument() {}

    /** A question that was just accepted. */
    static Answer accepted(Accepted accepted) {
        JsonPieces json = Answer.begin();
        json.raw("{\"chat_id\":").text(accepted.chat().toString());
        json.raw(",\"round_id\":").text(accepted.round().toString());
        return Answer.end(json.raw("}"));
    }

    /** A page of chats, without what is in their rounds. */
    static Answer list(ChatPage page) {
        JsonPieces json = Answer.begin().raw("{\"items\":[");
        String separator = "";
        for (ChatPage.Item item : page.items()) {
            json.raw(separator).raw("{\"chat_id\":").text(item.chat().toString());
            json.raw(",\"total_rounds\":").number(item.rounds().size());
            addReferences(json, item.rounds());
            json.raw(",\"created_at\":").text(Timestamps.seconds(item.createdAt()));
            json.raw("}");
            separator = ",";
        }
        return Answer.endPage(json, page.total(), page.request());
    }

    private static void addReferences(JsonPieces json, List<ChatPage.RoundRef> rounds) {
        json.raw(",\"rounds\":[");
        String separator = "";
        for (ChatPage.RoundRef round : rounds) {
            json.raw(separator).raw("{\"round_no\":").number(round.number());
            json.raw(",\"round_id\":").text(round.id().toString()).raw("}");
            separator = ",";
        }
        json.raw("]");
    }

    /** The chat with its rounds. */
    static Answer chat(WatchedChat watched) {
        ChatView chat = watched.chat();
        JsonPieces json = Answer.begin();
        json.raw("{\"chat_id\":").text(chat.id().toString());
        json.raw(",\"profile_id\":").text(chat.profile().toString());
        addSummary(json, chat.profileSummary());
        json.raw(",\"created_at\":").text(Timestamps.seconds(chat.createdAt()));
        json.raw(",\"rounds\":[");
        String separator = "";
        for (RoundView round : chat.rounds()) {
            json.raw(separator);
            addRound(json, round, watched.couponSpots());
            separator = ",";
        }
        return Answer.end(json.raw("]}"));
    }

    /** The requested round. */
    static Answer round(WatchedChat watched) {
        return Answer.end(addRound(Answer.begin(), watched));
    }

    /** The requested round, without an envelope. */
    static JsonPieces bareRound(WatchedChat watched) {
        return addRound(new JsonPieces(), watched);
    }

    private static JsonPieces addRound(JsonPieces json, WatchedChat watched) {
        addRound(json, watched.chat().rounds().get(0), watched.couponSpots());
        return json;
    }

    static void addSummary(JsonPieces json, ProfileSummary summary) {
        json.raw(",\"profile_summary\":{\"name\":").text(summary.name());
        json.raw(",\"gender\":").text(summary.gender());
        json.raw(",\"age\":").raw(String.valueOf(summary.age()));
        Language locale = summary.locale();
        json.raw(",\"locale\":").text(locale == null ? null : locale.code()).raw("}");
    }

    private static void addRound(JsonPieces json, RoundView round, JsonFragment couponSpots) {
        json.raw("{");
        addHead(json, round);
        addStored(json, round);
        json.raw(",\"coupon_spot\":").fragment(couponSpots).raw("}");
        addError(json, round);
        json.raw("}");
    }

    /** The fields of a round before its results. */
    static void addHead(JsonPieces json, RoundView round) {
        json.raw("\"round_no\":").number(round.number());
        json.raw(",\"round_id\":").text(round.id().toString());
        json.raw(",\"prompt\":").text(round.prompt());
        json.raw(",\"created_at\":").text(Timestamps.seconds(round.createdAt()));
        json.raw(",\"updated_at\":").text(Timestamps.seconds(round.updatedAt()));
        json.raw(",\"status\":").text(WireWords.of(round.state()));
        BackListStatus backList = round.backListStatus();
        json.raw(",\"back_list_status\":").text(backList == null ? null : WireWords.of(backList));
        addProgress(json, round.progress());
    }

    static void addError(JsonPieces json, RoundView round) {
        if (round.failure() != null) {
            json.raw(",\"last_error\":").text(LastErrors.of(round.failure()));
        }
    }

    private static void addProgress(JsonPieces json, Progress progress) {
        String separator = ",\"pipeline_progress\":{";
        for (PipelineStep step : PipelineStep.values()) {
            json.raw(separator).raw("\"step").number(step.number()).raw("\":");
            json.text(WireWords.of(progress.of(step)));
            separator = ",";
        }
        json.raw("}");
    }

    /** The results of a round so far; leaves the object of the notifications open. */
    static void addStored(JsonPieces json, RoundView round) {
        json.raw(",\"todos\":");
        addOr(json, round.todos(), "null");
        json.raw(",\"recommended_items\":");
        addOr(json, round.recommendedItems(), "[]");
        json.raw(",\"guard\":");
        addOr(json, round.guard(), "null");
        json.raw(",\"notifications\":");
        if (round.notifications() == null) {
            json.raw("{\"ad\":null,\"coupon\":[]");
        } else {
            json.reopened(round.notifications());
        }
    }

    static void addOr(JsonPieces json, @Nullable JsonFragment fragment, String otherwise) {
        if (fragment == null) {
            json.raw(otherwise);
        } else {
            json.fragment(fragment);
        }
    }
}
