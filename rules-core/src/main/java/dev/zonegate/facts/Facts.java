package dev.zonegate.facts;

import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.SourceFile;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All facts of a file. A new kind of fact is a record, and its collector in this list. */
public final class Facts {
  private static final List<Reading> OF_SOURCES =
      List.of(
          Reading.of(DeclaredType::collect, DeclaredType.class),
          Reading.of(StoredType::collect, StoredType.class),
          Reading.of(DataStore::collect, DataStore.class),
          Reading.of(DataAccesses::collect, DataAccess.class),
          Reading.of(TableOwner::collect, TableOwner.class),
          Reading.of(TypeOutput::collect, TypeOutput.class),
          Reading.of(WebPayload::collect, WebPayload.class),
          Reading.of(WebTypes::collect, WebType.class),
          Reading.of(InheritedCheck::collect, InheritedCheck.class),
          Reading.of(OptionalCheck::collect, OptionalCheck.class),
          Reading.of(FactoryMethod::collect, FactoryMethod.class),
          Reading.of(Routes::collect, Route.class, RouteHandler.class),
          Reading.of(SecurityChain::collect, SecurityChain.class),
          Reading.of(MethodSecurity::collect, MethodSecurity.class),
          Reading.of(RequestGuards::collect, RequestGuard.class),
          Reading.of(ForeignConfiguration::collect, ForeignConfiguration.class),
          Reading.of(TextFlow::collect, TextFlow.class),
          Reading.of(FixedAccessor::collect, FixedAccessor.class),
          Reading.of(UniqueConstraint::collect, UniqueConstraint.class),
          Reading.of(ContextCarrier::collect, ContextCarrier.class),
          Reading.of(ClientTimeout::collect, ClientTimeout.class),
          Reading.of(ExecutorBean::collect, ExecutorBean.class),
          Reading.of(SideUse::collect, SideUse.class),
          Reading.of(Delegation::collect, Delegation.class),
          Reading.of(RetryPoint::collect, RetryPoint.class),
          Reading.of(OutsideWork::collect, OutsideWork.class),
          Reading.of(LazyAssociation::collect, LazyAssociation.class),
          Reading.of(HandledFailure::collect, HandledFailure.class),
          Reading.of(Translations::collect, Translations.class),
          Reading.of(OptionalProperty::collect, OptionalProperty.class),
          Reading.of(ConstrainedType::collect, ConstrainedType.class),
          Reading.of(Validation::collect, Validation.class),
          Reading.of(ValidatedParameters::collect, ValidatedParameters.class),
          Reading.of(Component::collect, Component.class),
          Reading.of(TypeUse::collect, TypeUse.class),
          Reading.of(ApiHabit::collect, ApiHabit.class),
          Reading.of(Weaving::collect, Weaving.class),
          Reading.of(Creation::collect, Creation.class),
          Reading.of(MethodShape::collect, MethodShape.class),
          Reading.of(PayloadTyping::collect, PayloadTyping.class),
          Reading.of(ServiceApi::collect, ServiceApi.class),
          Reading.of(PassedNumber::collect, PassedNumber.class),
          Reading.of(PassedText::collect, PassedText.class),
          Reading.of(MapperMethod::collect, MapperMethod.class),
          Reading.of(TypeAlias::collect, TypeAlias.class));
  private static final List<Reading> OF_TESTS =
      List.of(
          Reading.of(TestHelpers::collect, TestHelpers.class),
          Reading.of(TypeUse::collect, TypeUse.class),
          Reading.of(Delegation::collect, Delegation.class));

  /** A collector, and what kinds of facts it gives. */
  private record Reading(Collector collector, Set<Class<? extends Fact>> kinds) {
    static Reading of(Collector collector, Class<? extends Fact> kind) {
      return new Reading(collector, Set.of(kind));
    }

    static Reading of(
        Collector collector, Class<? extends Fact> kind, Class<? extends Fact> other) {
      return new Reading(collector, Set.of(kind, other));
    }
  }

  /** What was read off a file so far: a rule that asks for one kind does not pay for the others. */
  private static final class Collected {
    private final SourceFile file;
    private final Map<Reading, List<Fact>> facts = new IdentityHashMap<>();

    Collected(SourceFile file) {
      this.file = file;
    }

    List<Fact> of(Reading reading) {
      List<Fact> known = facts.get(reading);
      if (known == null) {
        known = new ArrayList<>();
        reading.collector().collect(file, known::add);
        facts.put(reading, known);
      }
      return known;
    }
  }

  private Facts() {}

  /**
   * The facts of a file, in source order of each kind; tests have their own kinds, generated code
   * gives none.
   */
  public static List<Fact> of(SourceFile file) {
    Collected collected = file.derived(Collected.class, Collected::new);
    return readings(file).stream().flatMap(each -> collected.of(each).stream()).toList();
  }

  /** The facts of one kind among them. */
  public static <F extends Fact> List<F> of(SourceFile file, Class<F> kind) {
    Collected collected = file.derived(Collected.class, Collected::new);
    return readings(file).stream()
        .filter(each -> each.kinds().contains(kind))
        .flatMap(each -> collected.of(each).stream())
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  private static List<Reading> readings(SourceFile file) {
    return switch (file.role()) {
      case GENERATED -> List.of();
      case TEST -> OF_TESTS;
      case MAIN -> OF_SOURCES;
    };
  }

  /** The facts of a resource file; tests give none. */
  public static List<Fact> of(ResourceFile file) {
    List<Fact> facts = new ArrayList<>();
    if (file.role() == SourceFile.Role.MAIN) {
      ConfigSetting.collect(file, facts::add);
      UrlConstraint.collect(file, facts::add);
      ServletMapping.collect(file, facts::add);
      LogLayouts.collect(file, facts::add);
      FragmentInclusion.collect(file, facts::add);
      TypeAlias.ofConfiguration(file, facts::add);
    }
    return facts;
  }
}
