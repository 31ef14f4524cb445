package dev.zonegate.variants;

import static dev.zonegate.variants.FlowShape.safe;
import static dev.zonegate.variants.FlowShape.weak;

import java.util.List;

/** Flows through what lies further off: iterators, holders, readers, base classes, reflection. */
final class MoreFlows {
  private MoreFlows() {}

  static List<FlowShape> all() {
    return List.of(
        weak(
            "iterator",
            "java.util.List<String> l = new java.util.ArrayList<>(); l.add(param); java.util.Iterator<String> it = l.iterator(); String bar = it.next();"),
        safe(
            "iteratorSafe",
            "java.util.List<String> l = new java.util.ArrayList<>(); l.add(\"a\"); java.util.Iterator<String> it = l.iterator(); String bar = it.next(); l.add(param);"),
        weak(
            "staticField",
            "shared = param; String bar = shared;",
            "private static String shared = \"\";"),
        safe(
            "staticFieldSafe",
            "shared = param; shared = \"fixed\"; String bar = shared;",
            "private static String shared = \"\";"),
        weak(
            "threadLocal",
            "HELD.set(param); String bar = HELD.get();",
            "private static final ThreadLocal<String> HELD = new ThreadLocal<>();"),
        safe(
            "threadLocalSafe",
            "HELD.set(param); HELD.set(\"fixed\"); String bar = HELD.get();",
            "private static final ThreadLocal<String> HELD = new ThreadLocal<>();"),
        weak(
            "reflection",
            "String bar = (String) getClass().getDeclaredMethod(\"plain\", String.class).invoke(this, param);",
            "String plain(String value) { return value; }"),
        safe(
            "reflectionSafe",
            "String bar = (String) getClass().getDeclaredMethod(\"plain\", String.class).invoke(this, param);",
            "String plain(String value) { return \"fixed\"; }"),
        weak(
            "propertiesRead",
            "java.util.Properties p = new java.util.Properties(); p.load(new java.io.StringReader(param)); String bar = p.getProperty(\"k\");"),
        safe(
            "propertiesFile",
            "java.util.Properties p = new java.util.Properties(); p.load(getServletContext().getResourceAsStream(\"/app.properties\")); String bar = p.getProperty(\"k\", \"none\");"),
        weak(
            "constantArrow",
            "int n = 2; String bar = switch (n) { case 1 -> \"one\"; case 2 -> sent; default -> \"other\"; };"),
        safe(
            "constantArrowSafe",
            "int n = 1; String bar = switch (n) { case 1 -> \"one\"; case 2 -> sent; default -> sent; };"),
        weak("nestedTernary", "int n = 5; String bar = n > 3 ? n > 4 ? param : \"a\" : \"b\";"),
        safe("nestedTernarySafe", "int n = 5; String bar = n > 3 ? n > 4 ? \"a\" : param : param;"),
        weak(
            "finallyWeak",
            "String bar = \"fixed\"; try { bar = bar.trim(); } finally { bar = param; }"),
        weak(
            "doLoop",
            "String bar = \"\"; int n = 0; do { bar = bar + param; n++; } while (n < 2);"),
        safe("loopNever", "String bar = \"fixed\"; for (int i = 0; i < 0; i++) { bar = param; }"),
        weak("join", "String bar = String.join(\"-\", \"a\", param);"),
        safe("joinSafe", "String bar = String.join(\"-\", \"a\", \"b\"); param.trim();"),
        weak("concatMethod", "String bar = \"a\".concat(param);"),
        weak("characters", "char[] chars = param.toCharArray(); String bar = new String(chars);"),
        weak(
            "computed",
            "java.util.Map<String, String> map = new java.util.HashMap<>(); map.computeIfAbsent(\"k\", k -> sent); String bar = map.get(\"k\");"),
        weak(
            "entries",
            "java.util.Map<String, String> map = new java.util.HashMap<>(); map.put(\"k\", param); String bar = \"\"; for (java.util.Map.Entry<String, String> e : map.entrySet()) { bar = e.getValue(); }"),
        weak(
            "queue",
            "java.util.Queue<String> queue = new java.util.LinkedList<>(); queue.add(param); queue.add(\"a\"); String bar = queue.poll();"),
        safe(
            "stack",
            "java.util.Stack<String> stack = new java.util.Stack<>(); stack.push(param); stack.push(\"a\"); String bar = stack.pop();"),
        weak(
            "filtered",
            "String bar = java.util.stream.Stream.of(param).filter(s -> !s.isEmpty()).findFirst().orElse(\"none\");"),
        safe("optionalOther", "String bar = java.util.Optional.of(\"x\").orElse(param);"),
        weak("required", "String bar = java.util.Objects.requireNonNull(param);"),
        weak("orElse", "String bar = java.util.Objects.requireNonNullElse(param, \"x\");"),
        safe("length", "String bar = String.valueOf(param.length());"),
        safe("number", "String bar = String.valueOf(Integer.parseInt(param));"),
        safe("uuid", "String bar = java.util.UUID.fromString(param).toString();"),
        safe("enumName", "String bar = Kind.valueOf(param).name();", "enum Kind { ONE, TWO }"),
        safe("yesOrNo", "String bar = Boolean.parseBoolean(param) ? \"y\" : \"n\";"),
        safe(
            "lookup",
            "String bar = NAMES.getOrDefault(param, \"none\");",
            "private static final java.util.Map<String, String> NAMES = java.util.Map.of(\"a\", \"one\", \"b\", \"two\");"),
        weak(
            "builderDelete",
            "StringBuilder sb = new StringBuilder(\"abc\"); sb.append(param); sb.delete(0, 1); String bar = sb.toString();"),
        weak("formatted", "String bar = \"%s!\".formatted(param);"),
        weak("messageFormat", "String bar = java.text.MessageFormat.format(\"{0}!\", param);"),
        weak("scanner", "String bar = new java.util.Scanner(param).nextLine();"),
        weak(
            "reader",
            "String bar = new java.io.BufferedReader(new java.io.StringReader(param)).readLine();"),
        weak(
            "baseClass",
            "String bar = new Sub(param).text();",
            "static class Base { private final String held; Base(String h) { held = h; } String text() { return held; } } static class Sub extends Base { Sub(String h) { super(h); } }"),
        safe(
            "baseClassSafe",
            "String bar = new Sub(param).text();",
            "static class Base { private final String held; Base(String h) { held = h; } String text() { return held; } } static class Sub extends Base { Sub(String h) { super(\"fixed\"); } }"),
        weak(
            "constructors",
            "String bar = new Held(param).text;",
            "static class Held { final String text; Held(String t) { this(t, 1); } Held(String t, int n) { text = t + n; } }"),
        safe(
            "constructorsSafe",
            "String bar = new Held(param).text;",
            "static class Held { final String text; Held(String t) { this(\"fixed\", 1); } Held(String t, int n) { text = t + n; } }"),
        weak(
            "genericBox",
            "Box<String> box = new Box<>(); box.set(param); String bar = box.get();",
            "static class Box<T> { private T value; void set(T v) { value = v; } T get() { return value; } }"),
        safe(
            "genericBoxSafe",
            "Box<String> box = new Box<>(); Box<String> other = new Box<>(); other.set(param); box.set(\"fixed\"); String bar = box.get();",
            "static class Box<T> { private T value; void set(T v) { value = v; } T get() { return value; } }"),
        weak(
            "consumer",
            "StringBuilder sb = new StringBuilder(); java.util.List.of(param).forEach(s -> sb.append(s)); String bar = sb.toString();"),
        weak("cloned", "String[] a = {param}; String[] b = a.clone(); String bar = b[0];"),
        weak(
            "atomic",
            "java.util.concurrent.atomic.AtomicReference<String> ref = new java.util.concurrent.atomic.AtomicReference<>(param); String bar = ref.get();"),
        safe(
            "atomicSafe",
            "java.util.concurrent.atomic.AtomicReference<String> ref = new java.util.concurrent.atomic.AtomicReference<>(param); ref.set(\"fixed\"); String bar = ref.get();"),
        safe(
            "helperSwitch",
            "String bar = named(param);",
            "private static String named(String value) { switch (value) { case \"a\": return \"one\"; case \"b\": return \"two\"; default: return \"none\"; } }"),
        safe(
            "returnedEarly",
            "if (!isKnown(param)) { return; } String bar = param;",
            "private static boolean isKnown(String value) { return value.equals(\"one\") || value.equals(\"two\"); }"));
  }
}
