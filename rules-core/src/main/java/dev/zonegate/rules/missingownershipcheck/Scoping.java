package dev.zonegate.rules.missingownershipcheck;

import dev.zonegate.facts.DataAccess;
import dev.zonegate.facts.DataStore;
import dev.zonegate.facts.DeclaredType;
import dev.zonegate.facts.Endpoint;
import dev.zonegate.facts.Project;
import dev.zonegate.facts.StoredType;
import dev.zonegate.match.OwnerNames;
import dev.zonegate.match.Siblings;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.match.Words;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Settler;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Decides whether what a caller reaches by a key may be somebody else's. */
final class Scoping {
  private static final Vocabulary PUBLISHED = Vocabulary.load("ownership/published.words");
  private static final Set<String> SEPARATIONS =
      Set.of(
          "org.hibernate.context.spi.CurrentTenantIdentifierResolver",
          "org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource",
          "org.hibernate.engine.jdbc.connections.spi.MultiTenantConnectionProvider");
  private static final Pattern PERSONS =
      Pattern.compile(
          "(App|Application|Sys|Site|Web|End)?(User|Member|Account(Holder)|Tenant)s?(Entity|Model|Profile)?");
  private static final double MOST = 0.5;
  private final Candidate candidate;
  private final UnscopedAccess.Reached reached;
  private final Settler settler;
  private final Project project;
  private final Stores stores;
  private final String entity;

  Scoping(Candidate candidate, UnscopedAccess.Reached reached, Settler settler) {
    this.candidate = candidate;
    this.reached = reached;
    this.settler = settler;
    this.project = settler.project();
    this.stores = Stores.of(project);
    this.entity = stores.entity(reached.call());
  }

  void settle() {
    if (settler.isOn("rowLevelSecurity") || isSeparated()) {
      return;
    }
    AccessPaths paths = AccessPaths.of(project);
    List<Endpoint> open =
        paths.method(candidate.finding().path(), reached.line()).stream()
            .flatMap(each -> paths.untied(each, reached.from()).stream())
            .filter(each -> !Admission.isOpen(project, each))
            .toList();
    if (!open.isEmpty()) {
      settle(open.get(0), open);
    }
  }

  private void settle(Endpoint handler, List<Endpoint> open) {
    Optional<String> owner = Stored.owner(project, entity);
    boolean isKnown = !Stored.withSupertypes(project, entity).isEmpty();
    Optional<DataStore.Finder> finder = stores.scoped(reached.call()).filter(this::isMeant);
    boolean isFinder = isPattern("finderSibling");
    if (isFinder && (finder.isEmpty() || isPublished())
        || isPerson()
        || stores.finder(reached.call()).filter(Stores::isScoped).isPresent()) {
      return;
    }
    Optional<Siblings<AccessPaths.Reach>> siblings =
        isFinder ? Optional.empty() : siblings(handler);
    if (siblings.isPresent() && (owner.isPresent() || isConsistent(siblings.get(), isKnown))) {
      AccessPaths.Reach exemplar = siblings.get().carriers().get(0);
      report(handler, open, "while `" + named(exemplar.endpoint(), handler) + "` asks whose it is")
          .related(
              new Related(
                  exemplar.endpoint().file(),
                  exemplar.endpoint().at(),
                  "`" + exemplar.endpoint().handler() + "` looks at who is calling"))
          .confidence(isNear(siblings.get()) ? Confidence.HIGH : Confidence.MEDIUM);
    } else if (finder.isPresent() && !isPublished(handler)) {
      report(handler, open, byName() + "while `" + finder.get().name() + "` is there")
          .related(
              new Related(
                  stores.store(reached.call()).orElseThrow().path(),
                  finder.get().at(),
                  "`" + finder.get().name() + "` takes whose it is"))
          .confidence(reached.from() < 0 ? Confidence.MEDIUM : Confidence.HIGH);
    } else if (owner.filter(this::isSure).isPresent() && !isPublished(handler)) {
      report(handler, open, "and nothing compares its `" + owner.get() + "` with the caller")
          .confidence(Confidence.MEDIUM);
    }
  }

  /** What asks for all in one state is like a finder only if that asks for the state too. */
  private boolean isMeant(DataStore.Finder finder) {
    String name = reached.call().name();
    return reached.from() != DataAccess.EVERYTHING
        || name.equals("findAll")
        || finder.name().startsWith(name);
  }

  /** The exemplar with its class, unless that is the handler's own. */
  private static String named(Endpoint exemplar, Endpoint handler) {
    return exemplar.type().equals(handler.type()) ? exemplar.method() : exemplar.handler();
  }

  private String byName() {
    return isPattern("finderSibling") ? "by `" + reached.call().name() + "` " : "";
  }

  private Report report(Endpoint handler, List<Endpoint> open, String why) {
    Report report = settler.report(candidate, handler.handler(), name(), why);
    for (Endpoint each : open) {
      report.related(
          new Related(
              each.file(), each.at(), "`" + each.handler() + "` does not ask who is calling"));
    }
    return report;
  }

  /** Handlers that get to the same data and look at who is calling. */
  private Optional<Siblings<AccessPaths.Reach>> siblings(Endpoint handler) {
    boolean isRead = isRead(handler);
    List<AccessPaths.Reach> like =
        AccessPaths.of(project).to(entity).stream()
            .filter(each -> !each.call().name().startsWith("save"))
            .filter(each -> !isPublished() || !isRead || each.isById() && isRead(each.endpoint()))
            .toList();
    Optional<AccessPaths.Reach> self =
        like.stream().filter(each -> each.endpoint().equals(handler)).findFirst();
    return self.flatMap(
        it ->
            Siblings.of(
                it, distinct(like), AccessPaths.Reach::type, AccessPaths.Reach::isTied, 1, 0));
  }

  /** One for each handler. */
  private static List<AccessPaths.Reach> distinct(List<AccessPaths.Reach> all) {
    return all.stream()
        .filter(
            each ->
                all.stream()
                        .filter(other -> other.endpoint().equals(each.endpoint()))
                        .findFirst()
                        .orElseThrow()
                    == each)
        .toList();
  }

  private static boolean isNear(Siblings<AccessPaths.Reach> siblings) {
    return siblings.scope() == Siblings.Scope.CLASS || siblings.share() >= MOST;
  }

  /** Whether the siblings alone show that callers have data of their own here. */
  private boolean isConsistent(Siblings<AccessPaths.Reach> siblings, boolean isKnown) {
    return siblings.share() >= MOST
        && siblings.carriers().stream().filter(AccessPaths.Reach::isById).count()
            >= (isKnown ? 2 : 1);
  }

  /** Whether those who call are meant themselves: a user's profile is another question. */
  private boolean isPerson() {
    String name = name().matches("[a-z_0-9]+") ? camelCase(name()) : name();
    return PERSONS.matcher(name).matches() || CallerIdea.isLogin(project, entity);
  }

  private static String camelCase(String table) {
    return Words.of(table).stream()
        .map(each -> Character.toUpperCase(each.charAt(0)) + each.substring(1))
        .collect(Collectors.joining());
  }

  /** Whether a property tells by itself whose a thing is. */
  private boolean isSure(String owner) {
    // tenants are told apart by what calls, even where nobody logs in
    if (owner.startsWith("tenant")) {
      return true;
    }
    if (project.isWhole() && !CallerIdea.isIn(project)) {
      return false;
    }
    Optional<String> person =
        Stored.withSupertypes(project, entity).stream()
            .flatMap(each -> each.fields().stream())
            .filter(each -> each.name().equals(owner))
            .map(StoredType.StoredField::type)
            .filter(each -> !Stored.withSupertypes(project, each).isEmpty())
            .findFirst();
    return person
        .map(each -> CallerIdea.isLogin(project, each) || isCalledPerson(each))
        .orElse(OwnerNames.isStrong(owner));
  }

  private static boolean isCalledPerson(String type) {
    return PERSONS.matcher(type.substring(type.lastIndexOf('.') + 1)).matches();
  }

  /** Whether rows are kept apart below the queries. */
  private boolean isSeparated() {
    boolean isFiltered =
        Stored.withSupertypes(project, entity).stream().anyMatch(StoredType::isFiltered);
    return isFiltered
        || Stored.owner(project, entity).filter(each -> each.startsWith("tenant")).isPresent()
            && project.all(DeclaredType.class).stream()
                .anyMatch(each -> each.supertypes().stream().anyMatch(SEPARATIONS::contains));
  }

  private String name() {
    return entity
        .substring(entity.lastIndexOf('.') + 1)
        .replaceAll("(Repository|Repo|Dao|Mapper)$", "");
  }

  private boolean isPublished() {
    return PUBLISHED.isIn(name());
  }

  private boolean isPublished(Endpoint handler) {
    return isPublished() && isRead(handler);
  }

  private static boolean isRead(Endpoint handler) {
    return handler.verbs().isEmpty() ? !handler.changesData() : handler.verbs().contains("GET");
  }

  private boolean isPattern(String id) {
    return candidate.finding().pattern().equals(id);
  }
}
