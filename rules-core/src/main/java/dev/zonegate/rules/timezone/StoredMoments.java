package dev.zonegate.rules.timezone;

import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds fields of what is stored or sent that are moments by name and local times by type. */
final class StoredMoments {
  private static final Set<String> STORED =
      Set.of(
          "jakarta.persistence.Entity",
          "jakarta.persistence.MappedSuperclass",
          "jakarta.persistence.Embeddable",
          "org.springframework.data.mongodb.core.mapping.Document",
          "org.springframework.data.redis.core.RedisHash",
          "org.springframework.data.relational.core.mapping.Table",
          "com.baomidou.mybatisplus.annotation.TableName",
          "com.mybatisflex.annotation.Table");
  private static final Set<String> STAMPS =
      Set.of(
          "org.hibernate.annotations.CreationTimestamp",
          "org.hibernate.annotations.UpdateTimestamp",
          "org.springframework.data.annotation.CreatedDate",
          "org.springframework.data.annotation.LastModifiedDate");
  private static final Pattern EXCHANGED =
      Pattern.compile(".*(?:Dto|DTO|Event|Token|Entity|Request|Response|Session|Message|Payload)");
  private static final Pattern MOMENT =
      Pattern.compile(
          "(?:(?:last)?(?:creat|updat|modifi|delet|remov|expir|issu|publish|process|complet|approv|cancel|"
              + "revok|verifi|receiv|sent|archiv|log(?:ged)?in|seen|access|sync)\\w{0,3}(?:At|On|Time|Date|Timestamp)?"
              + "|(?:gmt|last)(?:Creat|Updat|Modifi|Login|Seen|Access|Sync)\\w*"
              + "|(?:valid|locked)Until|\\w*(?:[tT]imestamp|[eE]xpiry|[eE]xpiration|[eE]xpires(?:At|On)?|[dD]eadline)"
              + "|\\w+(?:ed|nt|d)At|\\w+(?:ed|nt)On)");
  private static final Pattern PERHAPS_WALL_CLOCK =
      Pattern.compile("(?:start|end)(?:Time|edAt|edOn)|scheduled(?:At|On)|\\w*[dD]eadline");
  private static final Pattern CALENDAR =
      Pattern.compile(
          ".*(?:Appointment|Meeting|Shift|Schedule|Opening|Booking|Reservation|Calendar|Slot|Holiday|Visit|Course).*");

  private StoredMoments() {}

  static void find(SourceFile file, Reporter report) {
    for (Decl.Type type : file.all(Decl.Type.class)) {
      findIn(type, report);
    }
  }

  /** Whether a name says that its value is a moment: {@code createdAt}, {@code lastLogin}. */
  static boolean isMoment(String name) {
    return MOMENT.matcher(name).matches();
  }

  private static void findIn(Decl.Type type, Reporter reporter) {
    List<Variable> variables = new ArrayList<>(type.components());
    for (Decl member : type.members()) {
      if (member instanceof Decl.Field field && !field.modifiers().contains(Modifier.STATIC)) {
        variables.add(field);
      }
    }
    boolean isStored = isAnnotated(type.annotations(), STORED);
    if (!isStored && !EXCHANGED.matcher(type.name()).matches()
        || variables.stream().anyMatch(StoredMoments::isZone)) {
      return;
    }
    for (Variable variable : variables) {
      if (variable.type().ref().isNamed("java.time.LocalDateTime") && isMoment(variable, type)) {
        Report report =
            reporter.at(
                variable,
                TimeZoneRule.LOCAL_FOR_INSTANT,
                variable.name(),
                "is a moment, but a `LocalDateTime` shifts with the zone that reads it");
        if (reporter.isOn("utcColumns") && isStored) {
          report.severity(Severity.NOTE);
        }
      }
    }
  }

  private static boolean isMoment(Variable variable, Decl.Type type) {
    if (isAnnotated(variable.annotations(), STAMPS)) {
      return true;
    }
    boolean isAmbiguous = PERHAPS_WALL_CLOCK.matcher(variable.name()).matches();
    return isAmbiguous
        ? !CALENDAR.matcher(type.name()).matches()
        : MOMENT.matcher(variable.name()).matches();
  }

  private static boolean isZone(Variable variable) {
    return variable.type().ref().isAnyOf("java.time.ZoneId", "java.util.TimeZone").isYes()
        || variable.name().matches("(?i).*(?:timezone|zoneid|zoneoffset)|zone|tz");
  }

  private static boolean isAnnotated(List<Annotation> annotations, Set<String> names) {
    return annotations.stream().anyMatch(each -> names.stream().anyMatch(each.type()::isNamed));
  }
}
