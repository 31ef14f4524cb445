package com.acme.bank.payments;

import java.math.BigDecimal;

public record Payment(String id, String fromAccount, String toAccount, BigDecimal amount, String reference) {
}
