package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.domain.recommendation.AnalystComments;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is noted of a recommendation, shown or not. */
record StoredNote(
        String recId,
        @Nullable String id,
        @Nullable String itemName,
        @Nullable String itemNameEn,
        @Nullable String analystComment) {

    static final StoredNote NONE = new StoredNote("", null, null, null, null);

    static List<StoredNote> of(AnalystComments comments) {
        return comments.byRecommendation().entrySet().stream()
                .map(comment -> new StoredNote(comment.getKey(), null, null, null, comment.getValue()))
                .toList();
    }

    /** The first note on a recommendation counts. */
    static Map<String, StoredNote> byRecommendation(@Nullable List<StoredNote> noted) {
        Map<String, StoredNote> notes = new LinkedHashMap<>();
        if (noted != null) {
            noted.forEach(note -> notes.putIfAbsent(note.recId(), note));
        }
        return notes;
    }

    static AnalystComments comments(Map<String, StoredNote> notes) {
        Map<String, String> comments = new HashMap<>();
        notes.forEach((recId, note) -> {
            if (note.analystComment() != null) {
                comments.put(recId, note.analystComment());
            }
        });
        return new AnalystComments(comments);
    }
}
