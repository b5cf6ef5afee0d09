package com.ones1ght.adapters.rest.event;

import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.adapters.rest.shared.JsonCuts;
import com.ones1ght.adapters.rest.shared.JsonPieces;
import com.ones1ght.adapters.rest.shared.Timestamps;
import com.ones1ght.adapters.rest.shared.WireWords;
import com.ones1ght.application.chat.ChatView.ProfileSummary;
import com.ones1ght.application.event.EventPage;
import com.ones1ght.application.event.LoggedEvent;
import com.ones1ght.application.event.TriggerPositionUseCase;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.event.EventId;
import com.ones1ght.domain.event.Passage;
import com.ones1ght.domain.shared.Language;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Events on the wire. Clients' data is returned unchanged, so no record maps it. */
final class EventReplies {

    private static final String FORGOTTEN = "forgotten";

    private EventReplies() {}

    /** @param action omitted if null */
    static Answer accepted(List<EventId> events, @Nullable Passage action) {
        JsonPieces json = Answer.begin().raw("{");
        addAccepted(json, events);
        if (action != null) {
            json.raw(",\"action\":").text(WireWords.of(action));
        }
        return Answer.end(json.raw("}"));
    }

    static Answer moved(TriggerPositionUseCase.Moved moved) {
        JsonPieces json = Answer.begin().raw("{\"entered\":").raw(numbers(moved.entered()));
        json.raw(",\"left\":").raw(numbers(moved.left())).raw(",");
        addAccepted(json, moved.events());
        return Answer.end(json.raw("}"));
    }

    private static void addAccepted(JsonPieces json, List<EventId> events) {
        json.raw("\"event_ids\":[");
        String separator = "";
        for (EventId event : events) {
            json.raw(separator).text(event.toString());
            separator = ",";
        }
        json.raw("],\"accepted\":true");
    }

    private static String numbers(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    static Answer accepted(EventId event) {
        return Answer.end(
                Answer.begin().raw("{\"event_id\":").text(event.toString()).raw(",\"accepted\":true}"));
    }

    /** A page for the shopper's app, without the analyst comments. */
    static Answer ofProfile(EventPage page) {
        return page(page, EventReplies::addForClient);
    }

    /** A page for the tenant. */
    static Answer ofTenant(EventPage page) {
        return page(page, EventReplies::addForTenant);
    }

    private static Answer page(EventPage page, BiConsumer<JsonPieces, LoggedEvent> add) {
        JsonPieces json = Answer.begin().raw("{\"items\":[");
        String separator = "";
        for (LoggedEvent logged : page.items()) {
            json.raw(separator);
            add.accept(json, logged);
            separator = ",";
        }
        return Answer.endPage(json, page.total(), page.request());
    }

    private static void addForClient(JsonPieces json, LoggedEvent logged) {
        Event event = logged.event();
        json.raw("{\"event_id\":").text(event.id().toString());
        json.raw(",\"type\":").text(event.type().name());
        addWhat(json, event);
        addEnd(json, logged);
    }

    static void addForTenant(JsonPieces json, LoggedEvent logged) {
        Event event = logged.event();
        json.raw("{\"event_id\":").text(event.id().toString());
        json.raw(",\"type\":").text(event.type().name());
        json.raw(",\"profile_id\":").text(event.profile().toString());
        json.raw(",\"profile_summary\":");
        addSummary(json, logged.profile());
        addWhat(json, event);
        if (event.analystComment() != null) {
            json.raw(",\"analyst_comment\":").text(event.analystComment());
        }
        if (event.forgotten() != null) {
            json.raw(",\"forgotten\":").raw(event.forgotten());
        }
        addEnd(json, logged);
    }

    private static void addWhat(JsonPieces json, Event event) {
        json.raw(",\"chat_id\":").text(event.chat().toString());
        json.raw(",\"round_id\":").text(event.round().toString());
        json.raw(",\"rec_id\":").text(event.recId());
        json.raw(",\"payload\":").raw(payload(event));
    }

    private static void addEnd(JsonPieces json, LoggedEvent logged) {
        json.raw(",\"created_at\":")
                .text(Timestamps.seconds(logged.createdAt()))
                .raw("}");
    }

    private static void addSummary(JsonPieces json, @Nullable ProfileSummary summary) {
        if (summary == null) {
            json.raw("null");
            return;
        }
        Language locale = summary.locale();
        json.raw("{\"name\":").text(summary.name());
        json.raw(",\"gender\":").text(summary.gender());
        json.raw(",\"age\":").raw(String.valueOf(summary.age()));
        json.raw(",\"locale\":").text(locale == null ? null : locale.code()).raw("}");
    }

    /** The item's fields and what was forgotten. */
    private static String payload(Event event) {
        if (event.forgotten() == null) {
            return event.payload();
        }
        Map<String, String> fields = JsonCuts.fields(event.payload());
        fields.put(FORGOTTEN, event.forgotten());
        return JsonCuts.object(fields);
    }
}
