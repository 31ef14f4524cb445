package dev.zonegate.gate;

import dev.zonegate.model.SourceFile.Role;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Tells the tests of a folder that no build describes by what they import and declare. Below {@code
 * src/main} nothing is a test: an import must not take a file out of the reach of the rules.
 */
public final class LooseTests {
  private static final Pattern IN_MAIN = Pattern.compile("(^|/)src/main/");
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import (static )?(org\\.junit|org\\.testng|junit\\.framework)\\.");
  private static final Pattern TEST =
      Pattern.compile(
          "@(Test|ParameterizedTest|RepeatedTest|TestFactory|RunWith|ExtendWith)\\b"
              + "|\\bextends TestCase\\b");
  private static final int ENOUGH = 1 << 20;

  private LooseTests() {}

  /** The same files, of which those that hold tests have the role of tests. */
  public static SourceListing told(SourceListing listing) {
    return new SourceListing(
        listing.entries().stream().map(LooseTests::told).toList(), listing.notifications());
  }

  private static SourceEntry told(SourceEntry entry) {
    boolean isOpen =
        entry.role() == Role.MAIN
            && !entry.isResource()
            && !IN_MAIN.matcher(entry.path()).find()
            && Files.isRegularFile(entry.file());
    return isOpen && isTest(entry.file())
        ? new SourceEntry(entry.path(), entry.file(), Role.TEST)
        : entry;
  }

  private static boolean isTest(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      String start = new String(in.readNBytes(ENOUGH), StandardCharsets.ISO_8859_1);
      return IMPORT.matcher(start).find() && TEST.matcher(start).find();
    } catch (IOException e) {
      // the analysis says so when it reads the file
      return false;
    }
  }
}
