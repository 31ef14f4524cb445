package dev.zonegate.pmd;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import net.sourceforge.pmd.lang.java.ast.ASTCompilationUnit;
import net.sourceforge.pmd.lang.java.ast.ASTImplicitClassDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTTypeDeclaration;
import net.sourceforge.pmd.lang.java.types.TypeSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says, once a run, that PMD has not been given the classes of the sources that it reads. */
final class OwnClasses {
  private static final Logger LOG = LoggerFactory.getLogger(OwnClasses.class);

  /** A run has one type system; PMD gives rules nothing else that outlives a file. */
  private static final Set<TypeSystem> WARNED =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private OwnClasses() {}

  static void demand(ASTCompilationUnit root) {
    ASTTypeDeclaration type = root.getTypeDeclarations().first();
    boolean isNamed = type != null && !(type instanceof ASTImplicitClassDeclaration);
    if (isNamed
        && root.getTypeSystem().getClassSymbol(type.getBinaryName()) == null
        && WARNED.add(root.getTypeSystem())) {
      LOG.error(
          "Zonegate: the class of {} is not on PMD's auxclasspath, so PMD guesses types and findings"
              + " are missed or wrong. Compile first, then give PMD the classes and their libraries:"
              + " --aux-classpath target/classes:... on the command line; with Maven, run pmd after"
              + " compile and leave typeResolution on",
          type.getBinaryName());
    }
  }
}
