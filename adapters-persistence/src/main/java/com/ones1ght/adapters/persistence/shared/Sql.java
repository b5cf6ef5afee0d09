package com.ones1ght.adapters.persistence.shared;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * SQL on the database. A statement takes part in the calling thread's transaction, or, outside of one, runs on a
 * connection of the pool. Thread-safe.
 */
public final class Sql {

    private final Connections connections;

    /** Texts are constants or a few variants of one, so that their number is bounded. */
    private final Map<String, SqlText> texts = new ConcurrentHashMap<>();

    public Sql(Connections connections) {
        this.connections = connections;
    }

    /**
     * A statement whose parameters are still to be bound.
     *
     * @param text SQL with parameters {@code :name}, or {@code :name.accessor} for a property of a value, such as
     *     {@code :round.progress.doneSteps}
     */
    public SqlStatement statement(String text) {
        SqlText known = texts.get(text);
        return new SqlStatement(connections, known == null ? texts.computeIfAbsent(text, SqlText::of) : known);
    }
}
