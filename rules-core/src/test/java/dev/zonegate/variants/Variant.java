package dev.zonegate.variants;

/**
 * One servlet.
 *
 * @param weakness what its sink is exposed to
 * @param name of its source, flow and sink
 * @param pattern what is found in it if it is weak
 * @param isWeak whether what a client sends reaches the sink unchecked
 */
record Variant(String weakness, String name, String pattern, boolean isWeak, String code) {}
