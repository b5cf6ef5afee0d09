package com.ones1ght.adapters.llm.embedded;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Remembers the answers of a function that never changes, up to a number of them; then it begins anew. */
final class Memory<K, V> {

    private final int most;
    private final Map<K, V> known = new ConcurrentHashMap<>();

    Memory(int most) {
        this.most = most;
    }

    V get(K question, Function<K, V> function) {
        V answer = known.get(question);
        if (answer == null) {
            answer = function.apply(question);
            if (known.size() >= most) {
                known.clear();
            }
            known.put(question, answer);
        }
        return answer;
    }
}
