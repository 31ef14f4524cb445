package dev.zonegate.catalogue;

import dev.zonegate.rule.Rule;
import java.util.List;

/** The rules in the order of their ids. */
public final class Catalogue {
  private static final List<Rule> RULES = List.of();

  private Catalogue() {}

  public static List<Rule> rules() {
    return RULES;
  }
}
