package dev.zonegate.variants;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A weakness and the calls that have it.
 *
 * @param sinks statements that use {@code bar}, {@code request} and {@code response}
 * @param shapes how {@code bar} comes by its value
 * @param missed the shapes that are weak and not found
 * @param imagined the shapes that are safe and reported, from some source
 */
record Exposure(
    String name,
    String pattern,
    List<String> sinks,
    List<FlowShape> shapes,
    Set<String> missed,
    Set<String> imagined) {
  private Exposure(String name, String pattern, List<String> sinks) {
    this(name, pattern, sinks, FlowShape.all(), Set.of("reflection"), Set.of());
  }

  static List<Exposure> all() {
    List<Exposure> all = new ArrayList<>(toRequests());
    all.addAll(toChoices());
    return all;
  }

  private static List<Exposure> toChoices() {
    return List.of(
        new Exposure(
            "hash",
            "WeakCrypto.weakHash",
            List.of(
                "java.security.MessageDigest.getInstance(bar).digest(sent.getBytes());",
                "java.security.MessageDigest md = java.security.MessageDigest.getInstance(bar, \"SUN\"); md.update(sent.getBytes()); md.digest();"),
            new FixedChoices("String", "String", "\"MD5\"", "\"SHA-256\"", "\"SHA-256\"").all(),
            Set.of(),
            Set.of()),
        new Exposure(
            "cipher",
            "WeakCrypto.weakCipher",
            List.of(
                "javax.crypto.Cipher c = javax.crypto.Cipher.getInstance(bar); c.getBlockSize();",
                "javax.crypto.Cipher c = javax.crypto.Cipher.getInstance(bar, \"SunJCE\"); c.getBlockSize();"),
            new FixedChoices(
                    "String",
                    "String",
                    "\"DES/CBC/PKCS5Padding\"",
                    "\"AES/GCM/NoPadding\"",
                    "\"AES/GCM/NoPadding\"")
                .all(),
            Set.of(),
            Set.of()),
        new Exposure(
            "random",
            "WeakCrypto.weakRandom",
            List.of(
                "String token = Integer.toString(bar.nextInt()); response.setHeader(\"X-Token\", token);",
                "byte[] bytes = new byte[16]; bar.nextBytes(bytes); request.getSession().setAttribute(\"key\", bytes);"),
            new FixedChoices(
                    "java.util.Random",
                    "java.util.Random",
                    "new java.util.Random()",
                    "new java.security.SecureRandom()",
                    "null")
                .all(),
            Set.of(),
            Set.of()),
        new Exposure(
            "cookie",
            "WeakCrypto.cookieFlags",
            List.of(
                "Cookie c = new Cookie(\"JSESSIONID\", \"x\"); c.setHttpOnly(true); c.setSecure(bar); response.addCookie(c);",
                "Cookie c = new Cookie(\"session\", \"x\"); c.setMaxAge(60); c.setSecure(bar); c.setHttpOnly(true); c.setPath(\"/\"); response.addCookie(c);"),
            new FixedChoices("boolean", "Boolean", "false", "true", "true").all(),
            Set.of(),
            Set.of()),
        new Exposure(
            "protocol",
            "WeakCrypto.smallKeysOldTls",
            List.of(
                "javax.net.ssl.SSLContext c = javax.net.ssl.SSLContext.getInstance(bar); c.init(null, null, null);",
                "javax.net.ssl.SSLContext.getInstance(bar, \"SunJSSE\").getProtocol();"),
            new FixedChoices("String", "String", "\"TLSv1\"", "\"TLSv1.3\"", "\"TLSv1.3\"").all(),
            Set.of(),
            Set.of()),
        new Exposure(
            "key",
            "WeakCrypto.smallKeysOldTls",
            List.of(
                "java.security.KeyPairGenerator g = java.security.KeyPairGenerator.getInstance(\"RSA\"); g.initialize(bar);",
                "java.security.KeyPairGenerator g = java.security.KeyPairGenerator.getInstance(\"DSA\"); g.initialize(bar, new java.security.SecureRandom());"),
            new FixedChoices("int", "Integer", "1024", "3072", "3072").all(),
            Set.of(),
            Set.of()));
  }

  private static List<Exposure> toRequests() {
    return List.of(
        new Exposure(
            "path",
            "UntrustedInput.pathTraversal",
            List.of(
                "new java.io.FileInputStream(new java.io.File(\"/srv/files\", bar)).close();",
                "java.nio.file.Files.readAllBytes(java.nio.file.Path.of(\"/srv/files\").resolve(bar));",
                "java.io.File file = new java.io.File(\"/srv/\" + bar); if (file.exists()) { file.delete(); }",
                "new java.io.FileOutputStream(\"/srv/\" + bar, false).close();",
                "java.nio.file.Path path = java.nio.file.Paths.get(\"/srv/\" + bar + \".txt\"); java.nio.file.Files.newInputStream(path).close();")),
        new Exposure(
            "command",
            "UntrustedInput.commandExec",
            List.of(
                "Runtime.getRuntime().exec(\"convert \" + bar);",
                "String[] words = {\"sh\", \"-c\", \"convert \" + bar}; new ProcessBuilder(words).start();",
                "java.util.List<String> words = new java.util.ArrayList<>(); words.add(\"cmd.exe\"); words.add(\"/c\"); words.add(\"echo \" + bar); ProcessBuilder pb = new ProcessBuilder(); pb.command(words); pb.start();",
                "String[] env = {bar}; Runtime.getRuntime().exec(new String[] {\"ls\"}, env, new java.io.File(\"/\"));",
                "Runtime r = Runtime.getRuntime(); String line = \"echo \" + bar; Process started = r.exec(line); started.getInputStream().close();")),
        new Exposure(
            "xss",
            "UntrustedInput.xssWrite",
            List.of(
                "response.getWriter().println(bar);",
                "response.setContentType(\"text/html\"); java.io.PrintWriter out = response.getWriter(); out.write(\"<p>\" + bar + \"</p>\");",
                "Object[] both = {\"a\", bar}; response.getWriter().printf(java.util.Locale.US, \"Formatted %1$s %2$s.\", both);",
                "response.getOutputStream().print(bar);",
                "response.getWriter().print(bar.toCharArray());")),
        new Exposure(
            "ldap",
            "UntrustedInput.ldapInjection",
            List.of(
                "javax.naming.directory.DirContext c = new javax.naming.directory.InitialDirContext(); c.search(\"ou=people\", \"(uid=\" + bar + \")\", new javax.naming.directory.SearchControls());",
                "javax.naming.directory.InitialDirContext c = new javax.naming.directory.InitialDirContext(); String filter = \"(&(objectclass=person)(|(uid=\" + bar + \")(street={0})))\"; Object[] filters = new Object[] {\"x\"}; c.search(\"ou=people\", filter, filters, new javax.naming.directory.SearchControls());")),
        new Exposure(
            "xpath",
            "UntrustedInput.xpathInjection",
            List.of(
                "javax.xml.xpath.XPath xp = javax.xml.xpath.XPathFactory.newInstance().newXPath(); xp.evaluate(\"/orders/order[@id='\" + bar + \"']\", document);",
                "javax.xml.xpath.XPath xp = javax.xml.xpath.XPathFactory.newInstance().newXPath(); xp.compile(\"//order[@name='\" + bar + \"']\").evaluate(document);")),
        new Exposure(
            "expression",
            "UntrustedInput.expressionInjection",
            List.of(
                "new org.springframework.expression.spel.standard.SpelExpressionParser().parseExpression(bar).getValue();",
                "new javax.script.ScriptEngineManager().getEngineByName(\"js\").eval(\"go(\" + bar + \")\");",
                "Class.forName(bar).getName();")),
        new Exposure(
            "redirect",
            "UntrustedInput.openRedirect",
            List.of(
                "response.sendRedirect(bar);",
                "response.setHeader(\"Location\", bar);",
                "String url = response.encodeRedirectURL(bar); response.sendRedirect(url);")),
        new Exposure(
            "ssrf",
            "UntrustedInput.ssrf",
            List.of(
                "new java.net.URL(\"http://\" + bar + \"/prices\").openStream().close();",
                "java.net.http.HttpRequest.newBuilder(java.net.URI.create(bar)).build();",
                "java.net.URL url = new java.net.URL(bar); java.net.URLConnection c = url.openConnection(); c.connect();",
                "new org.springframework.web.client.RestTemplate().getForObject(bar, String.class);")),
        new Exposure(
            "trust",
            "UntrustedInput.trustBoundary",
            List.of(
                "request.getSession().setAttribute(\"user\", bar);",
                "jakarta.servlet.http.HttpSession session = request.getSession(); session.setAttribute(bar, \"10340\");")),
        new Exposure(
            "log",
            "UntrustedInput.logInjection",
            List.of(
                "LOG.info(\"user {}\", bar);",
                "LOG.warn(\"user \" + bar);",
                "java.util.logging.Logger.getLogger(\"x\").info(\"user \" + bar);")),
        new Exposure(
            "sql",
            "RawSql.jdbcConcat",
            List.of(
                "connection.createStatement().executeQuery(\"SELECT * FROM users WHERE name='\" + bar + \"'\");",
                "String sql = \"SELECT * FROM users WHERE name='\" + bar + \"'\"; connection.prepareStatement(sql).execute();",
                "java.sql.Statement statement = connection.createStatement(); statement.addBatch(\"UPDATE users SET name='\" + bar + \"'\"); statement.executeBatch();"),
            FlowShape.all(),
            Set.of("reflection"),
            Set.of()),
        new Exposure(
            "template",
            "RawSql.springJdbcConcat",
            List.of(
                "new org.springframework.jdbc.core.JdbcTemplate().queryForList(\"SELECT * FROM users WHERE name='\" + bar + \"'\");",
                "String sql = \"UPDATE users SET name='\" + bar + \"'\"; new org.springframework.jdbc.core.JdbcTemplate().update(sql);",
                "new org.springframework.jdbc.core.JdbcTemplate().queryForObject(\"SELECT id FROM users WHERE name='\" + bar + \"'\", Long.class);",
                "new org.springframework.jdbc.core.JdbcTemplate().batchUpdate(\"DELETE FROM users WHERE name='\" + bar + \"'\");"),
            FlowShape.all(),
            Set.of("reflection"),
            Set.of()),
        new Exposure(
            "deserialise",
            "UntrustedInput.unsafeDeserialise",
            List.of(
                "new java.io.ObjectInputStream(new java.io.ByteArrayInputStream(java.util.Base64.getDecoder().decode(bar))).readObject();",
                "byte[] bytes = bar.getBytes(); java.io.ObjectInputStream in = new java.io.ObjectInputStream(new java.io.ByteArrayInputStream(bytes)); Object read = in.readObject(); in.close();",
                "new java.beans.XMLDecoder(new java.io.ByteArrayInputStream(bar.getBytes())).readObject();",
                "org.springframework.util.SerializationUtils.deserialize(bar.getBytes());"),
            FlowShape.all(),
            Set.of("reflection"),
            Set.of("equal")));
  }
}
