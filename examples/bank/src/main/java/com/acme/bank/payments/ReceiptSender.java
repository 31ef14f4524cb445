package com.acme.bank.payments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Writes receipts to the outbox folder, where the mail gateway picks them up.
 */
@Component
public class ReceiptSender {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("YYYY-MM-dd");

    private final Path outbox;

    public ReceiptSender(@Value("${bank.receipts.outbox:outbox}") Path outbox) {
        this.outbox = outbox;
    }

    public void send(Payment payment, LocalDate date) {
        String text = "Payment " + payment.id() + " of " + payment.amount() + " on " + DATE.format(date);
        try {
            Files.createDirectories(outbox);
            Files.writeString(outbox.resolve(payment.id() + ".txt"), text);
        } catch (IOException e) {
            throw new IllegalStateException("Could not write receipt: " + e.getMessage());
        }
    }
}
