package dev.zonegate.facts;

import dev.zonegate.match.TypeNames;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.TypeShape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A class whose objects a container makes, with what it is given.
 *
 * @param at its name
 * @param name qualified
 */
public record Component(
    String path, Span at, String name, Layer layer, List<Collaborator> collaborators)
    implements Fact {
  private static final Pattern SERVICE_NAME =
      Pattern.compile(".*(Service|ServiceImpl|UseCase|Facade|Interactor|ApplicationService)");
  private static final TypeSet BEANS = TypeSet.load("drift/beans.types");
  private static final TypeSet WEB = TypeSet.load("drift/web.types");
  private static final TypeSet EXPORTED = TypeSet.load("drift/exported.types");
  private static final TypeSet SERVICES = TypeSet.load("drift/services.types");
  private static final TypeSet SET_UP = TypeSet.load("drift/set-up.types");
  private static final TypeSet STORES = TypeSet.load("ownership/stores.types");

  /** What a class is for, by its stereotype and then its name. */
  public enum Layer {
    WEB,
    SERVICE,
    DATA,
    SET_UP,
    OTHER
  }

  /**
   * Something that a container hands to a class.
   *
   * @param type qualified where that is known; a type argument has an entry of its own
   */
  public record Collaborator(String type, Injection.Way way) {}

  static void collect(SourceFile file, Consumer<Fact> facts) {
    for (Decl.Type type : file.all(Decl.Type.class)) {
      if (isBean(type)) {
        List<Collaborator> collaborators = new ArrayList<>();
        for (Injection each : Injection.into(file, type)) {
          TypeNames.in(file, each.variable().type())
              .forEach(name -> collaborators.add(new Collaborator(name, each.way())));
        }
        facts.accept(
            new Component(
                file.path(), type.nameSpan(), type.qualifiedName(), layer(type), collaborators));
      }
    }
  }

  /** Whether a container makes the objects of {@code type}, as its annotations say. */
  public static boolean isBean(Decl.Type type) {
    return type.kind() == TypeShape.Kind.CLASS
        && (BEANS.annotationIn(type.annotations()) != null
            || SET_UP.annotationIn(type.annotations()) != null);
  }

  /** The layer of a type. */
  public static Layer layer(Decl.Type type) {
    if (SET_UP.annotationIn(type.annotations()) != null) {
      return Layer.SET_UP;
    }
    if (EXPORTED.annotationIn(type.annotations()) != null) {
      return Layer.DATA;
    }
    if (WEB.annotationIn(type.annotations()) != null) {
      return Layer.WEB;
    }
    if (STORES.annotationIn(type.annotations()) != null || StoreNames.isStore(type.name())) {
      return Layer.DATA;
    }
    boolean isService = SERVICES.annotationIn(type.annotations()) != null;
    return isService || isServiceName(type.name()) ? Layer.SERVICE : Layer.OTHER;
  }

  /** Whether a type of this name holds business logic, as far as a name tells. */
  public static boolean isServiceName(String name) {
    return SERVICE_NAME.matcher(name).matches();
  }

  /**
   * Whether two files are of the same part of a build, by what stands before their source folders;
   * a compiler may name one of them from the root of the disk.
   */
  public static boolean isSameModule(String path, String other) {
    String one = "/" + module(path);
    String two = "/" + module(other);
    return one.equals(two)
        || isAbsolute(path) && !isAbsolute(other) && one.endsWith(two.equals("/") ? "" : two)
        || isAbsolute(other) && !isAbsolute(path) && two.endsWith(one.equals("/") ? "" : one);
  }

  private static boolean isAbsolute(String path) {
    return path.startsWith("/") || path.matches("[A-Za-z]:.*");
  }

  private static String module(String path) {
    int source = ("/" + path.replace('\\', '/')).indexOf("/src/");
    return source <= 0 ? "" : path.substring(0, source - 1);
  }
}
