package com.ones1ght.adapters.llm.routing;

import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.domain.model.TenantModel;

/** Creates the pipeline of a tenant's model. */
@FunctionalInterface
public interface ModelPipelines {

    /**
     * @param tenantCode the tenant that owns the model
     * @throws UnusableModelException if the operator does not permit its URL, or has not set its credential
     */
    RecommendationPipeline of(String tenantCode, TenantModel model);
}
