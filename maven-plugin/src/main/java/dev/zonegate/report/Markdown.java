package dev.zonegate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Our pages, which are Markdown, as HTML. */
final class Markdown {
  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

  private Markdown() {}

  /**
   * The HTML of a page.
   *
   * @param prefix of the ids of its headings, which are their texts
   */
  static String html(String markdown, String prefix) {
    return HtmlRenderer.builder()
        .extensions(EXTENSIONS)
        .escapeHtml(true)
        .sanitizeUrls(true)
        .attributeProviderFactory(context -> (node, tag, to) -> attribute(node, tag, to, prefix))
        .build()
        .render(withoutFileLinks(PARSER.parse(markdown)));
  }

  /** The HTML of one line, to stand within a paragraph of others. */
  static String line(String markdown) {
    String html = html(markdown, "").strip();
    boolean isParagraph = html.startsWith("<p>") && html.endsWith("</p>");
    return isParagraph ? html.substring("<p>".length(), html.length() - "</p>".length()) : html;
  }

  /** Pages link to others by their place in our sources, where no reader of the HTML is. */
  private static Node withoutFileLinks(Node document) {
    List<Link> links = new ArrayList<>();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Link link) {
            links.add(link);
            visitChildren(link);
          }
        });
    for (Link link : links) {
      if (!link.getDestination().startsWith("#") && !link.getDestination().contains("://")) {
        while (link.getFirstChild() != null) {
          link.insertBefore(link.getFirstChild());
        }
        link.unlink();
      }
    }
    return document;
  }

  private static void attribute(Node node, String tag, Map<String, String> to, String prefix) {
    if (node instanceof Heading && node.getFirstChild() instanceof Text text) {
      to.put("id", prefix + text.getLiteral().replace(' ', '-'));
    }
    if (node instanceof FencedCodeBlock block && tag.equals("pre")) {
      String info = block.getInfo();
      if (info.contains("bad=")) {
        to.put("data-kind", "bad");
      } else if (info.endsWith(" good") || info.contains(" good ")) {
        to.put("data-kind", "good");
      }
    }
  }
}
