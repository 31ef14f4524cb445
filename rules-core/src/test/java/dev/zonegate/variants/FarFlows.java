package dev.zonegate.variants;

import static dev.zonegate.variants.FlowShape.safe;
import static dev.zonegate.variants.FlowShape.weak;

import java.util.List;

/** Flows through helpers that are given an object to fill, copies, formats, loops and suppliers. */
final class FarFlows {
  private FarFlows() {}

  static List<FlowShape> all() {
    return List.of(
        weak(
            "innerField",
            "Kept kept = new Kept(); kept.text = param; String bar = kept.text;",
            "static class Kept { String text = \"\"; String other = \"\"; }"),
        safe(
            "innerFieldOther",
            "Kept kept = new Kept(); kept.text = param; String bar = kept.other;",
            "static class Kept { String text = \"\"; String other = \"\"; }"),
        weak(
            "builderHelper",
            "StringBuilder sb = new StringBuilder(); fill(sb, param); String bar = sb.toString();",
            "private static void fill(StringBuilder to, String text) { to.append('<').append(text); }"),
        safe(
            "builderHelperSafe",
            "StringBuilder sb = new StringBuilder(); fill(sb, param); String bar = sb.toString();",
            "private static void fill(StringBuilder to, String text) { to.append('<').append(text.length()); }"),
        weak(
            "mapHelper",
            "java.util.Map<String, String> m = new java.util.HashMap<>(); keep(m, param); String bar = m.get(\"name\");",
            "private static void keep(java.util.Map<String, String> to, String text) { to.put(\"name\", text); to.put(\"other\", \"fixed\"); }"),
        safe(
            "mapHelperOther",
            "java.util.Map<String, String> m = new java.util.HashMap<>(); keep(m, param); String bar = m.get(\"other\");",
            "private static void keep(java.util.Map<String, String> to, String text) { to.put(\"name\", text); to.put(\"other\", \"fixed\"); }"),
        weak(
            "fieldMapComputed",
            "String bar = made.computeIfAbsent(\"k\", k -> sent);",
            "private final java.util.Map<String, String> made = new java.util.HashMap<>();"),
        safe(
            "fieldMapComputedSafe",
            "String bar = madeSafe.computeIfAbsent(\"k\", k -> \"fixed\");",
            "private final java.util.Map<String, String> madeSafe = new java.util.HashMap<>();"),
        weak(
            "carried",
            "String bar = \"\"; String last = param; for (int i = 0; i < 3; i++) { bar = last; last = last + i; }"),
        safe(
            "carriedSafe",
            "String bar = \"\"; String last = \"a\"; for (int i = 0; i < param.length(); i++) { bar = last; last = last + i; }"),
        weak(
            "charCopy",
            "char[] from = param.toCharArray(); char[] to = new char[from.length]; System.arraycopy(from, 0, to, 0, from.length); String bar = new String(to);"),
        weak(
            "charCopyOf",
            "char[] to = java.util.Arrays.copyOf(param.toCharArray(), 4); String bar = String.valueOf(to);"),
        safe(
            "charsCounted",
            "char[] to = new char[param.length()]; java.util.Arrays.fill(to, 'x'); String bar = new String(to);"),
        weak(
            "optionalMap",
            "String bar = java.util.Optional.ofNullable(param).map(String::trim).map(s -> s + \"!\").orElse(\"none\");"),
        safe(
            "optionalMapSafe",
            "String bar = java.util.Optional.ofNullable(param).map(s -> \"some\").orElse(\"none\");"),
        weak("formatIndex", "String bar = String.format(\"%2$s\", \"fixed\", param);"),
        safe("formatIndexOther", "String bar = String.format(\"%1$s\", \"fixed\", param);"),
        weak("ternaryArgument", "String bar = String.valueOf(param.length() > 3 ? param : \"x\");"),
        safe(
            "ternaryArgumentSafe",
            "String bar = String.valueOf(param.length() > 3 ? \"y\" : \"x\");"),
        weak("tryFinally", "String bar; try { bar = param; } finally { request.getLocale(); }"),
        weak(
            "supplierHelper",
            "String bar = taken(() -> sent);",
            "private static String taken(java.util.function.Supplier<String> from) { return from.get(); }"),
        safe(
            "supplierHelperSafe",
            "String bar = taken(() -> \"fixed\");",
            "private static String taken(java.util.function.Supplier<String> from) { return from.get(); }"),
        weak(
            "varargs",
            "String bar = second(\"a\", param);",
            "private static String second(String... all) { return all[1]; }"),
        safe(
            "varargsOther",
            "String bar = second(param, \"a\");",
            "private static String second(String... all) { return all[1]; }"),
        weak(
            "base64",
            "String bar = new String(java.util.Base64.getDecoder().decode(java.util.Base64.getEncoder().encode(param.getBytes())));"),
        weak(
            "chain",
            "String bar = param.trim().replace('a', 'b').substring(0).concat(\"!\").strip().toUpperCase(java.util.Locale.ROOT);"),
        safe("hashed", "String bar = Integer.toHexString(param.hashCode());"),
        weak(
            "constantIndex",
            "final int AT = 1; String[] a = {\"x\", param, \"y\"}; String bar = a[AT];"),
        safe(
            "constantIndexOther",
            "final int AT = 2; String[] a = {\"x\", param, \"y\"}; String bar = a[AT];"),
        weak(
            "switchConstant",
            "String way = \"b\"; String bar; switch (way) { case \"a\": bar = \"fixed\"; break; case \"b\": bar = param; break; default: bar = \"none\"; }"),
        safe(
            "switchConstantSafe",
            "String way = \"a\"; String bar; switch (way) { case \"a\": bar = \"fixed\"; break; case \"b\": bar = param; break; default: bar = \"none\"; }"),
        safe("decimal", "String bar = new java.math.BigDecimal(param).toPlainString();"),
        safe("dated", "String bar = java.time.LocalDate.parse(param).toString();"),
        safe(
            "setAllowed",
            "if (!ALLOWED.contains(param)) { throw new IllegalArgumentException(); } String bar = param;",
            "private static final java.util.Set<String> ALLOWED = java.util.Set.of(\"a\", \"b\");"),
        weak(
            "joiner",
            "java.util.StringJoiner joiner = new java.util.StringJoiner(\",\"); joiner.add(\"a\").add(param); String bar = joiner.toString();"),
        safe(
            "joinerSafe",
            "java.util.StringJoiner joiner = new java.util.StringJoiner(\",\"); joiner.add(\"a\"); String bar = joiner.toString();"));
  }
}
