package com.ones1ght.containers;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Rendered manifests, each document bound to the Java type of its kind. Unlike a cluster's clients, the binding refuses
 * a field that the type does not have, a kind that nobody knows, and a key that occurs twice.
 */
final class KubernetesObjects {

    /** The types of the Kubernetes client take in unknown fields by "any setters". */
    private static final AnnotationIntrospector WITHOUT_ANY_SETTERS = new JacksonAnnotationIntrospector() {
        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    };

    private static final ObjectMapper STRICT = YAMLMapper.builder()
            .annotationIntrospector(WITHOUT_ANY_SETTERS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final KubernetesSerialization KINDS = new KubernetesSerialization();

    private final List<HasMetadata> objects = new ArrayList<>();
    private final Map<String, JsonNode> trees = new TreeMap<>();

    private KubernetesObjects() {}

    /**
     * Binds all documents.
     *
     * @throws IOException if one of them is not exactly what its type allows
     */
    static KubernetesObjects read(String yaml) throws IOException {
        KubernetesObjects read = new KubernetesObjects();
        try (var documents = STRICT.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            while (documents.hasNextValue()) {
                JsonNode tree = documents.nextValue();
                if (tree != null && !tree.isNull() && !tree.isEmpty()) {
                    read.add(tree);
                }
            }
        }
        return read;
    }

    private void add(JsonNode tree) throws IOException {
        Object typed = KINDS.unmarshal(tree.toString());
        if (!(typed instanceof HasMetadata object) || typed instanceof GenericKubernetesResource) {
            throw new IOException("Unknown kind: " + tree.path("apiVersion") + " " + tree.path("kind"));
        }
        objects.add(STRICT.treeToValue(tree, object.getClass()));
        if (trees.put(object.getKind(), tree) != null) {
            throw new IOException("Twice: " + object.getKind());
        }
    }

    /** The only object of a type. */
    <T extends HasMetadata> T get(Class<T> type) {
        return objects.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((one, other) -> {
                    throw new IllegalStateException("More than one " + type.getSimpleName());
                })
                .orElseThrow(() -> new IllegalStateException("No " + type.getSimpleName()));
    }

    List<String> kinds() {
        return objects.stream().map(HasMetadata::getKind).sorted().collect(Collectors.toList());
    }

    List<HasMetadata> all() {
        return List.copyOf(objects);
    }

    /** The documents as they were, by their kinds. */
    Map<String, JsonNode> trees() {
        return trees;
    }
}
