package com.acme.bank.payments;

import com.acme.bank.ledger.LedgerEntry;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a customer sees of one ledger entry.
 */
public record StatementLine(BigDecimal amount, String reference, Instant bookedAt) {

    static StatementLine of(LedgerEntry entry) {
        return new StatementLine(entry.getAmount(), entry.getReference(), entry.getCreatedAt());
    }
}
