package com.ones1ght.adapters.persistence.shared;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import javax.sql.DataSource;

/** Gives the container's transactions and connections to the repositories. */
@ApplicationScoped
public class SharedPersistence {

    @Resource(lookup = GatewayDataSource.NAME)
    private DataSource dataSource;

    @Resource
    private UserTransaction transaction;

    /** Follows the calling thread's transaction; safe to share. */
    @Produces
    @PersistenceContext(unitName = "ones1ght")
    private EntityManager entities;

    /** The unit of work is the same object. */
    @Produces
    @ApplicationScoped
    public Transactions transactions() {
        return new JtaTransactions(transaction);
    }

    /** Plain statements; stateless. */
    @Produces
    @Typed(Sql.class)
    public Sql sql() {
        return new Sql(dataSource);
    }
}
