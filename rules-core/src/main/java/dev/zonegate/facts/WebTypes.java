package dev.zonegate.facts;

import dev.zonegate.match.DataChanges;
import dev.zonegate.match.Methods;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads types with handlers off a file. */
final class WebTypes {
  private static final TypeSet CONTROLLERS = TypeSet.load("web/controllers.types");
  private static final TypeSet CLIENTS = TypeSet.load("web/clients.types");
  private static final TypeSet PRINCIPALS = TypeSet.load("security/principals.types");
  private static final TypeSet NO_HANDLER = TypeSet.load("web/no-handlers.types");

  private static final Pattern LIBRARIES =
      Pattern.compile("^(java|javax|jakarta|lombok|org|io|com\\.fasterxml|com\\.google)\\.");

  private final SourceFile file;
  private final MappingReader mappings;
  private final WrittenGuards guards;

  private WebTypes(SourceFile file) {
    this.file = file;
    this.mappings = new MappingReader(file);
    this.guards = new WrittenGuards(file);
  }

  static void collect(SourceFile file, Consumer<Fact> facts) {
    WebTypes reader = new WebTypes(file);
    for (Decl.Type type : file.all(Decl.Type.class)) {
      WebType web = reader.read(type);
      if (web.isController() || web.isClient() || isMapped(web)) {
        facts.accept(web);
      }
    }
  }

  private static boolean isMapped(WebType web) {
    return !web.prefixes().isEmpty()
        || !web.locators().isEmpty()
        || web.methods().stream().anyMatch(each -> !each.mappings().isEmpty())
        // what it implements may be mapped
        || !web.isInterface()
            && !web.methods().isEmpty()
            && web.supertypes().stream().anyMatch(each -> !each.startsWith("java."));
  }

  private WebType read(Decl.Type type) {
    List<WebType.WebMethod> methods = new ArrayList<>();
    List<WebType.Locator> locators = new ArrayList<>();
    LocatorReader reader = new LocatorReader(file, mappings, guards);
    for (Decl each : type.members()) {
      if (each instanceof Decl.Method method && mayHandle(method)) {
        methods.add(read(type, method));
      }
      if (each instanceof Decl.Method method) {
        locators.addAll(reader.read(type, method));
      }
    }
    List<String> supertypes = Supertypes.of(file, type);
    return new WebType(
        file.path(),
        type.nameSpan(),
        type.qualifiedName(),
        type.kind() == TypeShape.Kind.INTERFACE || type.modifiers().contains(Modifier.ABSTRACT),
        CONTROLLERS.annotationIn(type.annotations()) != null,
        CLIENTS.annotationIn(type.annotations()) != null,
        supertypes,
        mappings.prefixes(type),
        guards.on(type).stream().toList(),
        methods,
        locators);
  }

  private boolean mayHandle(Decl.Method method) {
    if (method.isConstructor()
        || method.modifiers().contains(Modifier.STATIC)
        || method.modifiers().contains(Modifier.PRIVATE)
        || NO_HANDLER.annotationIn(method.annotations()) != null) {
      return false;
    }
    boolean isPublic = method.modifiers().contains(Modifier.PUBLIC);
    return isPublic && mayImplement(method) || !mappings.of(method).isEmpty();
  }

  /** Whether a supertype may say what calls a method; who says so of one says so of all. */
  private boolean mayImplement(Decl.Method method) {
    return isOverride(method)
        || file.parent(method) instanceof Decl.Type type
            && !type.implementsTypes().isEmpty()
            && type.members().stream().noneMatch(WebTypes::isOverride);
  }

  private static boolean isOverride(Decl member) {
    return member instanceof Decl.Method method
        && method.annotations().stream().anyMatch(each -> each.name().equals("Override"));
  }

  private List<Guard> methodGuards(Decl.Type type, Decl.Method method) {
    return Stream.of(guards.on(type, method), guards.within(type, method))
        .flatMap(Optional::stream)
        .toList();
  }

  private WebType.WebMethod read(Decl.Type type, Decl.Method method) {
    return new WebType.WebMethod(
        method.nameSpan(),
        method.name(),
        HandlerMethod.parameters(method),
        isOverride(method),
        method.body() != null,
        mappings.of(method),
        methodGuards(type, method),
        DataChanges.in(file, method).isPresent(),
        method.params().stream().anyMatch(WebTypes::isPrincipal),
        Stream.concat(
                unknown(
                    method.annotations(), Guard.Source.METHOD, WrittenGuards.name(type, method)),
                unknown(type.annotations(), Guard.Source.CLASS, type.name()))
            .toList(),
        own(method.annotations()),
        inheritedCalls(type, method));
  }

  /** What a method, or a method of the file that it calls, calls of a superclass. */
  private List<String> inheritedCalls(Decl.Type type, Decl.Method method) {
    if (type.extendsTypes().isEmpty() || method.body() == null) {
      return List.of();
    }
    Set<String> own =
        type.members().stream()
            .filter(Decl.Method.class::isInstance)
            .map(Decl.Method.class::cast)
            .map(each -> InheritedCheck.call(each.name(), each.params().size()))
            .collect(Collectors.toSet());
    return Stream.concat(Stream.of(method), calledOfFile(method))
        .filter(each -> each.body() != null)
        .flatMap(each -> file.allIn(each.body(), Expr.Call.class).stream())
        .filter(each -> isInherited(each, own))
        .map(WebTypes::call)
        .distinct()
        .toList();
  }

  private Stream<Decl.Method> calledOfFile(Decl.Method method) {
    return file.allIn(method.body(), Expr.Call.class).stream()
        .map(each -> Methods.of(file).declaration(each))
        .flatMap(Optional::stream)
        .filter(each -> each != method);
  }

  private static String call(Expr.Call call) {
    return InheritedCheck.call(call.name(), call.arguments().size());
  }

  private static boolean isInherited(Expr.Call call, Set<String> own) {
    return call.target() instanceof Expr.Super
        || (call.target() == null || call.target() instanceof Expr.This)
            && !own.contains(call(call));
  }

  private static List<String> own(List<Annotation> annotations) {
    return annotations.stream()
        .map(each -> each.type().name())
        .filter(each -> !LIBRARIES.matcher(each).find())
        .toList();
  }

  /** Annotations of the project's own that were not to be found. */
  private static Stream<Guard> unknown(
      List<Annotation> annotations, Guard.Source source, String from) {
    return annotations.stream()
        .filter(each -> !each.type().isResolved() && !LIBRARIES.matcher(each.type().name()).find())
        .map(each -> Guard.possible(source, "@" + each.name(), from));
  }

  private static boolean isPrincipal(Decl.Param param) {
    return PRINCIPALS.annotationIn(param.annotations()) != null
        || PRINCIPALS.contains(param.type().ref()).isYes();
  }
}
