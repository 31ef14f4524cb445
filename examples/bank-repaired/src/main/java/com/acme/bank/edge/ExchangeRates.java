package com.acme.bank.edge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Reads the indicative exchange rates shown on the website.
 */
@Component
public class ExchangeRates {

    public Map<String, BigDecimal> load() {
        Map<String, BigDecimal> rates = new TreeMap<>();
        try (InputStream in = ExchangeRates.class.getResourceAsStream("/rates.csv");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String line;
            while ((line = reader.readLine()) != null) {
                String[] columns = line.split(",");
                if (columns.length != 2) {
                    throw new IllegalStateException("Want a currency and a rate, got " + columns.length + " columns");
                }
                rates.put(columns[0], new BigDecimal(columns[1]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the shipped rates", e);
        }
        return rates;
    }
}
