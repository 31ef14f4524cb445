package dev.zonegate.facts;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Ownership;
import dev.zonegate.match.RequestData;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Reads what methods get from stores off a file. */
final class DataAccesses {
  private static final TypeSet STORES = TypeSet.load("ownership/stores.types");
  private static final ApiSet LOADS = ApiSet.load("ownership/loads.api");
  private static final TypeSet STORED = TypeSet.load("ownership/stored.types");
  private static final TypeSet CHANGING = TypeSet.load("ownership/changing.types");
  private static final int DEEPEST = 6;
  private static final Set<String> STORING = Set.of("existsById", "insert", "merge", "persist");
  private static final Set<String> ASKED = Set.of("isPresent", "isEmpty", "hasElement");
  private static final Set<String> PARSING =
      Set.of("fromString", "valueOf", "of", "toLong", "from", "new");
  private final SourceFile file;
  private final QueryCalls queries;

  private DataAccesses(SourceFile file) {
    this.file = file;
    this.queries = new QueryCalls(file);
  }

  static void collect(SourceFile file, Consumer<Fact> facts) {
    DataAccesses reader = new DataAccesses(file);
    for (Decl.Method method : file.all(Decl.Method.class)) {
      Decl.Type type = file.enclosing(method, Decl.Type.class);
      if (method.body() != null && type != null && !method.isConstructor()) {
        DataAccess access = reader.read(type, method);
        if (access.isTied() || !access.stores().isEmpty() || !access.calls().isEmpty()) {
          facts.accept(access);
        }
      }
    }
  }

  private DataAccess read(Decl.Type type, Decl.Method method) {
    List<DataAccess.StoreCall> stores = new ArrayList<>();
    List<DataAccess.BeanCall> calls = new ArrayList<>();
    for (Expr.Call call : file.allIn(method.body(), Expr.Call.class)) {
      QueryText query = queries.text(call).filter(QueryText::isKeyed).orElse(null);
      if (query != null) {
        stores.add(queries.storeCall(call, query, each -> from(method, each)));
      } else if (isStoreCall(call)) {
        stores.add(storeCall(method, call));
      } else {
        String target = target(type, call);
        if (!target.isEmpty()) {
          List<Integer> from = call.arguments().stream().map(each -> from(method, each)).toList();
          calls.add(new DataAccess.BeanCall(target, call.name(), from));
        }
      }
    }
    return new DataAccess(
        file.path(),
        method.nameSpan(),
        type.qualifiedName(),
        Supertypes.of(file, type),
        method.name(),
        method.params().size(),
        Ownership.of(file).ties(method),
        stores,
        calls);
  }

  private boolean isStoreCall(Expr.Call call) {
    if (call.target() == null || call.target() instanceof Expr.Super) {
      return false;
    }
    if (LOADS.matches(call).isYes()) {
      return true;
    }
    TypeRef type = call.target().type();
    boolean isStore = STORES.contains(type).isYes() || StoreNames.isStore(type.simpleName());
    boolean isPanache =
        call.target() instanceof Expr.TypeName
            && (STORED.contains(type).isYes() || STORED.isOnType(type));
    return (isStore || isPanache)
        && (StoreNames.isLookUp(call.name())
            || isChange(call)
            || STORING.contains(call.name())
            || call.name().startsWith("save"));
  }

  private DataAccess.StoreCall storeCall(Decl.Method method, Expr.Call call) {
    List<Integer> all = call.arguments().stream().map(each -> from(method, each)).toList();
    int from = all.isEmpty() ? DataAccess.ELSEWHERE : all.get(0);
    String entity = "";
    if (!call.arguments().isEmpty()
        && call.arguments().get(0) instanceof Expr.ClassLiteral literal) {
      entity = literal.named().ref().name();
      from = all.size() > 1 ? all.get(1) : DataAccess.ELSEWHERE;
    } else if (call.arguments().size() == 2
        && call.arguments().get(1) instanceof Expr.ClassLiteral literal) {
      entity = literal.named().ref().name();
    } else if (call.target() instanceof Expr.TypeName type) {
      entity = type.named().ref().name();
    }
    return new DataAccess.StoreCall(
        call.nameSpan(),
        call.target().type().name(),
        entity,
        call.name(),
        from,
        all,
        isAsked(call),
        isChange(call));
  }

  private static boolean isChange(Expr.Call call) {
    return StoreNames.isChange(call.name())
        || call.method() != null
            && call.method().annotations().stream()
                .anyMatch(each -> CHANGING.contains(TypeRef.named(each)).isYes());
  }

  private boolean isAsked(Expr.Call call) {
    return file.parent(call) instanceof Expr.Call onward
        && onward.target() == call
        && ASKED.contains(onward.name());
  }

  /** The type of the project that a call is for; empty for a library's. */
  private String target(Decl.Type type, Expr.Call call) {
    if (call.target() == null || call.target() instanceof Expr.This) {
      return type.qualifiedName();
    }
    boolean isField =
        Bindings.of(file).declaration(call.target()).orElse(null) instanceof Decl.Field field
            && field.type() instanceof TypeNode.Named;
    String name = call.target().type().name();
    return isField && isNear(name) ? name : "";
  }

  /** Whether a type is of the project, as far as its package tells. */
  private boolean isNear(String type) {
    String home = file.unit().packageName();
    return !type.isEmpty() && type.startsWith(Packages.root(home));
  }

  /** The parameter of {@code method} that {@code value} comes from. */
  private int from(Decl.Method method, Expr value) {
    return from(method, value, DEEPEST);
  }

  private int from(Decl.Method method, Expr value, int depth) {
    if (depth == 0) {
      return DataAccess.ELSEWHERE;
    }
    if (value instanceof Expr.Call call) {
      return fromCall(method, call, depth);
    }
    if (value instanceof Expr.Cast cast) {
      return from(method, cast.operand(), depth - 1);
    }
    if (value instanceof Expr.FieldAccess access && !(access.target() instanceof Expr.This)) {
      return from(method, access.target(), depth - 1);
    }
    Variable variable = Bindings.of(file).declaration(value).orElse(null);
    if (variable instanceof Decl.Param param && file.parent(param) == method) {
      return method.params().indexOf(param);
    }
    return variable instanceof Stmt.Local local && local.initializer() != null
        ? from(method, local.initializer(), depth - 1)
        : DataAccess.ELSEWHERE;
  }

  private int fromCall(Decl.Method method, Expr.Call call, int depth) {
    if (RequestData.isReturnedBy(call)) {
      return DataAccess.REQUEST;
    }
    if (call.target() != null && call.arguments().isEmpty()) {
      return from(method, call.target(), depth - 1);
    }
    boolean isParsed =
        call.arguments().size() == 1
            && (PARSING.contains(call.name())
                || call.name().startsWith("parse") && call.name().length() > "parse".length()
                || call.name().startsWith("decode"));
    return isParsed ? from(method, call.arguments().get(0), depth - 1) : DataAccess.ELSEWHERE;
  }
}
