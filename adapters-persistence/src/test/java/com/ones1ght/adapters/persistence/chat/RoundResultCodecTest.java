package com.ones1ght.adapters.persistence.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.chat.port.ResultSamples;
import com.ones1ght.domain.recommendation.AnalystComments;
import com.ones1ght.domain.recommendation.RecommendedItem;
import com.ones1ght.domain.recommendation.RecommendedItems;
import com.ones1ght.domain.recommendation.RoundResult;
import com.ones1ght.domain.recommendation.SurfaceReason;
import com.ones1ght.domain.recommendation.UpsellItem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundResultCodecTest {

    private static RoundResult thereAndBack(RoundResult result) {
        @Nullable String[] written = RoundResultCodec.write(result);
        return RoundResultCodec.read(written[0], written[1], written[2]);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void valuesComeBackAsTheyWere(int steps) {
        assertThat(thereAndBack(ResultSamples.upToStep(steps))).isEqualTo(ResultSamples.upToStep(steps));
    }

    @Test
    void nothingIsWrittenForStepsWithoutValues() {
        assertThat(RoundResultCodec.write(null)).containsOnlyNulls();
        assertThat(RoundResultCodec.write(RoundResult.NONE)).containsOnlyNulls();
        assertThat(RoundResultCodec.read(null, null, null)).isEqualTo(RoundResult.NONE);
    }

    @Test
    void aLoneSurrogateOfAModelBecomesAQuestionMark() {
        UpsellItem item = new UpsellItem(
                "u", "r", ResultSamples.BAG.id(), "a\ud83c", null, SurfaceReason.UPSELL, null, null, null);
        RecommendedItems items = new RecommendedItems(
                List.of(new RecommendedItem(item, ResultSamples.BAG)), new AnalystComments(Map.of("r", "\ud83cb")));

        RecommendedItems back = thereAndBack(new RoundResult(null, items, null)).recommendedItems();

        assertThat(back).isNotNull();
        assertThat(back.items().get(0).item().itemName()).isEqualTo("a?");
        assertThat(back.analystComments().on("r")).contains("?b");
    }
}
