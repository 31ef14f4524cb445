package com.acme.bank.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ExchangeRatesTest {

    @Test
    void readsTheShippedRates() {
        assertEquals(new BigDecimal("0.9431"), new ExchangeRates().load().get("CHF"));
    }
}
