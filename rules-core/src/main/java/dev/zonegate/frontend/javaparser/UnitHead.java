package dev.zonegate.frontend.javaparser;

import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.PackageDeclaration;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.modules.ModuleDeclaration;
import com.github.javaparser.ast.modules.ModuleDirective;
import com.github.javaparser.ast.modules.ModuleExportsDirective;
import com.github.javaparser.ast.modules.ModuleOpensDirective;
import com.github.javaparser.ast.modules.ModuleProvidesDirective;
import com.github.javaparser.ast.modules.ModuleRequiresDirective;
import com.github.javaparser.ast.modules.ModuleUsesDirective;
import dev.zonegate.model.Decl;
import java.util.ArrayList;
import java.util.List;

/** Lowers package, imports and module. */
final class UnitHead {
  private final FileLowering file;

  UnitHead(FileLowering file) {
    this.file = file;
  }

  List<Decl.Import> imports(NodeList<ImportDeclaration> imports) {
    List<Decl.Import> lowered = new ArrayList<>();
    for (ImportDeclaration each : imports) {
      lowered.add(
          new Decl.Import(
              file.span(each),
              each.getNameAsString(),
              each.isStatic(),
              each.isAsterisk(),
              each.isModule()));
    }
    return lowered;
  }

  Decl.Package packageOf(PackageDeclaration declaration) {
    return new Decl.Package(
        file.span(declaration),
        file.annotations().all(declaration.getAnnotations()),
        declaration.getNameAsString());
  }

  Decl.Module module(ModuleDeclaration module) {
    List<Decl.Directive> directives = new ArrayList<>();
    for (ModuleDirective each : module.getDirectives()) {
      directives.add(directive(each));
    }
    return new Decl.Module(
        file.span(module),
        module.getNameAsString(),
        module.isOpen(),
        file.annotations().all(module.getAnnotations()),
        directives);
  }

  private Decl.Directive directive(ModuleDirective directive) {
    if (directive instanceof ModuleRequiresDirective requires) {
      String keyword =
          "requires"
              + (requires.isTransitive() ? " transitive" : "")
              + (requires.isStatic() ? " static" : "");
      return directive(directive, keyword, requires.getName(), new NodeList<>());
    }
    if (directive instanceof ModuleExportsDirective exports) {
      return directive(directive, "exports", exports.getName(), exports.getModuleNames());
    }
    if (directive instanceof ModuleOpensDirective opens) {
      return directive(directive, "opens", opens.getName(), opens.getModuleNames());
    }
    if (directive instanceof ModuleProvidesDirective provides) {
      return directive(directive, "provides", provides.getName(), provides.getWith());
    }
    ModuleUsesDirective uses = (ModuleUsesDirective) directive;
    return directive(directive, "uses", uses.getName(), new NodeList<>());
  }

  private Decl.Directive directive(
      ModuleDirective directive, String keyword, Name name, NodeList<Name> targets) {
    List<String> names = targets.stream().map(Name::asString).toList();
    return new Decl.Directive(file.span(directive), keyword, name.asString(), names);
  }
}
