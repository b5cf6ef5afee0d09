package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.adapters.persistence.shared.RunFailures;
import com.ones1ght.adapters.persistence.shared.Sql;
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
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Maps rows to chats and rounds. */
final class ChatMapper {

    /** The columns of {@code round r} that {@link #round} and {@link #view} read, without the documents. */
    static final String ROUND_COLUMNS = """
            r.id AS round_id, r.round_no, r.run_no, r.prompt, r.language, r.state, r.done_steps, r.stopped,
            r.back_list_status, r.last_error, r.created_at AS round_created_at, r.updated_at""";

    private ChatMapper() {}

    static Round round(ResultSet row, ChatId chat) throws SQLException {
        return new Round(
                new RoundId(Sql.uuid(row, "round_id")),
                chat,
                row.getInt("round_no"),
                row.getInt("run_no"),
                new Prompt(row.getString("prompt")),
                Language.valueOf(row.getString("language")),
                RoundState.valueOf(row.getString("state")),
                progress(row),
                backListStatus(row),
                RunFailures.read(row.getString("last_error")),
                Sql.instant(row, "round_created_at"),
                Sql.instant(row, "updated_at"));
    }

    static RoundView view(ResultSet row) throws SQLException {
        return new RoundView(
                new RoundId(Sql.uuid(row, "round_id")),
                row.getInt("round_no"),
                row.getString("prompt"),
                Sql.instant(row, "round_created_at"),
                Sql.instant(row, "updated_at"),
                RoundState.valueOf(row.getString("state")),
                progress(row),
                backListStatus(row),
                Sql.fragmentOrNull(row, "todos"),
                Sql.fragmentOrNull(row, "recommended_items"),
                Sql.fragmentOrNull(row, "notifications"),
                RunFailures.read(row.getString("last_error")));
    }

    /** The columns {@code name}, {@code gender}, {@code age} and {@code locale} of a profile. */
    static ProfileSummary summary(ResultSet row) throws SQLException {
        String locale = row.getString("locale");
        return new ProfileSummary(
                row.getString("name"),
                row.getString("gender"),
                Sql.longOrNull(row, "age"),
                locale == null ? null : Language.ofCode(locale).orElse(null));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        return new Progress(row.getInt("done_steps"), row.getBoolean("stopped"));
    }

    private static @Nullable BackListStatus backListStatus(ResultSet row) throws SQLException {
        String name = row.getString("back_list_status");
        return name == null ? null : BackListStatus.valueOf(name);
    }
}
