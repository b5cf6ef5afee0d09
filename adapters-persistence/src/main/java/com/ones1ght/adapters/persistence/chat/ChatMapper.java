package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.adapters.persistence.shared.PackedTexts;
import com.ones1ght.adapters.persistence.shared.Row;
import com.ones1ght.adapters.persistence.shared.RunFailures;
import com.ones1ght.application.chat.ChatView.ProfileSummary;
import com.ones1ght.application.chat.RoundView;
import com.ones1ght.domain.chat.BackListStatus;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.Progress;
import com.ones1ght.domain.chat.Prompt;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.shared.Language;

/** Maps rows to chats and rounds. */
public final class ChatMapper {

    /** The columns of {@code round r} that {@link #round} and {@link #view} read, without the documents. */
    static final String ROUND_COLUMNS = """
            r.id AS round_id, r.round_no, r.run_no, r.prompt, r.language, r.state, r.done_steps, r.stopped,
            r.back_list_status, r.last_error, r.created_at AS round_created_at, r.updated_at,
            greatest(r.updated_at, r.list_changed_at) AS changed_at, r.version""";

    private ChatMapper() {}

    static Round round(Row row, ChatId chat) {
        return new Round(
                row.id("round_id", RoundId::new),
                chat,
                row.integer("round_no"),
                row.integer("run_no"),
                new Prompt(row.text("prompt")),
                row.constant("language", Language.class),
                row.constant("state", RoundState.class),
                progress(row),
                row.constantOrNull("back_list_status", BackListStatus.class),
                row.textOrNull("last_error", RunFailures::read),
                row.instant("round_created_at"),
                row.instant("updated_at"));
    }

    /** A row with {@link PackedTexts#COLUMNS} and the documents. */
    static RoundView view(Row row) {
        PackedTexts texts = PackedTexts.of(row);
        return new RoundView(
                row.id("round_id", RoundId::new),
                row.integer("round_no"),
                row.integer("run_no"),
                row.text("prompt"),
                row.instant("round_created_at"),
                row.instant("changed_at"),
                row.number("version"),
                row.constant("state", RoundState.class),
                progress(row),
                row.constantOrNull("back_list_status", BackListStatus.class),
                texts.jsonOrNull("todos"),
                texts.jsonOrNull("recommended_items"),
                texts.jsonOrNull("notifications"),
                row.jsonOrNull("guard"),
                row.textOrNull("last_error", RunFailures::read));
    }

    /** The columns {@code name}, {@code gender}, {@code age} and {@code locale} of a profile. */
    public static ProfileSummary summary(Row row) {
        return new ProfileSummary(
                row.textOrNull("name"),
                row.textOrNull("gender"),
                row.numberOrNull("age"),
                row.textOrNull("locale", locale -> Language.ofCode(locale).orElse(null)));
    }

    private static Progress progress(Row row) {
        return new Progress(row.integer("done_steps"), row.flag("stopped"));
    }
}
