package dev.zonegate.errorprone;

import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.matchers.Description;

/**
 * Makes one finding a suggestion. Error Prone restricts this to its authors, for it outranks {@code
 * -Xep}; so the caller sees to it that {@code -Xep:...:ERROR} still holds. Excluded from Error
 * Prone's check of this build, which has no other way to allow it.
 */
final class Suggestion {
  private Suggestion() {}

  static void make(Description.Builder description) {
    description.overrideSeverity(SeverityLevel.SUGGESTION);
  }
}
