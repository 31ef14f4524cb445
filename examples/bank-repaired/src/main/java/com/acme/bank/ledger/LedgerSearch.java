package com.acme.bank.ledger;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Search over ledger entries with flexible filters.
 */
@Repository
public class LedgerSearch {

    private final JdbcTemplate jdbcTemplate;
    private final EntityManager entityManager;

    public LedgerSearch(JdbcTemplate jdbcTemplate, EntityManager entityManager) {
        this.jdbcTemplate = jdbcTemplate;
        this.entityManager = entityManager;
    }

    /**
     * Finds entry ids for an account with the given reference, if one is given.
     */
    public List<Long> findIds(String account, String reference, EntrySort sort) {
        StringBuilder sql = new StringBuilder("SELECT id FROM ledger_entry WHERE account = ?");
        List<Object> arguments = new ArrayList<>(List.of(account));
        if (reference != null) {
            sql.append(" AND reference = ?");
            arguments.add(reference);
        }
        sql.append(" ORDER BY ").append(sort.orderBy());
        return jdbcTemplate.queryForList(sql.toString(), Long.class, arguments.toArray());
    }

    /**
     * Returns the balance of an account.
     */
    public BigDecimal balance(String account) {
        return entityManager
                .createQuery("select sum(e.amount) from LedgerEntry e where e.account = :account", BigDecimal.class)
                .setParameter("account", account)
                .getSingleResult();
    }
}
