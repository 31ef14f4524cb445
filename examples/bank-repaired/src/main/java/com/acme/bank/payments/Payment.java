package com.acme.bank.payments;

import java.math.BigDecimal;
import java.util.UUID;

public record Payment(UUID id, String fromAccount, String toAccount, BigDecimal amount, String reference) {
    public Payment {
        if (amount == null || amount.compareTo(BigDecimal.ZERO) <= 0) {
            throw new IllegalArgumentException("The amount has to be above zero");
        }
    }
}
