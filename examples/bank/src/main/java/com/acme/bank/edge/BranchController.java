package com.acme.bank.edge;

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

    @GetMapping("/branches/{name}/open")
    public boolean isOpen(@PathVariable String name) {
        return LocalTime.now().isBefore(CLOSES.getOrDefault(name, LocalTime.NOON));
    }
}
