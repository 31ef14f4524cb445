package com.acme.bank.payments;

import com.acme.bank.ledger.EntrySort;
import com.acme.bank.ledger.LedgerSearch;
import com.acme.bank.ledger.LedgerService;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/payments")
public class PaymentController {

    private final PaymentService payments;
    private final LedgerService ledger;
    private final LedgerSearch search;

    public PaymentController(PaymentService payments, LedgerService ledger, LedgerSearch search) {
        this.payments = payments;
        this.ledger = ledger;
        this.search = search;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    public void pay(@RequestBody Payment payment) {
        payments.pay(payment);
    }

    @GetMapping("/{account}/history")
    public List<StatementLine> history(@PathVariable String account) {
        return ledger.history(account).stream().map(StatementLine::of).toList();
    }

    @GetMapping("/{account}/search")
    public List<Long> search(
            @PathVariable String account,
            @RequestParam(required = false) String reference,
            @RequestParam(defaultValue = "NEWEST") EntrySort sort) {
        return search.findIds(account, reference, sort);
    }
}
