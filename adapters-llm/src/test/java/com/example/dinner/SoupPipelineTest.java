package com.example.dinner;

import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.application.chat.port.RecommendationPipelineContract;
import com.ones1ght.application.store.port.FakeStoreCatalog;
import com.ones1ght.application.store.port.StoreFixtures;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.shared.Language;
import java.util.List;

public class SoupPipelineTest implements RecommendationPipelineContract {

    @Override
    public RecommendationPipeline pipeline() {
        return new SoupPipeline(StoreFixtures.aShop());
    }

    @Override
    public RecommendationPipeline pipelineWithoutBackend() {
        FakeStoreCatalog unavailable = StoreFixtures.aShop();
        unavailable.goAway();
        return new SoupPipeline(unavailable);
    }

    @Override
    public PipelineRequest request(String requestId, Language language) {
        return new PipelineRequest(
                requestId,
                "demo",
                StoreFixtures.CORNER_SHOP,
                language,
                "soup",
                "soup",
                List.of(),
                new ProfileDocument("{}"),
                List.of());
    }
}
