package com.acme.bank.ledger;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class LedgerServiceTest {

    @Test
    void booksATransfer() {
        LedgerService service = new LedgerService(mock(LedgerEntryRepository.class));

        assertTrue(service.transfer("DE01", "DE02", new BigDecimal("10.00"), "rent"));
    }
}
