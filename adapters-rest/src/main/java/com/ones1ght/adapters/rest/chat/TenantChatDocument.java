package com.ones1ght.adapters.rest.chat;

import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.adapters.rest.shared.JsonPieces;
import com.ones1ght.adapters.rest.shared.Timestamps;
import com.ones1ght.adapters.rest.shared.WireWords;
import com.ones1ght.application.chat.ChatView;
import com.ones1ght.application.chat.RoundView;
import com.ones1ght.application.chat.TenantChat;
import com.ones1ght.application.chat.TenantChatPage;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.visit.ChatSession;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chats for admins, on the wire. The output of backends is passed on unchanged. */
final class TenantChatDocument {

    private TenantChatDocument() {}

    static Answer page(TenantChatPage page) {
        JsonPieces json = Answer.begin().raw("{\"items\":[");
        String separator = "";
        for (TenantChatPage.Item item : page.items()) {
            json.raw(separator);
            addItem(json, item);
            separator = ",";
        }
        return Answer.endPage(json, page.total(), page.request());
    }

    private static void addItem(JsonPieces json, TenantChatPage.Item item) {
        List<TenantChatPage.RoundRef> rounds = item.rounds();
        json.raw("{\"chat_id\":").text(item.chat().toString());
        json.raw(",\"profile_id\":").text(item.profile().toString());
        ChatDocument.addSummary(json, item.profileSummary());
        json.raw(",\"status\":")
                .text(
                        rounds.isEmpty()
                                ? null
                                : WireWords.of(rounds.get(rounds.size() - 1).state()));
        json.raw(",\"total_rounds\":").number(rounds.size()).raw(",\"rounds\":[");
        String separator = "";
        for (TenantChatPage.RoundRef round : rounds) {
            json.raw(separator).raw("{\"round_no\":").number(round.number());
            json.raw(",\"round_id\":").text(round.id().toString());
            json.raw(",\"status\":").text(WireWords.of(round.state())).raw("}");
            separator = ",";
        }
        json.raw("],\"created_at\":").text(Timestamps.seconds(item.createdAt())).raw("}");
    }

    static Answer chat(TenantChat chat) {
        ChatView view = chat.chat();
        JsonPieces json = Answer.begin();
        json.raw("{\"chat_id\":").text(view.id().toString());
        json.raw(",\"profile_id\":").text(view.profile().toString());
        ChatDocument.addSummary(json, view.profileSummary());
        json.raw(",\"store_id\":")
                .text(view.store() == null ? null : view.store().value());
        json.raw(",\"created_at\":").text(Timestamps.seconds(view.createdAt()));
        json.raw(",\"session\":");
        addSession(json, chat.session());
        json.raw(",\"rounds\":[");
        for (int i = 0; i < view.rounds().size(); i++) {
            json.raw(i == 0 ? "" : ",");
            addRound(json, view.rounds().get(i), chat.runs().get(i));
        }
        return Answer.end(json.raw("]}"));
    }

    private static void addSession(JsonPieces json, TenantChat.@Nullable Session session) {
        if (session == null) {
            json.raw("null");
            return;
        }
        ChatSession.Ending ending = session.ending();
        json.raw("{\"session_id\":").text(session.id().toString());
        json.raw(",\"ended_at\":").text(ending == null ? null : Timestamps.seconds(ending.at()));
        json.raw(",\"reason\":")
                .text(ending == null ? null : WireWords.of(ending.reason()))
                .raw("}");
    }

    private static void addRound(JsonPieces json, RoundView round, TenantChat.Run run) {
        json.raw("{");
        ChatDocument.addHead(json, round);
        json.raw(",\"refined\":").number(run.number());
        json.raw(",\"latencies\":{");
        Map<PipelineStep, Duration> latencies = run.latencies();
        for (PipelineStep step : PipelineStep.values()) {
            addMillis(json.raw("\"step").number(step.number()).raw("_ms\":"), latencies.get(step));
            json.raw(",");
        }
        addMillis(json.raw("\"total_ms\":"), run.duration().orElse(null));
        json.raw("}");
        ChatDocument.addStored(json, round);
        json.raw("}");
        String separator = ",\"raw\":{";
        for (PipelineStep step : PipelineStep.values()) {
            JsonFragment output = run.output().get(step);
            json.raw(separator).raw("\"step").number(step.number()).raw("\":");
            ChatDocument.addOr(json, output, "null");
            separator = ",";
        }
        json.raw("},\"upstream\":");
        ChatDocument.addOr(json, run.upstream(), "null");
        ChatDocument.addError(json, round);
        json.raw("}");
    }

    private static void addMillis(JsonPieces json, @Nullable Duration duration) {
        json.raw(duration == null ? "null" : Long.toString(duration.toMillis()));
    }
}
