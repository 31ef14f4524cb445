package dev.zonegate.model;

import java.util.List;

/**
 * A compilation unit.
 *
 * @param declaredPackage its package declaration, or null
 * @param imports its imports in order
 * @param types its top-level types in order
 * @param module its module declaration if it is a {@code module-info.java}, else null
 */
public record Unit(
    Span span,
    Decl.Package declaredPackage,
    List<Decl.Import> imports,
    List<Decl.Type> types,
    Decl.Module module)
    implements Node {
  /** The package's name, empty for the unnamed one. */
  public String packageName() {
    return declaredPackage == null ? "" : declaredPackage.name();
  }

  @Override
  public List<Node> children() {
    return Node.parts(declaredPackage, imports, types, module);
  }
}
