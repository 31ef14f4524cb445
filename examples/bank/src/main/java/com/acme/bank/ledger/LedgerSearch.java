package com.acme.bank.ledger;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
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
     * Finds entry ids for an account whose reference matches the given text.
     */
    public List<Long> findIds(String account, String reference, String sortBy) {
        StringBuilder sql = new StringBuilder("SELECT id FROM ledger_entry WHERE 1 = 1");
        if (account != null) {
            sql.append(" AND account = '").append(account).append("'");
        }
        if (reference != null) {
            sql.append(" AND reference LIKE '%").append(reference).append("%'");
        }
        sql.append(" ORDER BY ").append(sortBy);
        return jdbcTemplate.queryForList(sql.toString(), Long.class);
    }

    /**
     * Returns the balance of an account.
     */
    public BigDecimal balance(String account) {
        return entityManager
                .createQuery("select sum(e.amount) from LedgerEntry e where e.account = '" + account + "'", BigDecimal.class)
                .getSingleResult();
    }
}
