package com.ones1ght.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeStateTest {

    private final NodeState node = new NodeState();

    @Test
    void nodeThatStartsShouldNeitherServeNorBeReady() {
        assertThat(node.isServing()).isFalse();
        assertThat(node.isReady()).isFalse();
    }

    @Test
    void nodeThatDrainsShouldServeWithoutBeingReady() {
        node.ready();
        assertThat(node.isServing()).isTrue();
        assertThat(node.isReady()).isTrue();

        node.drain();

        assertThat(node.isServing()).isTrue();
        assertThat(node.isReady()).isFalse();
    }

    @Test
    void nodeThatStopsShouldNotServeAgain() {
        node.ready();
        node.stop();

        node.ready();
        node.drain();

        assertThat(node.isServing()).isFalse();
        assertThat(node.isReady()).isFalse();
    }

    @Test
    void nodeThatIsStoppedDuringItsStartShouldNotServe() {
        node.stop();
        node.ready();

        assertThat(node.isServing()).isFalse();
    }

    @Test
    void stopShouldBeToldOnce() {
        List<String> told = new ArrayList<>();
        node.ready();
        node.onStop(() -> told.add("before"));

        node.drain();
        assertThat(told).isEmpty();
        node.stop();
        node.stop();
        node.onStop(() -> told.add("after"));

        assertThat(told).containsExactly("before", "after");
    }
}
