package dev.zonegate.frontend.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import dev.zonegate.frontend.ImportScope;
import dev.zonegate.frontend.Tokens;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Unit;
import java.util.ArrayList;
import java.util.List;

/** Lowers a compilation unit: package, imports, top-level types, module. */
final class Units {
  private final UnitLowering unit;
  private final UnitScope scope;

  Units(UnitLowering unit) {
    this.unit = unit;
    this.scope = unit.scope;
  }

  Unit lower() {
    CompilationUnitTree tree = scope.unit();
    List<Decl.Import> imports = imports(tree);
    scope.imports(new ImportScope(imports));
    return new Unit(
        scope.span(0, scope.text().content().length()),
        tree.getPackage() == null ? null : declaredPackage(tree.getPackage()),
        imports,
        types(tree.getTypeDecls()),
        tree.getModule() == null ? null : new Modules(unit).lower(tree.getModule()));
  }

  private List<Decl.Import> imports(CompilationUnitTree tree) {
    List<Decl.Import> lowered = new ArrayList<>();
    Tokens tokens = scope.tokens();
    for (ImportTree each : tree.getImports()) {
      int first = scope.firstToken(each);
      if (first < tokens.size() && tokens.get(first).is("import")) {
        String name = each.getQualifiedIdentifier().toString();
        boolean isOnDemand = name.endsWith(".*");
        lowered.add(
            new Decl.Import(
                scope.span(each),
                isOnDemand ? name.substring(0, name.length() - 2) : name,
                each.isStatic(),
                isOnDemand,
                NewerTrees.isModule(each)));
      }
    }
    return List.copyOf(lowered);
  }

  private Decl.Package declaredPackage(PackageTree tree) {
    return new Decl.Package(
        scope.span(tree),
        unit.annotations.all(tree.getAnnotations()),
        tree.getPackageName().toString());
  }

  private List<Decl.Type> types(List<? extends Tree> trees) {
    List<Decl.Type> lowered = new ArrayList<>();
    for (Tree tree : trees) {
      if (tree instanceof ClassTree type) {
        try {
          Decl.Type written = unit.declarations.type(type);
          lowered.add(written == null ? unit.declarations.implicitType(type) : written);
        } catch (RuntimeException e) {
          scope.notify(tree, e);
        }
      } else if (tree instanceof ErroneousTree broken) {
        lowered.addAll(types(broken.getErrorTrees()));
      }
    }
    return List.copyOf(lowered);
  }
}
