package com.ones1ght.bootstrap.wiring;

import com.ones1ght.application.chat.port.PipelineProvider;
import com.ones1ght.domain.model.ModelBackend;
import com.ones1ght.domain.model.RegisteredBackends;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** The model backends of this installation by their names: the gateway's own, and those that teams provide. */
@ApplicationScoped
public class ModelBackends {

    static final String EMBEDDED = "embedded";
    static final String LLM_DEMO = "llm-demo";
    static final String OPENAI = "openai";

    private static final List<String> BUILT_IN = List.of(EMBEDDED, LLM_DEMO, OPENAI);
    private static final String PREFIX = "ones1ght.backends.";

    @Inject
    private Config config;

    private @Nullable ProvidedBackends provided;

    protected ModelBackends() {}

    ModelBackends(Config config) {
        this.config = config;
    }

    /** Those of the gateway first. */
    List<String> names() {
        return Stream.concat(BUILT_IN.stream(), provided().byName().keySet().stream())
                .toList();
    }

    @Produces
    RegisteredBackends registered() {
        return new RegisteredBackends(names().stream().map(ModelBackend::new).collect(Collectors.toSet()));
    }

    /** Whether a backend is not one of the gateway's own. */
    boolean isProvided(String name) {
        return provided().byName().containsKey(name);
    }

    /** @throws IllegalStateException when there is none of this name */
    PipelineProvider provider(String name) {
        return Optional.ofNullable(provided().byName().get(name))
                .orElseThrow(() -> new IllegalStateException(
                        "no backend " + name + " is registered; there are " + String.join(", ", names())));
    }

    /** A setting of a provided backend; blank counts as not set. */
    Optional<String> setting(String backend, String key) {
        return text(PREFIX + backend + "." + key);
    }

    /** Looked for when first asked, so that what is wrong is told as a reason why the start failed. */
    private synchronized ProvidedBackends provided() {
        if (provided == null) {
            provided = ProvidedBackends.load(text("ones1ght.backends.dir").map(Path::of), Set.copyOf(BUILT_IN));
        }
        return provided;
    }

    private Optional<String> text(String name) {
        return config.getOptionalValue(name, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }

    @PreDestroy
    synchronized void close() {
        if (provided != null) {
            provided.close();
        }
    }
}
