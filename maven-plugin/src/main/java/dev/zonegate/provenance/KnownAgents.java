package dev.zonegate.provenance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The identities, trailers and phrases by which tools that write code are known. */
final class KnownAgents {
  private static final String DATA = "/zonegate/agents.tsv";
  private static final Set<String> NOTHING =
      Set.of("none", "no", "false", "n/a", "na", "0", "-", "nothing", "not used");

  /** What may follow a tool's name; another word makes it a person's, as in Claude Dupont. */
  private static final String AFTER_NAME =
      "(?s)([\\d:/(,;.@+\\[-].*|(code|opus|sonnet|haiku|cli|pro|flash|agent|app|chat|copilot|ai|"
          + "fable|mythos|max|mini|llm|and|with|assistant|cascade|coder|desktop)\\b.*)?";

  private final List<Entry> entries;

  private record Entry(String kind, Authorship authorship, String tool, String value) {}

  private KnownAgents(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** Those that come with Zonegate. */
  static KnownAgents load() {
    List<Entry> entries = new ArrayList<>();
    try (InputStream in = KnownAgents.class.getResourceAsStream(DATA);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] parts = line.split("\t");
          Authorship authorship = Authorship.named(parts[1]).orElseThrow();
          entries.add(new Entry(parts[0], authorship, parts[2], parts[3]));
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + DATA, e);
    }
    return new KnownAgents(entries);
  }

  /** What somebody is known to be; empty for people. Exact addresses say more than parts. */
  Optional<Authorship> identity(Person person) {
    String name = person.name().toLowerCase(Locale.ROOT);
    String email = person.email();
    return first("email", value -> value.equals(email))
        .or(() -> first("email", value -> value.startsWith("+") && endsWithId(email, value)))
        .or(() -> first("name", name::equals))
        .or(() -> first("suffix", name::endsWith))
        .or(() -> first("suffix", suffix -> email.contains(suffix + "@")));
  }

  private static boolean endsWithId(String email, String value) {
    return email.endsWith(value) || email.equals(value.substring(1));
  }

  /** What a trailer claims about the commit; empty if it names no tool. */
  Optional<Authorship> trailer(Trailer trailer) {
    if (NOTHING.contains(trailer.value().toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    Optional<Entry> key =
        entries.stream()
            .filter(each -> each.kind().equals("key") && each.value().equals(trailer.key()))
            .findFirst();
    if (key.isEmpty()) {
      return Optional.empty();
    }
    if (key.get().tool().equals("strong")) {
      return Optional.of(key.get().authorship());
    }
    return named(trailer)
        .map(each -> each == Authorship.AI ? key.get().authorship() : each)
        .filter(each -> each != Authorship.BOT);
  }

  private Optional<Authorship> named(Trailer trailer) {
    boolean isToolAndModel =
        trailer.key().equals("assisted-by")
            && lower(trailer.value()).matches("[a-z][\\w.-]*:[\\w./-]+( .*)?")
            && Person.of(trailer.value()).email().isEmpty();
    return isToolAndModel ? Optional.of(Authorship.AI) : named(trailer.value());
  }

  private static String lower(String value) {
    return value.toLowerCase(Locale.ROOT).replaceFirst("^\\[", "");
  }

  /** What somebody is who is named with or without an address; empty for people. */
  Optional<Authorship> named(String text) {
    Person person = Person.of(text);
    Optional<Authorship> identity = identity(person);
    if (identity.isPresent() || !person.email().isEmpty()) {
      return identity;
    }
    String value = lower(text);
    return first(
        "word",
        word ->
            value.startsWith(word)
                && value.substring(word.length()).strip().matches(AFTER_NAME)
                && !startsWithLetter(value.substring(word.length())));
  }

  private static boolean startsWithLetter(String text) {
    return !text.isEmpty() && Character.isLetter(text.charAt(0));
  }

  /** What a line of prose in a message claims; empty if nothing. */
  Optional<Authorship> phrase(String line) {
    String text = line.toLowerCase(Locale.ROOT);
    return first("body", text::contains);
  }

  /** Whether a trailer names a session with a tool. */
  boolean isSession(Trailer trailer) {
    return first("session", trailer.key()::equals).isPresent();
  }

  /** The keys of trailers that may say something. */
  Set<String> keys() {
    Set<String> keys = new HashSet<>();
    for (Entry each : entries) {
      if (each.kind().equals("key") || each.kind().equals("session")) {
        keys.add(each.value());
      }
    }
    return keys;
  }

  private Optional<Authorship> first(String kind, Predicate<String> test) {
    return entries.stream()
        .filter(each -> each.kind().equals(kind) && test.test(each.value()))
        .map(Entry::authorship)
        .findFirst();
  }
}
