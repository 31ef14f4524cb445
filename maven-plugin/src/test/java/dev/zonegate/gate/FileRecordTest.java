package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Notification.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FileRecordTest {
  @Test
  void keepsTheAttemptThatSawMore() {
    FileRecord less = Findings.in("A.java").resolving(10, 0).record();
    FileRecord more = Findings.in("A.java").resolving(11, 5).record();
    assertThat(FileRecord.fuller(less, more)).isSameAs(more);
    assertThat(FileRecord.fuller(more, less)).isSameAs(more);
  }

  @Test
  void ofEqualAttemptsKeepsTheFirstThatReadTheFileAtAll() {
    FileRecord read = Findings.in("A.java").resolving(0, 0).record();
    FileRecord alsoRead = Findings.in("A.java").resolving(0, 0).record();
    FileRecord failed =
        Findings.in("A.java").resolving(0, 0).notifying(Kind.FILE, "failed").record();
    assertThat(FileRecord.fuller(read, alsoRead)).isSameAs(read);
    assertThat(FileRecord.fuller(failed, read)).isSameAs(read);
    assertThat(FileRecord.fuller(read, failed)).isSameAs(read);
    FileRecord failedToo =
        Findings.in("A.java").resolving(0, 0).notifying(Kind.FILE, "failed").record();
    assertThat(FileRecord.fuller(failed, failedToo)).isSameAs(failed);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void isReadUnlessTheFileOrItsSyntaxCouldNotBe(Kind kind) {
    FileRecord file = Findings.in("A.java").notifying(kind, "something").record();
    assertThat(file.isRead()).isEqualTo(kind != Kind.FILE && kind != Kind.SYNTAX);
  }
}
