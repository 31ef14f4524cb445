package dev.zonegate.variants;

import java.util.ArrayList;
import java.util.List;

/** Puts servlets together from every flow, with sources and sinks in turn. */
final class Variants {
  private static final int LEAST = 210;
  private static final List<String> SOURCES =
      List.of(
          "String param = request.getParameter(\"name\"); if (param == null) { param = \"\"; }",
          "String param = request.getHeader(\"X-Name\");",
          "String param = \"\"; jakarta.servlet.http.Cookie[] cookies = request.getCookies(); if (cookies != null) { for (jakarta.servlet.http.Cookie cookie : cookies) { if (cookie.getName().equals(\"name\")) { param = java.net.URLDecoder.decode(cookie.getValue(), \"UTF-8\"); break; } } }",
          "String[] values = request.getParameterValues(\"name\"); String param = values != null && values.length > 0 ? values[0] : \"\";",
          "java.util.Map<String, String[]> map0 = request.getParameterMap(); String param = \"\"; if (!map0.isEmpty()) { String[] values = map0.get(\"name\"); if (values != null) param = values[0]; }",
          "String param = \"\"; java.util.Enumeration<String> names = request.getHeaders(\"name\"); if (names != null && names.hasMoreElements()) { param = names.nextElement(); }",
          "String query = request.getQueryString(); int at = query.indexOf(\"name=\"); String param = query.substring(at + 5);",
          "java.io.BufferedReader reader = request.getReader(); String param = reader.readLine();",
          "String param = request.getPathInfo().substring(1);",
          "String param = new String(request.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);",
          "String param = request.getPart(\"file\").getSubmittedFileName();",
          "String param = request.getParameterNames().nextElement();",
          "String param = request.getCookies()[0].getValue();");

  private Variants() {}

  static List<Variant> of(Exposure exposure) {
    List<Variant> variants = new ArrayList<>();
    List<FlowShape> shapes = exposure.shapes();
    for (int round = 0; variants.size() < LEAST; round++) {
      for (int i = 0; i < shapes.size(); i++) {
        int source = (i * 7 + round * 3) % SOURCES.size();
        int sink = (i + round) % exposure.sinks().size();
        variants.add(variant(exposure, shapes.get(i), source, sink, round));
      }
    }
    return variants;
  }

  private static Variant variant(
      Exposure exposure, FlowShape shape, int source, int sink, int round) {
    String name = exposure.name() + "_" + shape.name() + "_" + source + "_" + sink + "_" + round;
    String code =
        """
        package variants.%1$s;
        import jakarta.servlet.http.*;
        public class %1$s extends HttpServlet {
          private static final org.slf4j.Logger LOG = org.slf4j.LoggerFactory.getLogger(%1$s.class);
          private java.sql.Connection connection;
          private org.w3c.dom.Document document;
          @Override
          public void doPost(HttpServletRequest request, HttpServletResponse response) {
            try {
              work(request, response);
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          }
          private void work(HttpServletRequest request, HttpServletResponse response) throws Exception {
            %2$s
            final String sent = param;
            %3$s
            %4$s
          }
          %5$s
        }
        """
            .formatted(
                name,
                SOURCES.get(source),
                shape.statements().replace("-> param;", "-> sent;"),
                exposure.sinks().get(sink),
                shape.members());
    return new Variant(exposure.name(), name, exposure.pattern(), shape.keeps(), code);
  }
}
