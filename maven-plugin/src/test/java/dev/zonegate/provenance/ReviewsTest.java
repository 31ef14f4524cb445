package dev.zonegate.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which commits a review is about, and who may have given it. */
final class ReviewsTest {
  private static final String BOB = "\n\nReviewed-by: Bob <bob@acme.example>\n";

  @TempDir Path temp;
  private GitSandbox git;

  @BeforeEach
  void open() {
    git = GitSandbox.in(temp.resolve("repo"));
    git.lines("A.java", "a").commit("Base");
  }

  @AfterEach
  void close() {
    git.close();
  }

  @Test
  void ofAMergeCountsForWhatTheMergeBroughtAndForNothingElse() throws Exception {
    git.branch("base").checkout("main");
    String before = git.lines("B.java", "b").commit("On the main line");
    git.branch("side");
    String brought = git.lines("C.java", "c").commit("On the branch");
    git.checkout("main").lines("D.java", "d").commit("Meanwhile");
    String meanwhile = git.head();
    git.merge("side", false);
    git.amend("Merge side" + BOB);
    String merge = git.head();
    String after = git.lines("E.java", "e").commit("After it");
    assertThat(reviewers("base", brought)).containsExactly("Bob");
    assertThat(reviewers("base", merge)).contains("Bob");
    assertThat(reviewers("base", before)).isEmpty();
    assertThat(reviewers("base", meanwhile)).isEmpty();
    assertThat(reviewers("base", after)).isEmpty();
  }

  @Test
  void areNotGivenByWhoWroteItUnderAnyOfTheirNames() throws Exception {
    git.branch("base").checkout("main");
    String own =
        git.lines("B.java", "b")
            .commit(
                "Bob",
                "bob@acme.example",
                "Change"
                    + BOB
                    + "Reviewed-by: B. Builder <BOB@acme.example>\nAcked-by: bob\n"
                    + "Approved-by: Eve <eve@acme.example>\nCo-authored-by: Dan <dan@acme.example>\n"
                    + "Reviewed-by: D. D. <dan@acme.example>\n");
    assertThat(reviewers("base", own)).containsExactly("Eve");
  }

  @Test
  void fromTheFileCountForTheCommitAndWhatCameBeforeIt() throws Exception {
    git.branch("base").checkout("main");
    String first = git.lines("B.java", "b").commit("First");
    String second = git.lines("C.java", "c").commit("Second");
    String third = git.lines("D.java", "d").commit("Third");
    Files.writeString(
        temp.resolve("reviews.json"),
        "{\"version\":1,\"approvals\":[{\"commit\":\""
            + second
            + "\",\"reviewer\":\"bob@acme.example\",\"teams\":[],\"source\":\"ci\"}]}");
    assertThat(reviewers("base", first)).hasSize(1);
    assertThat(reviewers("base", second)).hasSize(1);
    assertThat(reviewers("base", third)).isEmpty();
    assertThat(reviewers(second, third)).as("an approval of what is no change").isEmpty();
  }

  private List<String> reviewers(String base, String commit) throws ProvenanceException {
    try (Provenance provenance = git.open(base)) {
      return Reviews.of(provenance, temp.resolve("reviews.json")).of(commit).stream()
          .map(each -> each.reviewer().name())
          .toList();
    }
  }
}
