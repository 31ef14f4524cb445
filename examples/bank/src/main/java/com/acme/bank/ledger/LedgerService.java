package com.acme.bank.ledger;

import java.math.BigDecimal;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Posts double-entry bookings.
 */
@Service
public class LedgerService {

    private static final Logger log = LoggerFactory.getLogger(LedgerService.class);

    private final LedgerEntryRepository entries;

    public LedgerService(LedgerEntryRepository entries) {
        this.entries = entries;
    }

    /**
     * Moves money between two accounts.
     *
     * @return true if the transfer was booked
     */
    @Transactional
    public boolean transfer(String from, String to, BigDecimal amount, String reference) {
        try {
            entries.save(new LedgerEntry(from, amount.negate(), reference));
            entries.save(new LedgerEntry(to, amount, reference));
            return true;
        } catch (DataAccessException e) {
            log.error("Failed to book transfer: {}", e.getMessage());
            return false;
        }
    }

    public List<LedgerEntry> history(String account) {
        try {
            return entries.findByAccountOrderByCreatedAtDesc(account);
        } catch (Exception e) {
            log.warn("Could not load history", e);
            return List.of();
        }
    }
}
