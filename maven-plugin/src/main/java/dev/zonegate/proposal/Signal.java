package dev.zonegate.proposal;

import dev.zonegate.gate.SourceHead;
import dev.zonegate.gate.Tier;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What makes code worth more care than the rest; the strongest first. */
enum Signal {
  SECURITY("security", Tier.HUMAN_ONLY, "configures who may do what"),
  AUTH("auth", Tier.HUMAN_ONLY, "decides who is calling"),
  LEDGER("ledger", Tier.HUMAN_ONLY, "keeps the books"),
  PAYMENT("payment", Tier.HUMAN_ONLY, "moves money"),
  DATA("data", Tier.AI_ASSISTED, "reads and writes the database");

  private static final Set<String> SECURITY_WORDS =
      Set.of(
          "EnableWebSecurity",
          "EnableMethodSecurity",
          "EnableGlobalMethodSecurity",
          "EnableWebFluxSecurity",
          "SecurityFilterChain",
          "SecurityWebFilterChain",
          "WebSecurityConfigurerAdapter",
          "AuthenticationProvider",
          "HttpAuthenticationMechanism");

  private static final Set<String> DATA_WORDS =
      Set.of(
          "JdbcTemplate",
          "NamedParameterJdbcTemplate",
          "JdbcClient",
          "PreparedStatement",
          "EntityManager",
          "JpaRepository",
          "CrudRepository",
          "DSLContext",
          "SqlSession",
          "Repository");

  private static final Set<String> AUTH_NAMES =
      Set.of("auth", "authentication", "authorization", "login", "iam", "identity", "oauth");

  private static final Set<String> LEDGER_NAMES =
      Set.of("ledger", "accounting", "bookkeeping", "posting", "postings", "settlement");

  private static final Set<String> PAYMENT_NAMES =
      Set.of("payment", "payments", "transfer", "transfers", "payout", "payouts", "wallet");

  private final String zone;
  private final Tier tier;
  private final String why;

  Signal(String zone, Tier tier, String why) {
    this.zone = zone;
    this.tier = tier;
    this.why = why;
  }

  /** The strongest signal of a file. */
  static Optional<Signal> of(SourceHead head) {
    return Arrays.stream(values()).filter(each -> !each.evidence(head).isEmpty()).findFirst();
  }

  /** What in a file gives the signal; empty if nothing does. */
  String evidence(SourceHead head) {
    return switch (this) {
      case SECURITY -> word(head, SECURITY_WORDS);
      case DATA -> word(head, DATA_WORDS);
      case AUTH -> segment(head, AUTH_NAMES);
      case LEDGER -> segment(head, LEDGER_NAMES);
      case PAYMENT -> segment(head, PAYMENT_NAMES);
    };
  }

  private static String word(SourceHead head, Set<String> known) {
    return known.stream().filter(head.words()::contains).sorted().findFirst().orElse("");
  }

  private static String segment(SourceHead head, Set<String> known) {
    return Arrays.stream(head.packageName().split("\\."))
        .filter(known::contains)
        .findFirst()
        .orElse("");
  }

  /** The package up to the segment that gives the signal. */
  String root(SourceHead head) {
    String name = "." + head.packageName() + ".";
    String segment = "." + evidence(head) + ".";
    return name.substring(1, name.indexOf(segment) + segment.length() - 1);
  }

  /** Whether whole packages have it, not single files. */
  boolean isOfPackages() {
    return this != SECURITY && this != DATA;
  }

  String zone() {
    return zone;
  }

  Tier tier() {
    return tier;
  }

  String why() {
    return why;
  }
}
