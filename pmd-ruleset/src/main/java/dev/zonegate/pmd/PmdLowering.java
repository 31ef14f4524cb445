package dev.zonegate.pmd;

import dev.zonegate.frontend.ImportScope;
import dev.zonegate.frontend.JavaScanner;
import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.Tokens;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceText;
import dev.zonegate.model.Span;
import dev.zonegate.model.Unit;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.pmd.lang.java.ast.ASTAnnotation;
import net.sourceforge.pmd.lang.java.ast.ASTCompilationUnit;
import net.sourceforge.pmd.lang.java.ast.ASTImportDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTModifierList;
import net.sourceforge.pmd.lang.java.ast.ASTPackageDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTTypeDeclaration;

/** Lowers a compilation unit that PMD has parsed and resolved. */
public final class PmdLowering {
  private PmdLowering() {}

  /**
   * Lowers a unit.
   *
   * @param input with the original text, of which PMD's document may be a normalised form
   * @param targetRelease the release that it is compiled for; 0 if unknown
   */
  public static SourceFile lower(ASTCompilationUnit root, SourceInput input, int targetRelease) {
    Tokens tokens = JavaScanner.scan(input.text());
    Places places = new Places(root.getTextDocument(), tokens);
    List<Decl.Import> imports = imports(root, places);
    TypeMeaning meaning = new TypeMeaning(root, new ImportScope(imports), simpleName(input.path()));
    UnitLowering lowering = new UnitLowering(input.path(), places, meaning);
    Unit unit = unit(root, lowering, imports);
    SourceFile file =
        new SourceFile(
            input.path(),
            input.role(),
            targetRelease,
            input.text(),
            unit,
            tokens.comments(),
            lowering.notifications());
    return file.with(Tokens.class, tokens);
  }

  /** A file of which nothing could be lowered. */
  static SourceFile unread(SourceInput input, int targetRelease, Notification why) {
    Span whole = input.text().span(0, input.text().content().length());
    return new SourceFile(
        input.path(),
        input.role(),
        targetRelease,
        input.text(),
        new Unit(whole, null, List.of(), List.of(), null),
        List.of(),
        List.of(why));
  }

  /** What the class of a compact source file is called. */
  static String simpleName(String path) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    return file.endsWith(".java") ? file.substring(0, file.length() - ".java".length()) : file;
  }

  private static Unit unit(
      ASTCompilationUnit root, UnitLowering lowering, List<Decl.Import> imports) {
    ASTPackageDeclaration declared = root.getPackageDeclaration();
    List<Decl> types = new ArrayList<>();
    for (ASTTypeDeclaration each : root.getTypeDeclarations()) {
      lowering.declarations.addMember(each, types);
    }
    SourceText text = lowering.tokens().source();
    return new Unit(
        text.span(0, text.content().length()),
        declared == null ? null : declaredPackage(declared, lowering),
        imports,
        types.stream().filter(Decl.Type.class::isInstance).map(Decl.Type.class::cast).toList(),
        root.getModuleDeclaration() == null
            ? null
            : new Modules(lowering).lower(root.getModuleDeclaration()));
  }

  private static Decl.Package declaredPackage(ASTPackageDeclaration node, UnitLowering lowering) {
    return new Decl.Package(
        lowering.places.span(node), annotations(node, lowering), node.getName());
  }

  /** PMD 7.17 keeps them in a modifier list of which the declaration does not know. */
  private static List<Annotation> annotations(ASTPackageDeclaration node, UnitLowering lowering) {
    List<Annotation> lowered = new ArrayList<>();
    for (ASTModifierList list : node.children(ASTModifierList.class)) {
      list.children(ASTAnnotation.class)
          .forEach(each -> lowered.add(lowering.annotations.lower(each)));
    }
    node.children(ASTAnnotation.class)
        .forEach(each -> lowered.add(lowering.annotations.lower(each)));
    return List.copyOf(lowered);
  }

  private static List<Decl.Import> imports(ASTCompilationUnit root, Places places) {
    List<Decl.Import> imports = new ArrayList<>();
    for (ASTImportDeclaration each : root.children(ASTImportDeclaration.class)) {
      imports.add(
          new Decl.Import(
              places.span(each),
              each.getImportedName(),
              each.isStatic(),
              each.isImportOnDemand(),
              each.isModuleImport()));
    }
    return List.copyOf(imports);
  }
}
