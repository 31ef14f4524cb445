package dev.zonegate.variants;

import java.util.ArrayList;
import java.util.List;

/**
 * A way from {@code param}, which a client sent, to {@code bar}, which a sink gets.
 *
 * @param keeps whether {@code bar} still holds what the client chose
 * @param statements declare and set {@code bar}
 * @param members other members of the class that they need
 */
record FlowShape(String name, boolean keeps, String statements, String members) {
  static FlowShape weak(String name, String statements) {
    return new FlowShape(name, true, statements, "");
  }

  static FlowShape safe(String name, String statements) {
    return new FlowShape(name, false, statements, "");
  }

  static FlowShape weak(String name, String statements, String members) {
    return new FlowShape(name, true, statements, members);
  }

  static FlowShape safe(String name, String statements, String members) {
    return new FlowShape(name, false, statements, members);
  }

  /** All shapes; about as many keep what the client chose as do not. */
  static List<FlowShape> all() {
    List<FlowShape> all = new ArrayList<>(near());
    all.addAll(MoreFlows.all());
    all.addAll(FarFlows.all());
    return all;
  }

  private static List<FlowShape> near() {
    return List.of(
        weak("direct", "String bar = param;"),
        safe("overwritten", "String bar = param; bar = \"fixed\";"),
        weak("overwrittenLate", "String bar = \"fixed\"; bar = param;"),
        weak("concat", "String bar = \"a_\" + param + \"_z\";"),
        weak(
            "builder",
            "StringBuilder sb = new StringBuilder(); sb.append(\"x\").append(param); String bar = sb.toString();"),
        weak(
            "builderInsert",
            "StringBuilder sb = new StringBuilder(\"x\"); sb.insert(0, param); String bar = sb.reverse().toString();"),
        safe(
            "builderCleared",
            "StringBuilder sb = new StringBuilder(param); sb.setLength(0); sb.append(\"x\"); String bar = sb.toString();"),
        weak(
            "builderReplaced",
            "StringBuilder sb = new StringBuilder(param); String bar = sb.replace(0, 1, \"Z\").toString();"),
        weak(
            "map",
            "java.util.Map<String, Object> map = new java.util.HashMap<>(); map.put(\"a\", \"fixed\"); map.put(\"b\", param); map.put(\"c\", \"other\"); String bar = (String) map.get(\"b\"); bar = bar.trim();"),
        safe(
            "mapOther",
            "java.util.Map<String, Object> map = new java.util.HashMap<>(); map.put(\"a\", \"fixed\"); map.put(\"b\", param); String bar = (String) map.get(\"b\"); bar = (String) map.get(\"a\");"),
        safe(
            "mapReplaced",
            "java.util.Map<String, String> map = new java.util.TreeMap<>(); map.put(\"a\", param); map.put(\"a\", \"fixed\"); String bar = map.get(\"a\");"),
        weak(
            "list",
            "java.util.List<String> list = new java.util.ArrayList<>(); list.add(\"fixed\"); list.add(param); list.add(\"last\"); list.remove(0); String bar = list.get(0);"),
        safe(
            "listOther",
            "java.util.List<String> list = new java.util.ArrayList<>(); list.add(\"fixed\"); list.add(param); list.add(\"last\"); list.remove(0); String bar = list.get(1);"),
        weak(
            "listLoop",
            "java.util.List<String> list = java.util.List.of(\"a\", param); String bar = \"\"; for (String each : list) { bar += each; }"),
        weak(
            "deque",
            "java.util.Deque<String> deque = new java.util.ArrayDeque<>(); deque.push(\"a\"); deque.push(param); String bar = deque.pop();"),
        safe(
            "dequeOther",
            "java.util.Deque<String> deque = new java.util.ArrayDeque<>(); deque.push(param); deque.push(\"a\"); String bar = deque.pop();"),
        weak(
            "array",
            "String[] array = new String[2]; array[0] = \"a\"; array[1] = param; String bar = array[1];"),
        safe("arrayOther", "String[] array = {param, \"a\"}; String bar = array[1];"),
        weak(
            "constantIf",
            "String bar; int num = 86; if ((7 * 42) - num > 200) bar = param; else bar = \"never\";"),
        safe(
            "constantIfSafe",
            "String bar; int num = 86; if ((7 * 42) - num > 200) bar = \"always\"; else bar = param;"),
        weak(
            "constantTernary",
            "int num = 106; String bar = (7 * 18) + num > 200 ? param : \"never\";"),
        safe(
            "constantTernarySafe",
            "int num = 106; String bar = (7 * 18) + num > 200 ? \"always\" : param;"),
        weak(
            "constantSwitch",
            "String guess = \"ABC\"; char at = guess.charAt(2); String bar; switch (at) { case 'A': bar = \"a\"; break; case 'C': case 'D': bar = param; break; default: bar = \"other\"; break; }"),
        safe(
            "constantSwitchSafe",
            "String guess = \"ABC\"; char at = guess.charAt(1); String bar; switch (at) { case 'A': bar = param; break; case 'B': bar = \"b\"; break; default: bar = param; break; }"),
        weak("openIf", "String bar = \"a\"; if (request.getContentLength() > 10) { bar = param; }"),
        safe(
            "openSwitch",
            "String bar = switch (param) { case \"x\", \"y\" -> \"/one\"; default -> \"/two\"; };"),
        weak(
            "openSwitchExpression",
            "String bar = switch (request.getMethod()) { case \"GET\" -> { String it = param.trim(); yield it; } default -> \"two\"; };"),
        weak(
            "helper",
            "String bar = helper(request, param);",
            "private String helper(HttpServletRequest request, String value) { String result = value.trim(); return result; }"),
        safe(
            "helperSafe",
            "String bar = helper(request, param);",
            "private String helper(HttpServletRequest request, String value) { String result = \"fixed\"; if (value.isEmpty()) { result = \"none\"; } return result; }"),
        weak(
            "helperChain",
            "String bar = one(param);",
            "private static String one(String value) { return two(value, 1); } private static String two(String value, int n) { return n > 3 ? value : value + n; }"),
        safe(
            "helperSecond",
            "String bar = pick(param, \"fixed\");",
            "private static String pick(String one, String other) { return other; }"),
        weak(
            "inner",
            "String bar = new Inner().work(request, param);",
            "private class Inner { public String work(HttpServletRequest request, String value) { return value.toLowerCase(); } }"),
        safe(
            "innerSafe",
            "String bar = new Inner().work(request, param);",
            "private class Inner { public String work(HttpServletRequest request, String value) { java.util.List<String> l = new java.util.ArrayList<>(); l.add(\"safe\"); l.add(value); return l.get(0); } }"),
        weak(
            "interface",
            "Work work = Works.make(); String bar = work.work(param);",
            "interface Work { String work(String value); } static class Plain implements Work { public String work(String value) { return \"p\" + value; } } static class Works { static Work make() { return new Plain(); } }"),
        safe(
            "interfaceSafe",
            "Work work = Works.make(); String bar = work.work(param);",
            "interface Work { String work(String value); } static class Fixed implements Work { public String work(String value) { return \"p\"; } } static class Works { static Work make() { return new Fixed(); } }"),
        weak(
            "lambda",
            "java.util.function.Function<String, String> f = s -> s + \"!\"; String bar = f.apply(param);"),
        safe(
            "lambdaSafe",
            "java.util.function.Function<String, String> f = s -> \"n\" + s.length(); String bar = f.apply(param);"),
        weak(
            "supplier",
            "java.util.function.Supplier<String> s = () -> param; String bar = s.get();"),
        weak(
            "optional",
            "String bar = java.util.Optional.ofNullable(param).map(String::trim).orElse(\"none\");"),
        safe(
            "optionalSafe",
            "String bar = java.util.Optional.of(param).map(s -> \"got\").orElse(\"none\");"),
        weak(
            "stream",
            "String bar = java.util.stream.Stream.of(\"a\", param).map(s -> s.strip()).collect(java.util.stream.Collectors.joining(\"-\"));"),
        safe(
            "streamSafe",
            "String bar = java.util.stream.Stream.of(param).map(s -> \"x\").collect(java.util.stream.Collectors.joining(\"-\"));"),
        weak(
            "base64",
            "String bar = new String(java.util.Base64.getDecoder().decode(java.util.Base64.getEncoder().encode(param.getBytes())));"),
        weak(
            "decoded",
            "String bar = java.net.URLDecoder.decode(param, java.nio.charset.StandardCharsets.UTF_8);"),
        weak("format", "String bar = String.format(\"%s/%s\", param, 1);"),
        safe("formatSafe", "String bar = String.format(\"n%d\", Integer.parseInt(param));"),
        weak(
            "tokenizer",
            "java.util.StringTokenizer t = new java.util.StringTokenizer(param, \",\"); String bar = t.nextToken();"),
        weak(
            "split",
            "String[] parts = param.split(\",\"); String bar = parts.length > 1 ? parts[1] : parts[0];"),
        weak(
            "bean",
            "Bean bean = new Bean(); bean.setOther(\"fixed\"); bean.setName(param); String bar = bean.getName();",
            "static class Bean { private String name; private String other; void setName(String n) { this.name = n; } void setOther(String o) { other = o; } String getName() { return name; } String getOther() { return other; } }"),
        safe(
            "beanOther",
            "Bean bean = new Bean(); bean.setOther(\"fixed\"); bean.setName(param); String bar = bean.getOther();",
            "static class Bean { private String name; private String other; void setName(String n) { this.name = n; } void setOther(String o) { other = o; } String getName() { return name; } String getOther() { return other; } }"),
        weak(
            "record",
            "Pair pair = new Pair(\"a\", param); String bar = pair.second();",
            "record Pair(String first, String second) {}"),
        safe(
            "recordOther",
            "Pair pair = new Pair(\"a\", param); String bar = pair.first();",
            "record Pair(String first, String second) {}"),
        weak("boxed", "Object box = param; String bar = box instanceof String s ? s : \"none\";"),
        weak(
            "field",
            "this.held = param; String bar = read();",
            "private String held = \"\"; private String read() { return held; }"),
        safe(
            "fieldSafe",
            "this.held = param; this.held = \"fixed\"; String bar = read();",
            "private String held = \"\"; private String read() { return held; }"),
        weak(
            "tryCatch",
            "String bar; try { bar = param; } catch (RuntimeException e) { bar = \"failed\"; } finally { request.getMethod(); }"),
        safe(
            "finallySafe",
            "String bar = param; try { bar = bar.trim(); } finally { bar = \"fixed\"; }"),
        weak(
            "charLoop",
            "StringBuilder sb = new StringBuilder(); for (int i = 0; i < param.length(); i++) { sb.append(param.charAt(i)); } String bar = sb.toString();"),
        weak(
            "whileLoop",
            "String bar = \"\"; int n = 0; while (n < 3) { if (n == 1) { bar = param; } n++; }"),
        weak(
            "anonymous",
            "Work work = new Work() { public String work(String value) { return value; } }; String bar = work.work(param);",
            "interface Work { String work(String value); }"),
        safe(
            "anonymousSafe",
            "Work work = new Work() { public String work(String value) { return \"fixed\"; } }; String bar = work.work(param);",
            "interface Work { String work(String value); }"),
        weak(
            "properties",
            "java.util.Properties p = new java.util.Properties(); p.setProperty(\"k\", param); String bar = p.getProperty(\"k\", \"none\");"),
        safe(
            "propertiesSafe",
            "java.util.Properties p = new java.util.Properties(); p.setProperty(\"k\", param); String bar = p.getProperty(\"o\", \"none\");"),
        weak(
            "fluent",
            "String bar = new Maker().with(param).mark().make();",
            "static class Maker { private String text = \"\"; Maker with(String t) { this.text = t; return this; } Maker mark() { text = text + \"!\"; return this; } String make() { return text; } }"),
        safe(
            "listed",
            "if (!java.util.Set.of(\"one\", \"two\").contains(param)) { return; } String bar = param;"),
        safe(
            "listedField",
            "String bar = \"one\"; if (NAMES.contains(param)) { bar = param; }",
            "private static final java.util.List<String> NAMES = java.util.List.of(\"one\", \"two\");"),
        safe(
            "pattern",
            "if (!param.matches(\"[a-z]{1,12}\")) { throw new IllegalArgumentException(\"name\"); } String bar = param;"),
        safe("number", "String bar = \"n\" + Integer.parseInt(param);"),
        safe("parsed", "Long.parseLong(param); String bar = param;"),
        safe("enumerated", "String bar = Kind.valueOf(param).name();", "enum Kind { ONE, TWO }"),
        safe("uuid", "String bar = java.util.UUID.fromString(param).toString();"),
        safe(
            "lookedUp",
            "String bar = PLACES.getOrDefault(param, \"none\");",
            "private static final java.util.Map<String, String> PLACES = java.util.Map.of(\"a\", \"one\", \"b\", \"two\");"),
        safe("equal", "String bar = \"none\"; if (\"admin\".equals(param)) { bar = param; }"),
        safe("length", "String bar = \"l\" + param.length();"),
        safe("cleaned", "String bar = param.replaceAll(\"[^a-zA-Z0-9]\", \"\");"),
        safe(
            "checkedByMethod",
            "if (!isName(param)) { return; } String bar = param;",
            "private static boolean isName(String text) { return text.matches(\"[a-z]+\"); }"),
        safe("deadCode", "String bar = \"fixed\"; if (false) { bar = param; }"),
        safe("deadLoop", "String bar = \"fixed\"; for (int i = 0; i < 0; i++) { bar = param; }"),
        weak(
            "elseOfOpen",
            "String bar; if (request.isSecure()) { bar = \"s\"; } else { bar = param; }"),
        weak(
            "checkedTooLate",
            "String bar = param; if (!bar.matches(\"[a-z]+\")) { bar = bar.trim(); }"),
        weak(
            "checkedOther",
            "String other = request.getMethod(); if (!other.matches(\"[A-Z]+\")) { return; } String bar = param;"),
        weak("nonEmpty", "if (param == null || param.isEmpty()) { return; } String bar = param;"));
  }
}
