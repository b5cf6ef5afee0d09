package com.ones1ght.adapters.persistence.idempotency;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.idempotency.port.Answers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Provides the stored answers of idempotent requests. */
@ApplicationScoped
public class IdempotencyPersistence {

    @Produces
    @ApplicationScoped
    public Answers answers(Sql sql) {
        return new SqlAnswers(sql);
    }
}
