package dev.zonegate.rules.timezone;

import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeShape;
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
  private static final Pattern ZONE_NAME =
      Pattern.compile("(?is).*(?:timezone|zoneid|zoneoffset)|zone|tz");
  private static final Set<String> STORED =
      Set.of(
          "jakarta.persistence.Entity",
          "jakarta.persistence.MappedSuperclass",
          "jakarta.persistence.Embeddable",
          "org.springframework.data.mongodb.core.mapping.Document",
          "org.springframework.data.redis.core.RedisHash",
          "org.springframework.data.relational.core.mapping.Table",
          "com.baomidou.mybatisplus.annotation.TableName",
          "org.springframework.data.cassandra.core.mapping.Table",
          "org.springframework.data.elasticsearch.annotations.Document",
          "org.springframework.data.couchbase.core.mapping.Document",
          "io.micronaut.data.annotation.MappedEntity",
          "com.mybatisflex.annotation.Table");
  private static final Set<String> STAMPS =
      Set.of(
          "org.hibernate.annotations.CreationTimestamp",
          "org.hibernate.annotations.UpdateTimestamp",
          "org.springframework.data.annotation.CreatedDate",
          "org.springframework.data.annotation.LastModifiedDate");
  private static final Pattern EXCHANGED =
      Pattern.compile(
          ".*(?:Dto|DTO|TO|VO|Vo|BO|PO|View|Event|Command|Token|Entity|Request|Response|Session|Message|Notification"
              + "|Payload|(?:Log|Audit|History|Journal)Entry|Error|Details|(?:Creat|Updat|Delet|Plac|Cancell|Complet|Confirm|Expir|Register|Approv|Reject"
              + "|Process|Receiv|Fail|Shipp|Accept|Chang|Start|Finish)ed|Sent|Paid)");
  private static final Pattern EXCHANGED_PACKAGE =
      Pattern.compile(
          "(?s)(?:.*\\.)?(?:dto|dtos|entity|entities|event|events|message|messages)(?:\\..*)?");
  private static final Pattern PERHAPS_WALL_CLOCK =
      Pattern.compile("(?:start|end)(?:Time|edAt|edOn)|scheduled(?:At|On)|\\w*[dD]eadline");
  private static final Pattern CALENDAR =
      Pattern.compile(
          "(?s).*(?:Appointment|Meeting|Shift|Schedule|Opening|Booking|Reservation|Calendar|Slot|Holiday|Visit|Course).*");

  private StoredMoments() {}

  static void find(SourceFile file, Reporter report) {
    for (Decl.Type type : file.all(Decl.Type.class)) {
      findIn(file, type, report);
    }
  }

  /** Whether what a type holds is stored, or sent to others. */
  static boolean isStoredOrSent(SourceFile file, Decl.Type type) {
    return isStored(type)
        || EXCHANGED.matcher(type.name()).matches()
        || EXCHANGED_PACKAGE.matcher(file.unit().packageName()).matches();
  }

  private static void findIn(SourceFile file, Decl.Type type, Reporter reporter) {
    List<Variable> variables = new ArrayList<>(type.components());
    for (Decl member : type.members()) {
      if (member instanceof Decl.Field field && !field.modifiers().contains(Modifier.STATIC)) {
        variables.add(field);
      }
    }
    if (variables.stream().anyMatch(StoredMoments::isZone)) {
      return;
    }
    boolean isStoredOrSent = isStoredOrSent(file, type);
    for (Variable variable : variables) {
      if (variable.type().ref().isNamed("java.time.LocalDateTime")
          && (isAnnotated(variable.annotations(), STAMPS)
              || isStoredOrSent && isMoment(variable, type)
              || isPlainMomentOfRecord(variable, type))) {
        Report report =
            reporter.at(
                variable,
                TimeZoneRule.LOCAL_FOR_INSTANT,
                variable.name(),
                "is a moment, but a `LocalDateTime` shifts with the zone that reads it");
        if (reporter.isOn("utcColumns") && isStored(type)) {
          report.severity(Severity.NOTE);
        }
      }
    }
  }

  private static boolean isStored(Decl.Type type) {
    return isAnnotated(type.annotations(), STORED);
  }

  private static boolean isMoment(Variable variable, Decl.Type type) {
    boolean isAmbiguous = PERHAPS_WALL_CLOCK.matcher(variable.name()).matches();
    return isAmbiguous
        ? !CALENDAR.matcher(type.name()).matches()
        : MomentName.isMoment(variable.name());
  }

  /** A record is there to be handed around; names that a calendar has too say nothing in it. */
  private static boolean isPlainMomentOfRecord(Variable variable, Decl.Type type) {
    return type.kind() == TypeShape.Kind.RECORD
        && MomentName.isMoment(variable.name())
        && !PERHAPS_WALL_CLOCK.matcher(variable.name()).matches()
        && !CALENDAR.matcher(type.name()).matches();
  }

  private static boolean isZone(Variable variable) {
    return variable.type().ref().isAnyOf("java.time.ZoneId", "java.util.TimeZone").isYes()
        || ZONE_NAME.matcher(variable.name()).matches();
  }

  private static boolean isAnnotated(List<Annotation> annotations, Set<String> names) {
    return annotations.stream().anyMatch(each -> names.stream().anyMatch(each.type()::isNamed));
  }
}
