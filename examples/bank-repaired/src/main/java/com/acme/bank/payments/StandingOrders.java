package com.acme.bank.payments;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Runs the standing orders that are due, every morning at six.
 */
@Component
public class StandingOrders {

    private static final Logger log = LoggerFactory.getLogger(StandingOrders.class);

    private final JdbcTemplate jdbcTemplate;
    private final PaymentService payments;
    private final Clock clock;

    public StandingOrders(JdbcTemplate jdbcTemplate, PaymentService payments, Clock clock) {
        this.jdbcTemplate = jdbcTemplate;
        this.payments = payments;
        this.clock = clock;
    }

    @Scheduled(cron = "0 0 6 * * *", zone = "Europe/Berlin")
    public void runDue() {
        int failed = 0;
        for (Payment payment : due(LocalDate.now(clock))) {
            try {
                payments.pay(payment);
            } catch (RuntimeException e) {
                failed++;
                log.error("Standing order {} failed", payment.id(), e);
            }
        }
        if (failed > 0) {
            throw new IllegalStateException(failed + " standing orders failed");
        }
    }

    private List<Payment> due(LocalDate day) {
        return jdbcTemplate.query(
                "SELECT id, from_account, to_account, amount, reference FROM standing_order WHERE due = ?",
                (row, number) -> new Payment(
                        row.getObject("id", UUID.class),
                        row.getString("from_account"),
                        row.getString("to_account"),
                        row.getBigDecimal("amount"),
                        row.getString("reference")),
                day);
    }
}
