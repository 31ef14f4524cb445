package com.acme.bank.payments;

import com.acme.bank.ledger.LedgerService;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Executes payments and notifies the customer.
 */
@Service
public class PaymentService {

    private static final Logger log = LoggerFactory.getLogger(PaymentService.class);
    private static final int MAX_ATTEMPTS = 3;

    private final LedgerService ledger;
    private final ReceiptSender receipts;

    public PaymentService(LedgerService ledger, ReceiptSender receipts) {
        this.ledger = ledger;
        this.receipts = receipts;
    }

    public boolean pay(Payment payment) {
        boolean booked = book(payment);
        if (booked) {
            CompletableFuture.runAsync(() -> receipts.send(payment, LocalDate.now()));
        }
        return booked;
    }

    private boolean book(Payment payment) {
        for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            if (ledger.transfer(payment.fromAccount(), payment.toAccount(), payment.amount(), payment.reference())) {
                return true;
            }
            try {
                Thread.sleep(100L * attempt);
            } catch (InterruptedException e) {
                log.warn("Interrupted while waiting", e);
            }
        }
        return false;
    }
}
