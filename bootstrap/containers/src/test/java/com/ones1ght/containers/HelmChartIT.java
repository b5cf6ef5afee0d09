package com.ones1ght.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Renders the chart as Helm does, with several values, and looks at what would be sent to a cluster. */
class HelmChartIT {

    private static final Path CHART = Path.of("src", "main", "helm", "ones1ght");

    @Test
    void chartShouldPassHelmsOwnLinter() {
        var result = new Helm(CHART).lint().strict().call();

        assertThat(result.isFailed())
                .as(String.join("\n", result.getMessages()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "base", "production", "single"})
    void whateverTheValuesTheNodesShouldRunAsTheImagePromises(String values) throws IOException {
        Promises.assertKept(rendered(values));
    }

    @Test
    void chartShouldDeployTheVersionOfThisBuild() throws IOException {
        assertThat(rendered("minimal")
                        .get(Deployment.class)
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .get(0)
                        .getImage())
                .isEqualTo("localhost/ones1ght-gateway:" + System.getProperty("containers.version"));
    }

    @Test
    void nothingOptionalShouldBeRenderedWhereItIsSwitchedOff() throws IOException {
        KubernetesObjects objects = rendered("single");

        assertThat(objects.kinds()).containsExactly("ConfigMap", "Deployment", "Service", "ServiceAccount");
        assertThat(objects.get(Deployment.class).getSpec().getReplicas()).isOne();
    }

    @Test
    void settingsAndSecretsShouldBecomeTheVariablesThatTheServerReads() throws IOException {
        KubernetesObjects objects = rendered("production");

        assertThat(objects.get(ConfigMap.class).getData())
                .containsEntry("ONES1GHT_DB_POOL_SIZE", "12")
                .containsEntry("ONES1GHT_STORE_API_URL", "https://store.example")
                .containsEntry("ONES1GHT_JVM_MAX_HEAP", "2g")
                .containsEntry("ONES1GHT_HTTP_DRAIN", "PT20S")
                .containsEntry("MP_JWT_VERIFY_ISSUER", "https://login.example");
        var gateway = objects.get(Deployment.class)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0);
        assertThat(gateway.getImage())
                .startsWith("registry.example/ones1ght-gateway@sha256:")
                .doesNotContain("SNAPSHOT");
        assertThat(gateway.getEnv())
                .extracting(
                        EnvVar::getName,
                        it -> it.getValueFrom().getSecretKeyRef().getName())
                .contains(tuple("ONES1GHT_OPENAI_API_KEY", "openai"), tuple("ONES1GHT_SECRETS_TWO_MAIN", "tenant-two"));
        assertThat(gateway.getEnvFrom().get(1).getSecretRef().getName()).isEqualTo("gateway");
    }

    @Test
    void nodesShouldBeAddedForWaitingRounds() throws IOException {
        HorizontalPodAutoscaler scaler = rendered("production").get(HorizontalPodAutoscaler.class);

        assertThat(scaler.getSpec().getMaxReplicas()).isEqualTo(30);
        MetricSpec waiting = scaler.getSpec().getMetrics().get(0);
        assertThat(waiting.getExternal().getMetric().getName()).isEqualTo("ones1ght_rounds_waiting");
        assertThat(waiting.getExternal().getTarget().getAverageValue().getNumericalAmount())
                .isEqualByComparingTo("50");
        assertThat(scaler.getSpec().getMetrics()).hasSize(1);
        assertThat(scaler.getSpec().getScaleTargetRef().getName()).isEqualTo("ones1ght");
    }

    @Test
    void trafficShouldBeRestrictedToWhatAnInstallationNames() throws IOException {
        NetworkPolicy policy = rendered("production").get(NetworkPolicy.class);

        assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(policy.getSpec().getIngress().get(0).getFrom()).hasSize(1);
        assertThat(policy.getSpec().getEgress())
                .extracting(rule -> rule.getPorts().stream()
                        .map(port -> port.getPort().getIntVal())
                        .distinct()
                        .toList()
                        .toString())
                .containsExactly("[53]", "[5432]", "[443, 8443]");
    }

    @Test
    void evictionsAndScrapesShouldFindTheNodes() throws IOException {
        KubernetesObjects objects = rendered("production");
        Map<String, String> labels = objects.get(Deployment.class)
                .getSpec()
                .getTemplate()
                .getMetadata()
                .getLabels();

        var budget = objects.get(PodDisruptionBudget.class).getSpec();
        assertThat(budget.getMaxUnavailable().getStrVal()).isEqualTo("34%");
        assertThat(labels).containsAllEntriesOf(budget.getSelector().getMatchLabels());
        ServiceMonitor monitor = objects.get(ServiceMonitor.class);
        assertThat(monitor.getMetadata().getLabels()).containsEntry("release", "prometheus");
        assertThat(objects.get(Service.class).getMetadata().getLabels())
                .containsAllEntriesOf(monitor.getSpec().getSelector().getMatchLabels());
        assertThat(monitor.getSpec().getEndpoints().get(0).getPort())
                .isEqualTo(
                        objects.get(Service.class).getSpec().getPorts().get(0).getName());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "database.url|jdbc:mysql://db/x|jdbc:postgresql:",
                "databse.url|x|databse",
                "maxHeap|lots|maxHeap",
                "settings.ones1ght\\.openai\\.api-key|sk-1|ones1ght.openai.api-key",
                "settings.ones1ght\\.system\\.key|x|ones1ght.system.key",
                "settings.ones1ght\\.http\\.port|9090|ones1ght.http.port",
                "settings.openai\\.url|https://x|openai.url",
                "strategy|Never|strategy",
            })
    void slipsInValuesShouldBeRefusedByName(String name, String value, String named) {
        assertThatThrownBy(() -> command("minimal").set(name, value).call()).hasMessageContaining(named);
    }

    @Test
    void valuesWithoutADatabaseShouldBeRefused() {
        assertThatThrownBy(() ->
                        new Helm(CHART).template().withKubeVersion("1.31.0").call())
                .hasMessageContaining("database");
    }

    @Test
    void bindingShouldRefuseWhatNoTypeHas() throws IOException {
        String rendered = command("minimal").call();

        assertThatThrownBy(() -> KubernetesObjects.read(rendered.replace("livenessProbe:", "livelinessProbe:")))
                .hasMessageContaining("livelinessProbe");
        assertThatThrownBy(() -> KubernetesObjects.read(rendered.replace("maxUnavailable: 1", "maxUnavailible: 1")))
                .hasMessageContaining("maxUnavailible");
        assertThatThrownBy(() -> KubernetesObjects.read(rendered.replace("autoscaling/v2", "autoscaling/v9")))
                .hasMessageContaining("autoscaling/v9");
        assertThatThrownBy(() -> KubernetesObjects.read(rendered.replace("containerPort: 8080", "containerPort: no")))
                .hasStackTraceContaining("containerPort");
    }

    static KubernetesObjects rendered(String values) throws IOException {
        return KubernetesObjects.read(command(values).call());
    }

    private static TemplateCommand command(String values) {
        return new Helm(CHART)
                .template()
                .withName("ones1ght")
                .withNamespace("shop")
                .withKubeVersion("1.31.0")
                .withValuesFile(Path.of("src", "test", "values", values + ".yaml"));
    }
}
