package com.acme.bank.ledger;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Posts double-entry bookings.
 */
@Service
public class LedgerService {

    private final LedgerEntryRepository entries;
    private final Clock clock;

    public LedgerService(LedgerEntryRepository entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * Moves money between two accounts.
     */
    @Transactional
    public void transfer(String from, String to, BigDecimal amount, String reference) {
        Instant now = clock.instant();
        entries.save(new LedgerEntry(from, amount.negate(), reference, now));
        entries.save(new LedgerEntry(to, amount, reference, now));
    }

    public List<LedgerEntry> history(String account) {
        return entries.findByAccountOrderByCreatedAtDesc(account);
    }
}
