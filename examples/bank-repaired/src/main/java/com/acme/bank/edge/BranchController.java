package com.acme.bank.edge;

import java.time.Clock;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Opening hours for the public website.
 */
@RestController
public class BranchController {

    private static final Map<String, LocalTime> CLOSES = Map.of(
            "harbour", LocalTime.of(17, 30),
            "station", LocalTime.of(20, 0));

    private final Clock clock;

    public BranchController(Clock clock) {
        this.clock = clock;
    }

    @GetMapping("/branches/{name}/open")
    public boolean isOpen(@PathVariable String name) {
        return LocalTime.now(clock).isBefore(CLOSES.getOrDefault(name, LocalTime.NOON));
    }
}
