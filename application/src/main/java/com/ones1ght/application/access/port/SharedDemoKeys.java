package com.ones1ght.application.access.port;

import com.ones1ght.application.access.DemoKeys;

/** The keys of the demonstration that all nodes of an installation use. */
public interface SharedDemoKeys {

    /**
     * Agrees on keys with the other nodes: the first ones that any node proposes are those of all nodes from then on.
     *
     * @param proposed used if no node has proposed any before
     * @return the keys agreed on; the same for all callers, also for those that propose at the same time
     */
    DemoKeys agree(DemoKeys proposed);
}
