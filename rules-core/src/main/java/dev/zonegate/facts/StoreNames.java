package dev.zonegate.facts;

import dev.zonegate.match.Callers;
import dev.zonegate.match.OwnerNames;
import dev.zonegate.match.WordStarts;
import dev.zonegate.match.Words;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What the names of stores and of their methods say. */
public final class StoreNames {
  private static final Set<String> STORES =
      Set.of("repository", "repo", "dao", "mapper", "repositories");
  private static final WordStarts STARTS = new WordStarts(STORES);
  private static final Set<String> READING =
      Set.of("find", "get", "load", "read", "fetch", "select", "query", "search", "stream", "list");
  private static final Set<String> CHANGING =
      Set.of("delete", "remove", "update", "set", "change", "mark", "cancel", "archive");

  private static final Pattern NO_NAME = Pattern.compile("\\W");

  private StoreNames() {}

  /** Whether a type of this name is a store. */
  public static boolean isStore(String name) {
    if (!STARTS.mayBeIn(name)) {
      return false;
    }
    List<String> words = Words.of(name);
    return words.size() > 1 && STORES.contains(words.get(words.size() - 1));
  }

  /** Whether a method of a store looks something up. */
  public static boolean isLookUp(String name) {
    return READING.contains(Words.first(name));
  }

  /** Whether a method of a store changes or removes something. */
  public static boolean isChange(String name) {
    return CHANGING.contains(Words.first(name));
  }

  /** Whether a method of a store looks up by the key of what it stores. */
  public static boolean isById(String name) {
    return name.matches(
        "(find|get|load|read|fetch|select|delete|remove|update|query|retrieve)(One|Entity|\\w+)?By(Primary)?(Id|Key|Uuid|PK)(Optional)?"
            + "|findOne|getOne|getReferenceById|getReference|findByIdOptional|find|get|load"
            // what runs a text of SQL that asks for a key
            + "|query(ForObject|ForMap|ForList|ForRowSet|ForStream)?|sql|create\\w*Query");
  }

  /** Whether a method of a store takes whose the data is: {@code findByIdAndUserId}. */
  public static boolean isScoped(String name, List<String> parameters, String query) {
    return namesOwner(name)
        || parameters.stream().anyMatch(OwnerNames::isOwner)
        || query.contains("?#{")
        || query.contains("principal") && NO_NAME.splitAsStream(query).anyMatch(Callers::isName);
  }

  private static boolean namesOwner(String name) {
    int by = name.indexOf("By");
    if (by < 0) {
      return false;
    }
    for (String part : name.substring(by + 2).split("And|Or(?=[A-Z])|OrderBy.*")) {
      if (endsInOwner(Words.of(part.replaceAll("(In|Is|Equals|IgnoreCase)$", "")))) {
        return true;
      }
    }
    return false;
  }

  /** {@code OrderUserId} is the property {@code userId} of an order. */
  private static boolean endsInOwner(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (OwnerNames.isOwner(String.join(" ", words.subList(i, words.size())))) {
        return true;
      }
    }
    return false;
  }
}
