package com.ones1ght.application.chat.port;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.shared.port.ContractRun;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.StoreId;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of pipelines notices what is wrong, and says it. */
class WrongPipelinesTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(300);

    private static Function<Boolean, RecommendationPipeline> pipelines = RightPipeline::new;
    private static Duration patience = LONG;

    static final class UnderContract implements RecommendationPipelineContract {

        @Override
        public RecommendationPipeline pipeline() {
            return pipelines.apply(false);
        }

        @Override
        public RecommendationPipeline pipelineWithoutBackend() {
            return pipelines.apply(true);
        }

        @Override
        public PipelineRequest request(String requestId, Language language) {
            return new PipelineRequest(
                    requestId,
                    "demo",
                    new StoreId("main"),
                    language,
                    "soup",
                    "soup",
                    List.of(),
                    new ProfileDocument("{}"),
                    List.of());
        }

        @Override
        public int maxCalls() {
            return 8;
        }

        @Override
        public Duration patience() {
            return patience;
        }
    }

    @Test
    void aRightPipelineShouldPass() {
        pipelines = RightPipeline::new;
        patience = LONG;

        ContractRun run = ContractRun.of(UnderContract.class, "");

        assertThat(run.failures()).isEmpty();
        assertThat(run.tests()).isGreaterThanOrEqualTo(14);
    }

    @ParameterizedTest
    @EnumSource
    void aWrongPipelineShouldFailWithItsSentence(WrongPipeline wrong) {
        pipelines = wrong::pipeline;
        patience = wrong.sentence.contains(" within") ? SHORT : LONG;

        ContractRun run = ContractRun.of(UnderContract.class, wrong.test);

        assertThat(run.tests()).isPositive();
        assertThat(run.failures()).anySatisfy(said -> assertThat(said).contains(wrong.sentence));
    }
}
