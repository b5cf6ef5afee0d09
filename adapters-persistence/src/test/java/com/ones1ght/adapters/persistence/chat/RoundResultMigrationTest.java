package com.ones1ght.adapters.persistence.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.persistence.shared.TestDatabase;
import com.ones1ght.domain.dietary.ProductDietaryData;
import com.ones1ght.domain.recommendation.Offer;
import com.ones1ght.domain.recommendation.OfferKind;
import com.ones1ght.domain.recommendation.RankedNotification;
import com.ones1ght.domain.recommendation.RecommendedItem;
import com.ones1ght.domain.recommendation.RoundOffers;
import com.ones1ght.domain.recommendation.RoundResult;
import com.ones1ght.domain.recommendation.SurfaceReason;
import com.ones1ght.domain.recommendation.TodoItem;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.Location;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The migration to result columns keeps what triggers and barcodes need of earlier rounds, except for U+0000. */
class RoundResultMigrationTest {

    private static final String SCHEMA = "before_round_results";

    private static final String CHAT = """
            INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, created_at)
            VALUES (gen_random_uuid(), 't', 't', 'ko', true, now());
            INSERT INTO profile (id, tenant_id, key_line_id, document, created_at, updated_at)
            SELECT gen_random_uuid(), id, gen_random_uuid(), '{}', now(), now() FROM tenant;
            INSERT INTO chat (id, tenant_id, profile_id, created_at)
            SELECT gen_random_uuid(), tenant_id, id, now() FROM profile;""";

    private static final String ROUND = """
            INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state, done_steps,
                               stopped, created_at, updated_at, todos, recommended_items, notifications, upsell_index,
                               back_list_index)
            SELECT gen_random_uuid(), tenant_id, profile_id, id, (SELECT count(*) + 1 FROM round), 0, 'p', 'KO',
                   'COMPLETED', 4, false, now(), now(), ?, ?, ?, ?, ? FROM chat""";

    private static final String DOCUMENT_OF_PRODUCT = """
            {"id":881,"name":"김 \\u0000","brand":null,"barcode":"4906028184943","price":3600.50,"price_unit":"₩",\
            "src_url":null,"quantity":3,"section_code":"PA","section_name":null,\
            "location":{"x":28,"y":22.794,"radius":0.5}}""";

    private static final Product PRODUCT = new Product(
            new ProductId(881),
            "김 \ufffd",
            null,
            null,
            "4906028184943",
            new BigDecimal("3600.50"),
            "₩",
            null,
            3,
            "PA",
            null,
            null,
            new Location(28, 22.794, 0.5),
            ProductDietaryData.UNKNOWN);

    private static final String TODOS = """
            {"recipe_title":"r","ingredients":[],"items":[{"quantity":2,"product":%s}],"total":7201}""".formatted(DOCUMENT_OF_PRODUCT);

    private static final String ITEMS = """
            [{"rec_id":"rec-1","reason":"cross-sell","reason_detail":{"ko":"k","en":"e","ja":"j"},\
            "reason_detail_marketing":{"ko":"","en":"","ja":""},"product":%s}]""".formatted(DOCUMENT_OF_PRODUCT);

    private static final String NOTIFICATIONS = """
            {"ad":{"signage":{"x":4,"y":1,"radius":2},"items":[{"item_id":881,"rec_id":"rec-2","item_name":"간장",\
            "item_name_en":"Soy","brand":"B","zone_id":12,"zone_name":"Z","type":"ads","discount_pct":5,\
            "applied_score":0.85,"priority_score":null,"method":"m","reason_type":"t",\
            "reason_detail":{"ko":"k","en":"e","ja":"j"},"reason_detail_marketing":{"ko":"","en":"","ja":""},\
            "rank":1,"price":3600.50,"price_unit":"₩","product":%s}]},"coupon":[{"item_id":null,"rec_id":"rec-3",\
            "item_name":null,"item_name_en":null,"brand":null,"zone_id":null,"zone_name":null,"type":"coupon",\
            "discount_pct":null,"applied_score":null,"priority_score":null,"method":null,"reason_type":null,\
            "reason_detail":{"ko":"","en":"","ja":""},"reason_detail_marketing":{"ko":"","en":"","ja":""},\
            "rank":1,"price":null,"price_unit":null,"product":null,"location":null}]}""".formatted(DOCUMENT_OF_PRODUCT);

    private static final String UPSELL_INDEX = """
            [{"rec_id":"rec-1","id":"up-1","item_name":"x","item_name_en":"y","analyst_comment":"why 1"},\
            {"rec_id":"rec-9","id":"up-9","item_name":null,"item_name_en":null,"analyst_comment":"why 9"}]""";

    private static final String BACK_LIST_INDEX = """
            [{"rec_id":"rec-2","analyst_comment":"why 2"},{"rec_id":"rec-3","analyst_comment":null}]""";

    private static void migrate(String target) {
        Flyway.configure(RoundResultMigrationTest.class.getClassLoader())
                .dataSource(TestDatabase.shared().server())
                .locations("classpath:db/migration")
                .schemas(SCHEMA)
                .target(target)
                .load()
                .migrate();
    }

    private static void insert(Connection connection, @Nullable String... documents) throws SQLException {
        try (PreparedStatement round = connection.prepareStatement(ROUND)) {
            for (int i = 0; i < documents.length; i++) {
                round.setString(i + 1, documents[i]);
            }
            round.executeUpdate();
        }
    }

    private static List<RoundResult> migrated() throws SQLException {
        migrate("12");
        try (Connection connection = TestDatabase.shared().server().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path TO " + SCHEMA);
            statement.execute(CHAT);
            insert(connection, TODOS, ITEMS, NOTIFICATIONS, UPSELL_INDEX, BACK_LIST_INDEX);
            insert(connection, TODOS, ITEMS, NOTIFICATIONS, null, null);
            insert(connection, null, null, null, null, null);
            migrate("latest");
            List<RoundResult> results = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("SELECT * FROM round r ORDER BY r.round_no")) {
                while (rows.next()) {
                    results.add(RunCodec.readResult(new RunCodec.Documents(
                            rows.getString("todo_result"),
                            rows.getString("recommended_result"),
                            rows.getString("notification_result"),
                            rows.getString("guard_result"))));
                }
            }
            statement.execute("DROP SCHEMA " + SCHEMA + " CASCADE");
            return results;
        }
    }

    @Test
    void valuesOfEarlierRoundsShouldBeMigrated() throws SQLException {
        List<RoundResult> results = migrated();

        assertThat(results.get(0).todos()).containsExactly(new TodoItem(2, PRODUCT));
        RoundOffers offers = results.get(0).offers();
        RecommendedItem item = item(offers, "up-1");
        assertThat(item.product()).isEqualTo(PRODUCT);
        assertThat(item.item().recommendationId()).isEqualTo("rec-1");
        assertThat(item.item().itemName()).isEqualTo("x");
        assertThat(item.item().itemNameEn()).isEqualTo("y");
        assertThat(item.item().reason()).isEqualTo(SurfaceReason.CROSS_SELL);
        assertThat(item.item().reasonDetail()).isEqualTo(new LocalizedText("k", "e", "j"));
        RankedNotification ad = offers.ads().get(0);
        assertThat(ad.product()).isEqualTo(PRODUCT);
        assertThat(ad.recommendation().productId()).isEqualTo(PRODUCT.id());
        assertThat(ad.recommendation().itemName()).isEqualTo("간장");
        assertThat(ad.recommendation().zoneId()).isEqualTo(12);
        assertThat(ad.recommendation().appliedScore()).isEqualTo("0.85");
        assertThat(offers.find(OfferKind.COUPON, "rec-3"))
                .map(Offer::recommendationId)
                .contains("rec-3");
        assertThat(offers.analystComment(OfferKind.RECOMMENDATION, "rec-1")).contains("why 1");
        assertThat(offers.analystComment(OfferKind.RECOMMENDATION, "rec-9")).contains("why 9");
        assertThat(offers.analystComment(OfferKind.AD, "rec-2")).contains("why 2");
        assertThat(offers.analystComment(OfferKind.COUPON, "rec-3")).isEmpty();

        RoundOffers withoutNotes = results.get(1).offers();
        assertThat(item(withoutNotes, "rec-1").item().itemName()).isNull();
        assertThat(withoutNotes.analystComment(OfferKind.AD, "rec-2")).isEmpty();

        assertThat(results.get(2)).isEqualTo(RoundResult.NONE);
    }

    private static RecommendedItem item(RoundOffers offers, String name) {
        return (RecommendedItem) offers.find(OfferKind.RECOMMENDATION, name).orElseThrow();
    }
}
