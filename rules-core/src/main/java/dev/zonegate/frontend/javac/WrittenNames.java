package dev.zonegate.frontend.javac;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.zonegate.frontend.ImportScope;
import dev.zonegate.frontend.KnownTypes;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Span;
import dev.zonegate.model.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Names in the header of a type that javac does not know, as the imports of its file say them. */
final class WrittenNames {
  private static final Span NOWHERE = new Span(1, 1, 1, 1);
  private final Trees trees;
  private final Map<CompilationUnitTree, ImportScope> scopes = new IdentityHashMap<>();
  private final Map<TypeElement, Map<Element, Set<String>>> members = new HashMap<>();

  WrittenNames(Trees trees) {
    this.trees = trees;
  }

  /** What a type is declared to be below and javac does not find, with what is above that. */
  Set<String> unknownSupertypes(TypeElement type) {
    TreePath path = trees.getPath(type);
    if (path == null || !(path.getLeaf() instanceof ClassTree tree)) {
      return Set.of();
    }
    List<Tree> clauses = new ArrayList<>(tree.getImplementsClause());
    if (tree.getExtendsClause() != null) {
      clauses.add(0, tree.getExtendsClause());
    }
    return KnownTypes.withSupertypes(unknown(clauses, path));
  }

  /** The annotations on a type that javac does not find, with those on them. */
  Set<String> unknownAnnotations(TypeElement type) {
    TreePath path = trees.getPath(type);
    return path != null && path.getLeaf() instanceof ClassTree tree
        ? KnownTypes.withAnnotations(unknown(tree.getModifiers(), path))
        : Set.of();
  }

  /** The annotations on a member or on a parameter of one that javac does not find. */
  Set<String> unknownAnnotationsOn(Element annotated) {
    Element owner = annotated.getEnclosingElement();
    while (owner != null && !(owner instanceof TypeElement)) {
      owner = owner.getEnclosingElement();
    }
    return owner == null
        ? Set.of()
        : members
            .computeIfAbsent((TypeElement) owner, this::annotatedMembers)
            .getOrDefault(annotated, Set.of());
  }

  private Map<Element, Set<String>> annotatedMembers(TypeElement type) {
    TreePath path = trees.getPath(type);
    Map<Element, Set<String>> annotated = new HashMap<>();
    if (path != null && path.getLeaf() instanceof ClassTree tree) {
      for (Tree each : tree.getMembers()) {
        TreePath member = new TreePath(path, each);
        if (each instanceof MethodTree method) {
          add(member, method.getModifiers(), annotated);
          for (VariableTree param : method.getParameters()) {
            add(new TreePath(member, param), param.getModifiers(), annotated);
          }
        } else if (each instanceof VariableTree field) {
          add(member, field.getModifiers(), annotated);
        }
      }
    }
    return annotated;
  }

  private void add(TreePath path, ModifiersTree modifiers, Map<Element, Set<String>> annotated) {
    List<String> names = unknown(modifiers, path);
    Element element = names.isEmpty() ? null : trees.getElement(path);
    if (element != null) {
      annotated.put(element, Set.copyOf(names));
    }
  }

  private List<String> unknown(ModifiersTree modifiers, TreePath path) {
    List<Tree> types = new ArrayList<>();
    for (AnnotationTree each : modifiers.getAnnotations()) {
      types.add(each.getAnnotationType());
    }
    return unknown(types, path);
  }

  private List<String> unknown(List<Tree> types, TreePath path) {
    List<String> names = new ArrayList<>();
    for (Tree each : types) {
      Tree bare = bare(each);
      TypeMirror known = trees.getTypeMirror(new TreePath(path, bare));
      if (known == null || known.getKind() != TypeKind.DECLARED) {
        TypeRef named = scope(path.getCompilationUnit()).name(bare.toString());
        if (!named.isUnknown()) {
          names.add(named.name());
        }
      }
    }
    return names;
  }

  private static Tree bare(Tree type) {
    Tree bare = type;
    while (bare instanceof ParameterizedTypeTree || bare instanceof AnnotatedTypeTree) {
      bare =
          bare instanceof ParameterizedTypeTree generic
              ? generic.getType()
              : ((AnnotatedTypeTree) bare).getUnderlyingType();
    }
    return bare;
  }

  private ImportScope scope(CompilationUnitTree unit) {
    return scopes.computeIfAbsent(unit, each -> new ImportScope(imports(each)));
  }

  private static List<Decl.Import> imports(CompilationUnitTree unit) {
    List<Decl.Import> imports = new ArrayList<>();
    for (ImportTree each : unit.getImports()) {
      String name = each.getQualifiedIdentifier().toString();
      boolean isOnDemand = name.endsWith(".*");
      imports.add(
          new Decl.Import(
              NOWHERE,
              isOnDemand ? name.substring(0, name.length() - 2) : name,
              each.isStatic(),
              isOnDemand,
              NewerTrees.isModule(each)));
    }
    return imports;
  }
}
