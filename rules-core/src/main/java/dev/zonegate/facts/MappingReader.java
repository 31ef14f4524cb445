package dev.zonegate.facts;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Constants;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeRef;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the annotations that map a method to requests, messages or times. */
final class MappingReader {
  private static final ApiSet MAPPINGS = ApiSet.load("web/mappings.api");
  private static final TypeSet PREFIXES = TypeSet.load("web/prefixes.types");
  private static final TypeSet HOLDERS = TypeSet.load("web/mapping-holders.types");
  private static final TypeSet PATH = TypeSet.of("=jakarta.ws.rs.Path");
  private static final List<String> ELEMENTS =
      List.of(
          "value",
          "path",
          "url",
          "uri",
          "uris",
          "topics",
          "topicPattern",
          "topicPartitions",
          "queues",
          "queuesToDeclare",
          "bindings",
          "destination",
          "topic",
          "cron",
          "fixedRate",
          "fixedRateString",
          "fixedDelay",
          "fixedDelayString",
          "every",
          "id",
          "hour");
  private static final List<String> KEYS =
      List.of("value", "topics", "queues", "destination", "topic", "cron", "hour");

  private final SourceFile file;
  private final Map<TypeRef, Optional<Api>> known = new IdentityHashMap<>();

  MappingReader(SourceFile file) {
    this.file = file;
  }

  /** The paths that a type puts before those of its methods. */
  List<String> prefixes(Decl.Type type) {
    for (Annotation each : type.annotations()) {
      if (PREFIXES.contains(each.type()).isYes()) {
        return paths(each);
      }
    }
    Annotation composed = PREFIXES.annotationIn(type.annotations());
    return composed == null ? List.of() : paths(composed);
  }

  /** The paths for which a method returns what serves them; empty if it serves them itself. */
  List<String> located(Decl.Method method) {
    return of(method).isEmpty() ? ownPaths(method) : List.of();
  }

  private List<String> ownPaths(Decl.Method method) {
    List<String> own = List.of();
    for (Annotation each : method.annotations()) {
      if (PATH.contains(each.type()).isYes()) {
        own = paths(each);
      }
    }
    return own;
  }

  /** What calls a method by its own annotations. */
  List<WebType.Mapping> of(Decl.Method method) {
    List<WebType.Mapping> found = new ArrayList<>();
    List<String> own = ownPaths(method);
    for (Annotation each : repeated(method.annotations())) {
      Api api = mapping(each.type());
      if (api != null) {
        Endpoint.Kind kind = Endpoint.Kind.valueOf(api.attributes().get("kind"));
        List<String> paths = kind == Endpoint.Kind.JAX_RS ? own : paths(each);
        boolean isOfClass = kind == Endpoint.Kind.MESSAGE && paths.isEmpty();
        if (isOfClass && file.parent(method) instanceof Decl.Type type) {
          paths = topics(type);
        }
        found.add(new WebType.Mapping(kind, verbs(each, api), paths));
      }
    }
    return found;
  }

  /** The topics or queues that a class listens to. */
  List<String> topics(Decl.Type type) {
    return type.annotations().stream()
        .filter(each -> mapping(each.type()) != null || each.name().endsWith("MessageDriven"))
        .flatMap(each -> paths(each).stream())
        .toList();
  }

  /** The annotations, and those that one holds which is there to hold several. */
  private List<Annotation> repeated(List<Annotation> annotations) {
    List<Annotation> all = new ArrayList<>();
    for (Annotation each : annotations) {
      all.add(each);
      if (HOLDERS.contains(each.type()).isYes() && each.argument("value") != null) {
        all.addAll(file.allIn(each.argument("value"), Annotation.class));
      }
    }
    return all;
  }

  /** What is known of an annotation, or of the first that it carries itself. */
  private Api mapping(TypeRef annotation) {
    return known.computeIfAbsent(annotation, MappingReader::find).orElse(null);
  }

  private static Optional<Api> find(TypeRef annotation) {
    Optional<Api> known = own(annotation);
    if (known.isPresent()) {
      return known;
    }
    return annotation.shape().annotations().stream()
        .sorted()
        .map(each -> own(TypeRef.named(each)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Api> own(TypeRef annotation) {
    for (String each : KEYS) {
      Optional<Api> found = MAPPINGS.find(annotation, each);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private List<String> verbs(Annotation annotation, Api api) {
    String fixed = api.attributes().get("verb");
    if (fixed != null) {
      return List.of(fixed);
    }
    Expr methods = annotation.argument("method");
    if (methods == null) {
      return List.of();
    }
    List<String> verbs = new ArrayList<>();
    for (Expr each : elements(methods)) {
      if (each instanceof Expr.FieldAccess access) {
        verbs.add(access.name());
      } else if (each instanceof Expr.Name name) {
        verbs.add(name.name());
      }
    }
    return verbs;
  }

  private List<String> paths(Annotation annotation) {
    List<String> paths = new ArrayList<>();
    for (String element : ELEMENTS) {
      Expr value = annotation.argument(element);
      if (value != null) {
        elements(value).forEach(each -> paths.addAll(texts(each)));
      }
    }
    return paths.stream().distinct().toList();
  }

  /** A value, or what an annotation in its place names: {@code @Queue("orders")}. */
  private List<String> texts(Expr value) {
    List<Annotation> inner = file.allIn(value, Annotation.class);
    return inner.isEmpty()
        ? List.of(text(value))
        : inner.stream()
            .flatMap(each -> Stream.of(each.argument("topic"), each.argument("value")))
            .filter(each -> each != null && file.allIn(each, Annotation.class).isEmpty())
            .map(this::text)
            .toList();
  }

  private String text(Expr value) {
    return Constants.of(file)
        .value(value)
        .map(Object::toString)
        .orElseGet(() -> "{" + file.text(value).replaceAll("\\s+", "") + "}");
  }

  private static List<Expr> elements(Expr value) {
    return value instanceof Expr.ArrayInitializer array ? array.elements() : List.of(value);
  }
}
