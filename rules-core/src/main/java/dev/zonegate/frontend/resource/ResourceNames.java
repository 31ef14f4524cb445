package dev.zonegate.frontend.resource;

import dev.zonegate.model.ResourceFile.Format;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which files are read as resources, by their names. */
public final class ResourceNames {
  private static final Pattern ENV = Pattern.compile("(?:.*/)?(?:[\\w-]+)?\\.env(?:\\.[\\w-]+)*");
  private static final Pattern YAML =
      Pattern.compile("(?:.*/)?(?:application|bootstrap)(?:[-.][^/]+)?\\.ya?ml");

  /** JSON is YAML. */
  private static final Pattern LOG4J =
      Pattern.compile("(?:.*/)?log4j2?(?:-[^/.]+)?\\.(?:ya?ml|jso?n)");

  private static final Pattern BUNDLE =
      Pattern.compile(
          "(?:.*/)?(?=[^/]*\\.properties\\z)(?:(?:messages?|labels?|texts?|i18n|validationmessages|strings?|errors?|translations?|bundle)[^/]*"
              + "|[^/]*(?:messages|resources|bundle|labels)(?:_[^/]*)?"
              + "|[^/]+_[a-z]{2}(?:_[a-z]{2})?)\\.properties");
  private static final Pattern XML =
      Pattern.compile(
          "(?:.*/)?(?=[^/]*\\.xml\\z)(?:logback[^/]*|log4j[^/]*|[^/]*mapper|[^/]*mapping|[^/]*dao|[^/]*repository|[^/]*sqlmap|pom|persistence|web|hibernate[^/]*"
              + "|[^/]*context[^/]*|beans[^/]*|spring[^/]*|[^/]*datasource[^/]*|[^/]*security[^/]*|mybatis[^/]*"
              + "|context|tomcat-users)\\.xml");
  private static final Pattern MAPPER_FOLDER =
      Pattern.compile(
          "(?s)(?=.*\\.xml\\z)(?:.*/)?(?:mappers?|mappings?|dao|mybatis|sqlmaps?|ibatis)/(?:.*/)?[^/]+\\.xml");
  private static final Pattern PROFILE =
      Pattern.compile("(?:application|bootstrap)-([^/.]+)\\.(?:ya?ml|properties)");
  private static final Pattern ENV_PROFILE =
      Pattern.compile("(?:([\\w-]*)\\.env|\\.env\\.([\\w.-]+))");

  private ResourceNames() {}

  /**
   * How a file is read; empty if it is not. Names are compared without case; message bundles and
   * templates ({@code .env.example}) are left out.
   *
   * @param path with {@code /}
   */
  public static Optional<Format> format(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    if (YAML.matcher(name).matches() || LOG4J.matcher(name).matches()) {
      return Optional.of(Format.YAML);
    }
    if (ENV.matcher(name).matches() && !isTemplate(name)) {
      return Optional.of(Format.ENV);
    }
    if (name.endsWith(".properties") && !BUNDLE.matcher(name).matches()) {
      return Optional.of(Format.PROPERTIES);
    }
    boolean isXml = XML.matcher(name).matches() || MAPPER_FOLDER.matcher(name).matches();
    return isXml ? Optional.of(Format.XML) : Optional.empty();
  }

  private static boolean isTemplate(String name) {
    return name.matches("(?s).*\\.(?:example|sample|template|dist|tmpl|defaults?)(?:\\..*)?");
  }

  /** The profile that a file's name gives its settings; empty if none. */
  static String profile(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    Matcher config = PROFILE.matcher(name);
    if (config.matches()) {
      return config.group(1);
    }
    Matcher env = ENV_PROFILE.matcher(name);
    if (!env.matches()) {
      return "";
    }
    return env.group(1) == null ? env.group(2) : env.group(1);
  }
}
