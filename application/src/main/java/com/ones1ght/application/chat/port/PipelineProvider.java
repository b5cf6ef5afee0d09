package com.ones1ght.application.chat.port;

/**
 * Registers a model backend under a name, by which {@code ones1ght.llm} and the models of tenants choose it. Providers
 * are found by {@link java.util.ServiceLoader}: a public class with a public constructor without parameters, named in
 * {@code META-INF/services/com.ones1ght.application.chat.port.PipelineProvider} of its jar.
 */
public interface PipelineProvider {

    /** The backend's name: 1 to 32 lower-case letters, digits and hyphens, and always the same. */
    String name();

    /**
     * Creates a pipeline. Called once for the installation if {@code ones1ght.llm} is this backend, and for each tenant
     * model of this backend when it is first needed, after a change, and after a period without use. Must not connect to
     * the backend: each step finds out whether it is available.
     *
     * @throws RuntimeException when the setup is invalid; the message is for operators. For the installation's pipeline
     *     the start fails, for a tenant's the run fails at its deadline
     */
    RecommendationPipeline create(PipelineSetup setup);
}
