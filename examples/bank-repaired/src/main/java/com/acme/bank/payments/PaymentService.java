package com.acme.bank.payments;

import com.acme.bank.ledger.LedgerService;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;

/**
 * Executes payments and writes the customer's receipt.
 */
@Service
public class PaymentService {

    private final LedgerService ledger;
    private final ReceiptSender receipts;
    private final Clock clock;

    public PaymentService(LedgerService ledger, ReceiptSender receipts, Clock clock) {
        this.ledger = ledger;
        this.receipts = receipts;
        this.clock = clock;
    }

    public void pay(Payment payment) {
        ledger.transfer(payment.fromAccount(), payment.toAccount(), payment.amount(), payment.reference());
        receipts.send(payment, LocalDate.now(clock));
    }
}
