package dev.zonegate.facts;

import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** All facts of a file. A new kind of fact is a record, and its collector in this list. */
public final class Facts {
  private static final List<Collector> COLLECTORS =
      List.of(
          DeclaredType::collect,
          StoredType::collect,
          DataStore::collect,
          DataAccesses::collect,
          TableOwner::collect,
          TypeOutput::collect,
          WebPayload::collect,
          WebTypes::collect,
          InheritedCheck::collect,
          Routes::collect,
          SecurityChain::collect,
          MethodSecurity::collect,
          RequestGuards::collect,
          ForeignConfiguration::collect,
          TextFlow::collect,
          UniqueConstraint::collect,
          ContextCarrier::collect,
          ClientTimeout::collect,
          ExecutorBean::collect,
          SideUse::collect,
          Delegation::collect,
          RetryPoint::collect,
          OutsideWork::collect,
          LazyAssociation::collect,
          HandledFailure::collect,
          Translations::collect,
          OptionalProperty::collect,
          ConstrainedType::collect,
          Validation::collect,
          ValidatedParameters::collect,
          Component::collect,
          TypeUse::collect,
          ApiHabit::collect,
          Weaving::collect,
          Creation::collect,
          MethodShape::collect,
          PayloadTyping::collect,
          ServiceApi::collect);
  private static final List<Collector> OF_TESTS =
      List.of(TestHelpers::collect, TypeUse::collect, Delegation::collect);

  private record Collected(List<Fact> facts) {}

  private Facts() {}

  /**
   * The facts of a file, in source order of each kind; tests have their own kinds, generated code
   * gives none.
   */
  public static List<Fact> of(SourceFile file) {
    if (file.role() == SourceFile.Role.GENERATED) {
      return List.of();
    }
    return file.derived(Collected.class, Facts::collect).facts();
  }

  /** The facts of a resource file; tests give none. */
  public static List<Fact> of(ResourceFile file) {
    List<Fact> facts = new ArrayList<>();
    if (file.role() == SourceFile.Role.MAIN) {
      ConfigSetting.collect(file, facts::add);
      UrlConstraint.collect(file, facts::add);
      ServletMapping.collect(file, facts::add);
    }
    return facts;
  }

  private static Collected collect(SourceFile file) {
    List<Fact> facts = new ArrayList<>();
    List<Collector> collectors = file.isTest() ? OF_TESTS : COLLECTORS;
    collectors.forEach(each -> each.collect(file, facts::add));
    return new Collected(List.copyOf(facts));
  }
}
