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
     * Makes a pipeline. Called once for the installation if {@code ones1ght.llm} is this backend, and for each model of a
     * tenant that names it when it is first needed, again after it was changed or has not been used for a while. Connects
     * to nothing: whether the backend is there is asked step by step.
     *
     * @throws RuntimeException when the setup cannot work; the message tells operators why. For the installation's
     *     pipeline it stops the start, for a tenant's the run fails at its deadline
     */
    RecommendationPipeline create(PipelineSetup setup);
}
