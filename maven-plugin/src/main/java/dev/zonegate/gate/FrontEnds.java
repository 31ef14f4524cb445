package dev.zonegate.gate;

import dev.zonegate.frontend.FrontEnd;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.frontend.javaparser.JavaparserFrontEnd;
import dev.zonegate.pmd.PmdFrontend;
import java.util.ArrayList;
import java.util.List;

/** The front-ends in the order in which they serve. */
public final class FrontEnds {
  private FrontEnds() {}

  /**
   * PMD where the own classes are compiled, since it is fast and resolves against them; else javac,
   * which resolves from sources and recovers from errors; last JavaParser, which reads any language
   * level on any Java.
   */
  public static List<FrontEnd> of(Inputs inputs) {
    List<FrontEnd> frontEnds = new ArrayList<>();
    if (inputs.areClassesComplete()) {
      frontEnds.add(new PmdFrontend());
    }
    if (JavacFrontEnd.isAvailable()) {
      frontEnds.add(new JavacFrontEnd());
    }
    frontEnds.add(new JavaparserFrontEnd());
    return frontEnds;
  }
}
