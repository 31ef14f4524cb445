package dev.zonegate.facts;

import dev.zonegate.facts.TypeOutput.OutputField;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeShape;
import dev.zonegate.model.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What Jackson writes of a type, by its defaults and its annotations. */
final class JsonForm {
  private static final TypeSet GETTERS = TypeSet.load("exposure/generated-getters.types");
  private static final TypeSet HIDING = TypeSet.load("exposure/json-hiding.types");
  private static final String PROPERTY = "com.fasterxml.jackson.annotation.JsonProperty";
  private static final String IGNORED = "com.fasterxml.jackson.annotation.JsonIgnoreProperties";
  private static final String INCLUDED = "com.fasterxml.jackson.annotation.JsonIncludeProperties";
  private final SourceFile file;
  private final Decl.Type type;

  /** Those of the type by name and number of parameters, which are asked for each field. */
  private final Map<String, Decl.Method> methods = new HashMap<>();

  private JsonForm(SourceFile file, Decl.Type type) {
    this.file = file;
    this.type = type;
    for (Decl each : type.members()) {
      if (each instanceof Decl.Method method && !method.isConstructor()) {
        methods.putIfAbsent(method.name() + "/" + method.params().size(), method);
      }
    }
  }

  /** The fields of {@code type} that its JSON form shows. */
  static List<OutputField> fields(SourceFile file, Decl.Type type) {
    JsonForm form = new JsonForm(file, type);
    boolean isData = type.kind() == TypeShape.Kind.CLASS || type.kind() == TypeShape.Kind.RECORD;
    return isData && HIDING.annotationIn(type.annotations()) == null
        ? DataFields.of(type).stream().filter(form::isWritten).map(DataFields::output).toList()
        : List.of();
  }

  private boolean isWritten(Variable field) {
    Decl.Method getter = getter(field);
    boolean isVisible =
        field instanceof Decl.Param
            || field.modifiers().contains(Modifier.PUBLIC)
            || getter != null && getter.modifiers().contains(Modifier.PUBLIC)
            || getter == null && isGetterGenerated(field)
            || DataFields.annotation(field.annotations(), PROPERTY).isPresent();
    List<Annotation> annotations = new ArrayList<>(field.annotations());
    if (getter != null) {
      annotations.addAll(getter.annotations());
    }
    Decl.Method setter = methods.get("set" + TextForm.capitalized(field.name()) + "/1");
    if (setter != null) {
      annotations.addAll(setter.annotations());
    }
    return isVisible
        && HIDING.annotationIn(annotations) == null
        && !isWriteOnly(annotations)
        && !isLeftOut(field.name());
  }

  private Decl.Method getter(Variable field) {
    Decl.Method bean = methods.get("get" + TextForm.capitalized(field.name()) + "/0");
    return bean == null && field instanceof Decl.Param ? methods.get(field.name() + "/0") : bean;
  }

  private boolean isGetterGenerated(Variable field) {
    Annotation onField = DataFields.annotation(field.annotations(), "lombok.Getter").orElse(null);
    Annotation getter = onField == null ? GETTERS.annotationIn(type.annotations()) : onField;
    return getter != null && !file.text(getter).contains("NONE");
  }

  private boolean isWriteOnly(List<Annotation> annotations) {
    return DataFields.annotation(annotations, PROPERTY)
        .map(each -> each.argument("access"))
        .filter(
            access ->
                access instanceof Expr.FieldAccess constant && constant.name().equals("WRITE_ONLY")
                    || access instanceof Expr.Name name && name.name().equals("WRITE_ONLY"))
        .isPresent();
  }

  /** By the lists on the type. */
  private boolean isLeftOut(String name) {
    Annotation ignored = DataFields.annotation(type.annotations(), IGNORED).orElse(null);
    Annotation included = DataFields.annotation(type.annotations(), INCLUDED).orElse(null);
    return ignored != null && DataFields.texts(file, ignored, "value").contains(name)
        || included != null && !DataFields.texts(file, included, "value").contains(name);
  }
}
