package com.ones1ght.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Renders the Kustomize folders as {@code kubectl apply -k} does. */
@ExtendWith(RequiredTool.Kubectl.class)
class KustomizeIT {

    /** Helm's own, and what only one of both can have. */
    private static final Set<String> OF_HELM =
            Set.of("app.kubernetes.io/managed-by", "app.kubernetes.io/version", "helm.sh/chart", "checksum/settings");

    @Test
    void baseShouldRunTheNodesAsTheImagePromises() throws Exception {
        Promises.assertKept(rendered("base"));
    }

    @Test
    void baseAndMonitorShouldBeWhatTheChartRenders() throws Exception {
        Map<String, JsonNode> chart = HelmChartIT.rendered("base").trees();
        Map<String, JsonNode> base = rendered("monitoring").trees();

        assertThat(base.keySet()).isEqualTo(chart.keySet());
        assertThat(base).allSatisfy((kind, tree) -> assertThat(common(tree)).isEqualTo(common(chart.get(kind))));
    }

    @Test
    void exampleShouldChangeOnlyWhatAnInstallationSets() throws Exception {
        KubernetesObjects objects = rendered("example");

        Promises.assertKept(objects);
        assertThat(objects.all())
                .allSatisfy(object ->
                        assertThat(object.getMetadata().getNamespace()).isEqualTo("shop"));
        assertThat(objects.get(ConfigMap.class).getData())
                .containsEntry("ONES1GHT_LLM", "openai")
                .containsEntry("ONES1GHT_HTTP_DRAIN", "PT10S");
        assertThat(objects.get(Deployment.class)
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .get(0)
                        .getImage())
                .isEqualTo("registry.example/ones1ght-gateway:1.0.0");
    }

    private static KubernetesObjects rendered(String folder) throws IOException {
        return KubernetesObjects.read(Command.output(List.of(
                RequiredTool.KUBECTL.executable().orElseThrow().toString(),
                "kustomize",
                "src/main/kustomize/" + folder)));
    }

    /** Without what only Helm adds, and without the hash in the name of a generated ConfigMap. */
    private static JsonNode common(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode common = object.objectNode();
            object.properties().stream()
                    .filter(field -> !OF_HELM.contains(field.getKey()))
                    .forEach(field -> common.set(field.getKey(), common(field.getValue())));
            if (common.path("annotations").isEmpty()) {
                common.remove("annotations");
            }
            return common;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode common = array.arrayNode();
            array.forEach(element -> common.add(common(element)));
            return common;
        }
        return node.isTextual()
                ? TextNode.valueOf(node.textValue().replaceFirst("^ones1ght-[a-z0-9]{10}$", "ones1ght"))
                : node;
    }
}
