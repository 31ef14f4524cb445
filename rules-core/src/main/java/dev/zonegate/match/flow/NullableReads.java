package dev.zonegate.match.flow;

import dev.zonegate.match.Api;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Methods;
import dev.zonegate.match.RequestData;
import dev.zonegate.match.TypeSet;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.match.flow.PossibleNull.Sure;
import dev.zonegate.model.Catch;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.TypeShape;
import dev.zonegate.model.Variable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a call of a method that can return null does so on this target with these arguments. */
final class NullableReads {
  private static final Set<String> ALWAYS_SET =
      Set.copyOf(Vocabulary.lines("nullness/always-set.words"));
  private static final TypeSet BROAD = TypeSet.load("nullness/broad-failures.types");
  private static final Pattern FILLED_COLUMN =
      Pattern.compile("(?i)(.*_)?(id|uuid|key|name|code|type|status)|(created|updated|inserted).*");
  private static final Pattern CATALOGUE =
      Pattern.compile(
          "(?i)information_schema|syscat\\.|sysibm\\.|pg_catalog|(all|user)_(tables|indexes|tab)"
              + "|DatabaseMetaData|getMetaData\\(");
  private static final TypeSet APPLICATION = TypeSet.load("sql/application-classes.types");
  private static final Pattern PARSING =
      Pattern.compile("readValue|convertValue|fromJson|getBody|parseObject|readMap|parseMap");
  private final SourceFile file;
  private final Bindings bindings;

  NullableReads(SourceFile file) {
    this.file = file;
    this.bindings = Bindings.of(file);
  }

  /** The table's {@code if} asks for more than the method's name. */
  boolean mayBeNull(Expr.Call call, Api api) {
    return switch (api.attributes().getOrDefault("if", "")) {
      case "key" -> isForeignKey(call);
      case "name" -> isNotAlwaysSet(call);
      case "named" -> constant(call).isPresent() && !isOwnFormat(call) || isAskedFor(call);
      case "parsed" -> isParsed(call.target());
      case "queue" -> isShared(call.target());
      case "false" -> constant(call).filter(Boolean.FALSE::equals).isPresent();
      case "first" -> constant(call).filter(Integer.valueOf(0)::equals).isPresent();
      case "cause" -> isBroad(call);
      case "own" -> !isNamedBy(call.target(), call.arguments().get(0));
      case "column" ->
          constant(call).map(Object::toString).filter(NullableReads::isFilled).isEmpty()
              && !isOfCatalogue(call);
      case "path" -> isPathFromText(call.target());
      default -> true;
    };
  }

  /** How often it does so; a table in a library class is taken to have what it is asked for. */
  Sure sure(Expr.Call call, Api api) {
    boolean isLookup = api.has("if", "key") && constant(call).isEmpty();
    boolean isSpecific = api.has("if", "message") && !isBroad(call);
    boolean isPassed = api.has("if", "named") && isPassedToLibrary(call);
    boolean isWeighed = api.has("if", "column") && isColumnWeighed(call);
    if (isSpecific
        || isPassed
        || isWeighed
        || isLookup && (!isInApplication(call) || isPassedWithKey(call))) {
      return Sure.SELDOM;
    }
    return Sure.valueOf(api.attributes().get("sure").toUpperCase(Locale.ROOT));
  }

  /** An exception that says nothing of its kind; one of several kinds is a known one too. */
  private boolean isBroad(Expr.Call call) {
    Variable variable = bindings.declaration(call.target()).orElse(null);
    boolean isOfSeveral =
        variable != null
            && file.parent(variable) instanceof Catch clause
            && clause.types().size() > 1;
    return BROAD.contains(call.receiverType()).isYes() && !isOfSeveral;
  }

  /**
   * A column by its number, which its query names, or in a class that looks whether others are
   * null: it knows its table.
   */
  private boolean isColumnWeighed(Expr.Call call) {
    Decl.Type type = file.enclosing(call, Decl.Type.class);
    return constant(call).filter(Integer.class::isInstance).isPresent()
        || type != null
            && file.allIn(type, Expr.Call.class).stream()
                .filter(each -> each.receiverType().isNamed("java.sql.ResultSet"))
                .anyMatch(each -> each.name().equals("wasNull") || isCompared(each));
  }

  private boolean isCompared(Expr.Call read) {
    Node parent = file.parent(read);
    return parent instanceof Expr.Binary test && NullTest.of(test) != null
        || parent instanceof Stmt.Local held
            && bindings.uses(held).stream()
                .anyMatch(
                    use ->
                        file.parent(use) instanceof Expr.Binary test && NullTest.of(test) != null);
  }

  /** {@code read(Map values, String key)}: whether there is such a key is its caller's affair. */
  private boolean isPassedWithKey(Expr.Call call) {
    return bindings.declaration(call.target()).filter(Decl.Param.class::isInstance).isPresent()
        && bindings
            .declaration(call.arguments().get(0))
            .filter(Decl.Param.class::isInstance)
            .isPresent();
  }

  /** {@code views.stringPropertyNames().forEach(name -> views.getProperty(name))}. */
  private boolean isNamedBy(Expr target, Expr name) {
    Variable variable = bindings.declaration(name).orElse(null);
    Node giver = variable == null ? null : file.parent(variable);
    Expr source = null;
    if (giver instanceof Stmt.ForEach loop) {
      source = loop.iterable();
    } else if (giver instanceof Expr.Lambda && file.parent(giver) instanceof Expr.Call stage) {
      source = stage.target();
    }
    return source != null
        && file.allIn(source, Expr.class).stream()
            .anyMatch(each -> Places.of(file).isSame(each, target));
  }

  /** {@code for (Key key : table.keys())} and {@code table.value(key)}. */
  boolean isAskedForItsOwn(Expr.Call call) {
    return call.target() != null
        && call.arguments().size() == 1
        && isNamedBy(call.target(), call.arguments().get(0));
  }

  private boolean isInApplication(Expr.Call call) {
    Decl.Type type = file.enclosing(call, Decl.Type.class);
    return type != null && APPLICATION.annotationIn(type.annotations()) != null;
  }

  private Optional<Object> constant(Expr.Call call) {
    return call.arguments().isEmpty()
        ? Optional.empty()
        : Constants.of(file).value(call.arguments().get(0));
  }

  private static boolean isFilled(String column) {
    return FILLED_COLUMN.matcher(column).matches();
  }

  /** The tables in which a database describes itself are complete. */
  private boolean isOfCatalogue(Expr.Call call) {
    Decl.Method method = file.enclosing(call, Decl.Method.class);
    return method != null && CATALOGUE.matcher(file.text(method)).find();
  }

  /** A document that the callers of a class hand to it, who know what they ask for. */
  private boolean isPassedToLibrary(Expr.Call call) {
    Expr root = call.target();
    while (root instanceof Expr.Call earlier) {
      root = earlier.target();
    }
    Variable variable = root == null ? null : bindings.declaration(root).orElse(null);
    return variable instanceof Decl.Param
        && !isInApplication(call)
        && !RequestData.isHeldBy(variable, file);
  }

  /** A library that has constants for the names in a document reads a format of its own. */
  private boolean isOwnFormat(Expr.Call call) {
    return !(call.arguments().get(0) instanceof Expr.Literal) && isPassedToLibrary(call);
  }

  private boolean isNotAlwaysSet(Expr.Call call) {
    Object name = constant(call).orElse(null);
    if (name == null) {
      return isAskedFor(call);
    }
    return call.name().equals("getProperty") && !ALWAYS_SET.contains(name.toString());
  }

  /** Under a name that the caller of this method gives, not one that was just read from it. */
  private boolean isAskedFor(Expr.Call call) {
    Variable name = bindings.declaration(call.arguments().get(0)).orElse(null);
    return name instanceof Decl.Param param
        && file.parent(name) instanceof Decl.Method
        && !isAlwaysConstant(param);
  }

  /** A private method that its file calls with fixed names only. */
  private boolean isAlwaysConstant(Decl.Param param) {
    List<Expr> given = Methods.of(file).argumentsFor(param);
    return !given.isEmpty()
        && given.stream().allMatch(each -> Constants.of(file).value(each).isPresent());
  }

  /** {@code URI.create(text)}: what parts it has depends on the text. */
  private boolean isParsed(Expr target) {
    Variable variable = bindings.declaration(target).orElse(null);
    Expr made = variable instanceof Stmt.Local ? variable.initializer() : target;
    boolean isMade =
        made instanceof Expr.New
            || made instanceof Expr.Call call && call.name().matches("create|toURI|toURL");
    return isMade
        && Constants.of(file)
            .values(
                ((Invocation) made).arguments().isEmpty()
                    ? made
                    : ((Invocation) made).arguments().get(0))
            .isEmpty();
  }

  /** A queue that others fill and empty too; what a method does with its own it can know. */
  private boolean isShared(Expr target) {
    Variable queue = bindings.declaration(target).orElse(null);
    return queue instanceof Decl.Field
        || queue instanceof Decl.Param && file.parent(queue) instanceof Decl.Method;
  }

  /** A payload asked for a name, or a table asked for what a caller wants. */
  private boolean isForeignKey(Expr.Call call) {
    TypeRef keyType = call.arguments().get(0).type();
    boolean isEnum =
        keyType.shape().kind() == TypeShape.Kind.ENUM
            || call.receiverType().isA("java.util.EnumMap").isYes();
    Variable map = bindings.declaration(call.target()).orElse(null);
    if (isEnum || map == null || isFilledByConstants(map, call.arguments().get(0))) {
      return false;
    }
    if (constant(call).isPresent()) {
      return isPayload(map);
    }
    Variable key = bindings.declaration(call.arguments().get(0)).orElse(null);
    return (map instanceof Decl.Field || map instanceof Decl.Param)
        && key instanceof Decl.Param param
        && file.parent(param) instanceof Decl.Method method
        && !method.modifiers().contains(Modifier.PRIVATE)
        && !method.isConstructor();
  }

  /** {@code allowed.put(State.OPEN, ...)} for a key of a {@code State} that nobody resolves. */
  private boolean isFilledByConstants(Variable map, Expr key) {
    Variable asked = key.type().isUnknown() ? bindings.declaration(key).orElse(null) : null;
    if (asked == null || asked.type() == null) {
      return false;
    }
    String type = file.text(asked.type());
    List<Expr.Call> puts =
        bindings.uses(map).stream()
            .map(file::parent)
            .filter(Expr.Call.class::isInstance)
            .map(Expr.Call.class::cast)
            .filter(each -> each.name().equals("put") && each.arguments().size() == 2)
            .toList();
    return !puts.isEmpty()
        && puts.stream()
            .allMatch(
                each ->
                    each.arguments().get(0) instanceof Expr.FieldAccess constant
                        && file.text(constant.target()).equals(type));
  }

  private boolean isPayload(Variable map) {
    return RequestData.isHeldBy(map, file)
        || map instanceof Stmt.Local local
            && local.initializer() instanceof Expr.Call made
            && PARSING.matcher(made.name()).matches();
  }

  /** {@code Path.of(name)} and {@code new File(name)} have no parent if the name has none. */
  private boolean isPathFromText(Expr target) {
    Expr made = target;
    Variable variable = bindings.declaration(target).orElse(null);
    if (variable instanceof Stmt.Local && bindings.isAssignedOnce(variable)) {
      made = variable.initializer();
    }
    boolean isPath =
        made instanceof Expr.Call call
            && call.receiverType().isAnyOf("java.nio.file.Path", "java.nio.file.Paths").isYes()
            && (call.name().equals("of") || call.name().equals("get"))
            && call.arguments().size() == 1
            && isUnknownText(call.arguments().get(0));
    return isPath
        || made instanceof Expr.New created
            && created.receiverType().isNamed("java.io.File")
            && created.arguments().size() == 1
            && isUnknownText(created.arguments().get(0));
  }

  private boolean isUnknownText(Expr text) {
    return text.type().isNamed("java.lang.String")
        && Constants.of(file).values(text).isEmpty()
        && text instanceof Expr.Name;
  }
}
