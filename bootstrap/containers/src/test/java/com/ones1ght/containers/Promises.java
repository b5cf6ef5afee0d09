package com.ones1ght.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What any Deployment of the image has to say, by chart or by Kustomize. */
final class Promises {

    /** The launcher kills a server that stops for longer than this after the drain, and ends itself then. */
    private static final Duration LAUNCHERS_GRACE = Duration.ofSeconds(20);

    private Promises() {}

    static void assertKept(KubernetesObjects objects) {
        PodSpec pod = objects.get(Deployment.class).getSpec().getTemplate().getSpec();
        Container gateway = pod.getContainers().get(0);
        assertAsTheImage(pod, gateway);
        assertConfined(pod, gateway);
        assertProbed(gateway);
        assertSettingsExist(objects, gateway);
        assertStopsInTime(objects, pod);
        assertSelected(objects);
    }

    private static void assertAsTheImage(PodSpec pod, Container gateway) {
        assertThat(gateway.getPorts()).hasSize(1).first().satisfies(port -> {
            assertThat(port.getName()).isEqualTo("http");
            assertThat(port.getContainerPort()).isEqualTo(Containerfile.port());
        });
        assertThat(pod.getSecurityContext().getRunAsUser()).isEqualTo(Containerfile.user());
        assertThat(pod.getSecurityContext().getRunAsGroup()).isEqualTo(Containerfile.group());
        // All that is writable.
        assertThat(gateway.getVolumeMounts())
                .extracting(VolumeMount::getMountPath)
                .containsExactlyInAnyOrder(Containerfile.volume(), "/tmp");
        assertThat(Containerfile.environment()).containsEntry("ONES1GHT_DATA_DIR", Containerfile.volume());
        assertThat(pod.getVolumes())
                .allSatisfy(volume ->
                        assertThat(volume.getEmptyDir().getSizeLimit()).isNotNull());
    }

    private static void assertConfined(PodSpec pod, Container gateway) {
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        // A Service "ones1ght" would give the variables ONES1GHT_PORT and ONES1GHT_SERVICE_HOST.
        assertThat(pod.getEnableServiceLinks()).isFalse();
        assertThat(gateway.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(gateway.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(gateway.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(gateway.getResources().getRequests()).containsKeys("cpu", "memory");
        assertThat(gateway.getResources().getLimits()).containsKey("memory");
        assertThat(pod.getTopologySpreadConstraints()).hasSize(2);
    }

    private static void assertProbed(Container gateway) {
        assertThat(Map.of(
                        "/health/started", gateway.getStartupProbe(),
                        "/health/live", gateway.getLivenessProbe(),
                        "/health/ready", gateway.getReadinessProbe()))
                .allSatisfy((path, probe) -> {
                    HTTPGetAction asked = probe.getHttpGet();
                    assertThat(asked.getPath()).isEqualTo(path);
                    assertThat(asked.getPort().getStrVal()).isEqualTo("http");
                    // /health answers within two seconds, whatever the requests do.
                    assertThat(probe.getTimeoutSeconds()).isGreaterThan(2);
                });
        Probe start = gateway.getStartupProbe();
        assertThat(start.getPeriodSeconds() * start.getFailureThreshold()).isGreaterThanOrEqualTo(300);
    }

    private static void assertSettingsExist(KubernetesObjects objects, Container gateway) {
        Map<String, String> plain = objects.get(ConfigMap.class).getData();
        Set<String> variables = new HashSet<>(plain.keySet());
        assertThat(plain.keySet()).noneMatch(Settings::isSecret);
        gateway.getEnv().forEach(variable -> assertByReference(variable, variables));
        Settings.assertExist(variables);
        assertThat(variables).contains("ONES1GHT_DB_URL", "ONES1GHT_DB_USER", "ONES1GHT_DB_PASSWORD");
        assertThat(gateway.getEnvFrom().get(0).getConfigMapRef().getName())
                .isEqualTo(objects.get(ConfigMap.class).getMetadata().getName());
    }

    private static void assertByReference(EnvVar variable, Set<String> names) {
        assertThat(names.add(variable.getName()))
                .as("once: " + variable.getName())
                .isTrue();
        assertThat(variable.getValue()).as(variable.getName()).isNull();
        assertThat(variable.getValueFrom().getSecretKeyRef().getKey()).isNotBlank();
    }

    private static void assertStopsInTime(KubernetesObjects objects, PodSpec pod) {
        Duration drain = Duration.parse(objects.get(ConfigMap.class).getData().get("ONES1GHT_HTTP_DRAIN"));
        assertThat(Duration.ofSeconds(pod.getTerminationGracePeriodSeconds()))
                .isGreaterThanOrEqualTo(drain.plus(LAUNCHERS_GRACE).plusSeconds(5));
    }

    private static void assertSelected(KubernetesObjects objects) {
        Deployment deployment = objects.get(Deployment.class);
        Map<String, String> labels =
                deployment.getSpec().getTemplate().getMetadata().getLabels();
        Service service = objects.get(Service.class);
        assertThat(labels)
                .containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels());
        assertThat(labels).containsAllEntriesOf(service.getSpec().getSelector());
        assertThat(service.getSpec().getPorts().get(0).getTargetPort().getStrVal())
                .isEqualTo("http");
        assertThat(objects.all().stream()
                        .map(object -> object.getMetadata().getName())
                        .map(name -> name.replaceFirst("-[a-z0-9]{10}$", ""))
                        .collect(Collectors.toSet()))
                .hasSize(1);
    }
}
