package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ShardTest {
  @Test
  void eachFileFallsToOnePart() {
    List<SourceEntry> entries = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      entries.add(new SourceEntry("a/C" + i + ".java", Path.of("C" + i), Role.MAIN));
    }
    Notification said = new Notification("b", Span.NONE, Notification.Kind.FILE, "no");
    SourceListing listing = new SourceListing(entries, List.of(said));
    List<SourceEntry> all = new ArrayList<>();
    for (int number = 1; number <= 3; number++) {
      SourceListing part = new Shard(number, 3).of(listing);
      assertThat(part.entries()).hasSizeBetween(60, 140);
      assertThat(part.notifications()).containsExactly(said);
      all.addAll(part.entries());
    }
    assertThat(all).containsExactlyInAnyOrderElementsOf(entries);
  }

  @Test
  void takesAThousandPartsAndNoMore() {
    assertThat(Shard.parse("1000/1000")).isEqualTo(new Shard(1000, 1000));
    assertThat(Shard.parse("1/1")).isEqualTo(new Shard(1, 1));
    assertThatThrownBy(() -> Shard.parse("1/1001"))
        .hasMessage("`1/1001` is no part; write one such as 2/3, of 1000 at most");
  }

  @Test
  void hasAFileOfItsOwn() {
    assertThat(new Shard(2, 3).file()).isEqualTo("shard-2-of-3.bin");
  }
}
