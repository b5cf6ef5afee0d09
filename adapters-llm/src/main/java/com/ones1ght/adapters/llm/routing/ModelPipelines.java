package com.ones1ght.adapters.llm.routing;

import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.domain.model.TenantModel;

/** Makes the pipeline that speaks with a model of a tenant. */
@FunctionalInterface
public interface ModelPipelines {

    /**
     * @param tenantCode whose model
     * @throws UnusableModelException when the operator does not allow where it is, or has not set what it needs
     */
    RecommendationPipeline of(String tenantCode, TenantModel model);
}
