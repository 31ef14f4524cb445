package dev.zonegate.rules.rawsql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.FileResult;
import dev.zonegate.engine.Settings;
import dev.zonegate.engine.Settlement;
import dev.zonegate.facts.Fact;
import dev.zonegate.facts.Project;
import dev.zonegate.fixtures.ResourceFixture;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A mapper may be written to keep its reader busy; what is usual in it is judged nevertheless. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class HostileMapperTest {
  private static final String USUAL =
      "<select id='usual'>SELECT * FROM parcel ORDER BY ${sort}</select>";

  @Test
  void fragmentsThatDoubleThemselvesAreCutShort() {
    StringBuilder fragments = new StringBuilder("<sql id='f60'>x</sql>");
    for (int i = 0; i < 60; i++) {
      String next = "<include refid='f" + (i + 1) + "'/>";
      fragments.append("<sql id='f").append(i).append("'>").append(next).append(next);
      fragments.append("</sql>");
    }

    assertThat(candidates(fragments + USUAL + "<select id='all'><include refid='f0'/></select>"))
        .isEqualTo(1);
  }

  @Test
  void aFragmentThatIncludesItselfEnds() {
    String loop =
        "<sql id='a'>${left} <include refid='b'/></sql><sql id='b'><include refid='a'/></sql>";

    assertThat(candidates(USUAL + loop + "<select id='all'><include refid='a'/></select>"))
        .isEqualTo(2);
  }

  @Test
  void aChainOfFragmentsIsCutShort() {
    StringBuilder chain = new StringBuilder();
    for (int i = 0; i < 9000; i++) {
      String next = Integer.toString(i + 1, 36);
      chain.append("<sql id='" + Integer.toString(i, 36) + "'>");
      chain.append("<include refid='" + next + "'/></sql>");
    }

    assertThat(candidates(chain + USUAL + "<select id='all'><include refid='0'/></select>"))
        .isEqualTo(1);
  }

  @Test
  void manyStatementsThatIncludeMuchAreCutShort() {
    String much = "<sql id='much'>" + "AND c = '${x}' ".repeat(4000) + "</sql>";
    String all = "<select id='all'><include refid='much'/></select>".repeat(10_000);

    assertThat(candidates(USUAL + much + all)).isEqualTo(2);
  }

  @Test
  void bindsThatDoubleThemselvesAreCutShort() {
    StringBuilder binds = new StringBuilder("<bind name='b0' value='sort + sort'/>");
    for (int i = 1; i < 60; i++) {
      String before = "b" + (i - 1);
      binds.append("<bind name='b" + i + "' value='" + before + " + " + before + "'/>");
    }

    assertThat(candidates("<select id='all'>" + binds + "ORDER BY ${b59}</select>")).isEqualTo(1);
  }

  @Test
  void fragmentsOfFilesThatIncludeEachOtherEnd() {
    List<FileResult> all = new ArrayList<>();
    all.add(
        result(
            "acme.a",
            "<sql id='x'>${y} <include refid='acme.b.x'><property name='y' value='${y.z}'/>"
                + "<property name='w' value='${y} ${w}'/></include></sql>"));
    all.add(
        result(
            "acme.b",
            "<sql id='x'>${y} ${w} <include refid='acme.a.x'><property name='y' value='${w.v}'/>"
                + "</include></sql><select id='s'><include refid='acme.a.x'/></select>"));
    List<Fact> facts = all.stream().flatMap(each -> each.facts().stream()).toList();
    Settlement settled =
        new Analysis(Catalogue.rules(), Settings.DEFAULT)
            .settle(all, Project.whole(facts), LocalDate.EPOCH);

    assertThat(facts).hasSize(3);
    assertThat(settled.findings()).isEmpty();
  }

  private static FileResult result(String namespace, String content) {
    String mapper = "<mapper namespace='" + namespace + "'>" + content + "</mapper>";
    return ResourceFixture.parse(namespace + ".xml", mapper).result();
  }

  private static int candidates(String statements) {
    String mapper = "<mapper namespace='acme.ParcelMapper'>" + statements + "</mapper>";
    FileResult result = ResourceFixture.parse("ParcelMapper.xml", mapper).result();
    return result.candidates().size();
  }
}
