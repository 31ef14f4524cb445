package com.acme.bank.ledger;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class LedgerServiceTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final LedgerEntryRepository entries = mock(LedgerEntryRepository.class);
    private final LedgerService service = new LedgerService(entries, Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void booksBothSidesOfATransfer() {
        service.transfer("DE01", "DE02", new BigDecimal("10.00"), "rent");

        verify(entries).save(argThat(entry -> isEntry(entry, "DE01", "-10.00")));
        verify(entries).save(argThat(entry -> isEntry(entry, "DE02", "10.00")));
    }

    @Test
    void aFailedBookingReachesTheCaller() {
        when(entries.save(any())).thenThrow(new DataIntegrityViolationException("no such account"));

        assertThrows(
                DataIntegrityViolationException.class,
                () -> service.transfer("DE01", "DE02", new BigDecimal("10.00"), "rent"));
    }

    private static boolean isEntry(LedgerEntry entry, String account, String amount) {
        return entry.getAccount().equals(account)
                && entry.getAmount().equals(new BigDecimal(amount))
                && entry.getCreatedAt().equals(NOON);
    }
}
