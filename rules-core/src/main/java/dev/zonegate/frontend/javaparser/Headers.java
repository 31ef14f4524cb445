package dev.zonegate.frontend.javaparser;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.TypeParameter;

/** What the different kinds of type declaration name before their bodies. */
final class Headers {
  private Headers() {}

  static NodeList<TypeParameter> typeParameters(TypeDeclaration<?> type) {
    if (type instanceof ClassOrInterfaceDeclaration declaration) {
      return declaration.getTypeParameters();
    }
    return type instanceof RecordDeclaration declaration
        ? declaration.getTypeParameters()
        : new NodeList<>();
  }

  static NodeList<ClassOrInterfaceType> extended(TypeDeclaration<?> type) {
    return type instanceof ClassOrInterfaceDeclaration declaration
        ? declaration.getExtendedTypes()
        : new NodeList<>();
  }

  static NodeList<ClassOrInterfaceType> implemented(TypeDeclaration<?> type) {
    if (type instanceof ClassOrInterfaceDeclaration declaration) {
      return declaration.getImplementedTypes();
    }
    if (type instanceof EnumDeclaration declaration) {
      return declaration.getImplementedTypes();
    }
    return type instanceof RecordDeclaration declaration
        ? declaration.getImplementedTypes()
        : new NodeList<>();
  }

  static NodeList<ClassOrInterfaceType> permitted(TypeDeclaration<?> type) {
    return type instanceof ClassOrInterfaceDeclaration declaration
        ? declaration.getPermittedTypes()
        : new NodeList<>();
  }
}
