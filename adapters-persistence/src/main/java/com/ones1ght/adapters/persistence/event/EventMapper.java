package com.ones1ght.adapters.persistence.event;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.chat.ChatView.ProfileSummary;
import com.ones1ght.application.event.LoggedEvent;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.signage.port.SignageTrigger;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.event.EventId;
import com.ones1ght.domain.event.EventType;
import com.ones1ght.domain.event.Passage;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.StoreId;
import com.ones1ght.domain.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Rows to events and deliveries. */
final class EventMapper {

    private EventMapper() {}

    /** An event, joined with the columns of its profile, and {@code known_profile}, which is null when it is gone. */
    static LoggedEvent logged(ResultSet row) throws SQLException {
        return new LoggedEvent(row.getLong("event_no"), event(row), summary(row), Sql.instant(row, "created_at"));
    }

    static Event event(ResultSet row) throws SQLException {
        return new Event(
                new EventId(Sql.uuid(row, "id")),
                new TenantId(Sql.uuid(row, "tenant_id")),
                new ProfileId(Sql.uuid(row, "profile_id")),
                new ChatId(Sql.uuid(row, "chat_id")),
                new RoundId(Sql.uuid(row, "round_id")),
                row.getString("rec_id"),
                EventType.valueOf(row.getString("type")),
                row.getString("payload"),
                row.getString("forgotten"),
                row.getString("product_facts"),
                row.getString("analyst_comment"),
                Sql.instant(row, "occurred_at"));
    }

    private static @Nullable ProfileSummary summary(ResultSet row) throws SQLException {
        if (row.getObject("known_profile") == null) {
            return null;
        }
        String locale = row.getString("locale");
        return new ProfileSummary(
                row.getString("name"),
                row.getString("gender"),
                Sql.longOrNull(row, "age"),
                locale == null ? null : Language.ofCode(locale).orElse(null));
    }

    /** A delivery, joined with {@code tenant_code} and the tenant's {@code signage_timeout_seconds}. */
    static SignageTrigger trigger(ResultSet row) throws SQLException {
        Long signageNo = Sql.longOrNull(row, "signage_no");
        Long stay = Sql.longOrNull(row, "signage_timeout_seconds");
        String language = row.getString("language");
        return new SignageTrigger(
                Sql.uuid(row, "id"),
                row.getString("tenant_code"),
                new StoreId(row.getString("store_id")),
                Passage.valueOf(row.getString("passage")),
                new ProfileId(Sql.uuid(row, "profile_id")),
                new ChatId(Sql.uuid(row, "chat_id")),
                new RoundId(Sql.uuid(row, "round_id")),
                signageNo == null ? null : signageNo.intValue(),
                JsonFragment.of(row.getString("items")),
                Sql.fragmentOrNull(row, "forgotten"),
                language == null ? null : Language.valueOf(language),
                Sql.instant(row, "occurred_at"),
                stay == null ? null : Duration.ofSeconds(stay));
    }
}
