package dev.zonegate.facts;

import dev.zonegate.facts.TextFlow.MethodKey;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Inert;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A method of an interface that MyBatis may implement by a statement in XML, and what the statement
 * can say of its parameters.
 *
 * @param owner the qualified name of the interface, which is the statement's namespace
 * @param name of the method, which is the statement's id
 * @param parameters without those that MyBatis keeps for itself
 */
public record MapperMethod(
    String path, Span at, String owner, String name, int count, List<Bound> parameters)
    implements Fact {
  /** What a parameter holds. */
  public enum Kind {
    TEXT,
    /** Numbers, enums and the like, which cannot hold somebody's text. */
    INERT,
    /** Values under names that no type tells. */
    MAP,
    OBJECT
  }

  /**
   * A parameter.
   *
   * @param index among all parameters of the method
   * @param name as the statement knows it
   * @param isNamed whether {@code @Param} gives the name
   * @param type of the object, or of the elements of a collection of objects
   */
  public record Bound(Span at, int index, String name, boolean isNamed, Kind kind, String type) {}

  private static final String PARAM = "org.apache.ibatis.annotations.Param";
  private static final Pattern MAPPER = Pattern.compile("(?i).*(mapper|mapping|dao)");
  private static final Set<String> OWN =
      Set.of("org.apache.ibatis.session.RowBounds", "org.apache.ibatis.session.ResultHandler");
  private static final Set<String> COLLECTIONS =
      Set.of("java.util.Collection", "java.util.List", "java.util.Set", "java.lang.Iterable");
  private static final Set<String> MAPS = Set.of("java.util.Map", "java.util.HashMap");
  private static final Set<String> TEXTS =
      Set.of("java.lang.String", "java.lang.CharSequence", "java.lang.String[]");

  static void collect(SourceFile file, Consumer<Fact> facts) {
    for (Decl.Type type : file.all(Decl.Type.class)) {
      if (type.kind() == TypeShape.Kind.INTERFACE && mayBeMapper(file, type)) {
        for (Decl each : type.members()) {
          if (each instanceof Decl.Method method && method.body() == null) {
            facts.accept(of(file, type, method));
          }
        }
      }
    }
  }

  private static boolean mayBeMapper(SourceFile file, Decl.Type type) {
    return MAPPER.matcher(type.name()).matches() || file.text().content().contains("mybatis");
  }

  private static MapperMethod of(SourceFile file, Decl.Type type, Decl.Method method) {
    List<Bound> parameters = new ArrayList<>();
    for (Decl.Param each : method.params()) {
      if (!OWN.contains(each.type().ref().name())) {
        parameters.add(bound(file, each, method.params().indexOf(each)));
      }
    }
    return new MapperMethod(
        file.path(),
        method.nameSpan(),
        type.qualifiedName(),
        method.name(),
        method.params().size(),
        List.copyOf(parameters));
  }

  private static Bound bound(SourceFile file, Decl.Param param, int index) {
    String name = null;
    for (Annotation each : param.annotations()) {
      Expr value = each.argument("value");
      if (each.type().isNamed(PARAM) && value != null) {
        name = Constants.of(file).text(value).orElse(param.name());
      }
    }
    TypeNode held = element(param.type());
    return new Bound(
        param.nameSpan(),
        index,
        name == null ? param.name() : name,
        name != null,
        kind(param, held),
        held.ref().name());
  }

  private static TypeNode element(TypeNode type) {
    boolean isCollection =
        type instanceof TypeNode.Named named
            && COLLECTIONS.contains(type.ref().name())
            && named.arguments().size() == 1;
    if (isCollection) {
      return ((TypeNode.Named) type).arguments().get(0);
    }
    return type instanceof TypeNode.Array array ? array.element() : type;
  }

  private static Kind kind(Decl.Param param, TypeNode held) {
    if (Inert.isDeclaredBy(param) || Inert.contains(held.ref())) {
      return Kind.INERT;
    }
    String name = held.ref().name();
    return TEXTS.contains(name) ? Kind.TEXT : MAPS.contains(name) ? Kind.MAP : Kind.OBJECT;
  }

  /** How calls name it. */
  public MethodKey key() {
    return new MethodKey(owner, name, count);
  }
}
