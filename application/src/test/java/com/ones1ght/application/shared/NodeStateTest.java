package com.ones1ght.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeStateTest {

    private final NodeState node = new NodeState();

    @Test
    void nodeThatStartsShouldNeitherServeNorBeReady() {
        assertThat(node.phase()).isEqualTo(NodeState.Phase.STARTING);
        assertThat(node.isServing()).isFalse();
        assertThat(node.isReady()).isFalse();
    }

    @Test
    void nodeThatWarmsUpShouldServeWithoutBeingReady() {
        node.ready();
        assertThat(node.isServing()).as("its start is not complete").isFalse();

        node.serve();
        assertThat(node.phase()).isEqualTo(NodeState.Phase.WARMING_UP);
        assertThat(node.isServing()).isTrue();
        assertThat(node.isReady()).isFalse();

        node.ready();
        assertThat(node.phase()).isEqualTo(NodeState.Phase.SERVING);
        assertThat(node.isReady()).isTrue();
    }

    @Test
    void nodeThatDrainsWhileItWarmsUpShouldNotBecomeReady() {
        node.serve();
        node.drain();

        node.ready();

        assertThat(node.isServing()).isTrue();
        assertThat(node.isReady()).isFalse();
    }

    @Test
    void nodeThatDrainsShouldServeWithoutBeingReady() {
        node.serve();
        node.ready();
        assertThat(node.isServing()).isTrue();
        assertThat(node.isReady()).isTrue();

        node.drain();

        assertThat(node.isServing()).isTrue();
        assertThat(node.isReady()).isFalse();
    }

    @Test
    void nodeThatStopsShouldNotServeAgain() {
        node.serve();
        node.ready();
        node.stop();

        node.serve();
        node.ready();
        node.drain();

        assertThat(node.isServing()).isFalse();
        assertThat(node.isReady()).isFalse();
    }

    @Test
    void nodeThatIsStoppedDuringItsStartShouldNotServe() {
        node.stop();
        node.serve();
        node.ready();

        assertThat(node.isServing()).isFalse();
    }

    @Test
    void stopShouldBeToldOnce() {
        List<String> told = new ArrayList<>();
        node.serve();
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
