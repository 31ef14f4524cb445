package com.acme.bank.payments;

import java.math.BigDecimal;
import java.util.UUID;

public record Payment(UUID id, String fromAccount, String toAccount, BigDecimal amount, String reference) {
}
