package dev.zonegate.pmd;

import dev.zonegate.frontend.BigStack;
import dev.zonegate.frontend.SourceInput;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceText;
import dev.zonegate.model.Span;
import net.sourceforge.pmd.lang.LanguageVersion;
import net.sourceforge.pmd.lang.document.TextDocument;
import net.sourceforge.pmd.lang.java.ast.ASTCompilationUnit;
import net.sourceforge.pmd.util.DataMap;
import net.sourceforge.pmd.util.DataMap.SimpleDataKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The model of a file that PMD analyses, made for the rule that asks first and kept with it. */
record LoweredFile(SourceFile source) {
  private static final Logger LOG = LoggerFactory.getLogger(LoweredFile.class);
  private static final SimpleDataKey<LoweredFile> KEY = DataMap.simpleDataKey("zonegate.file");

  /**
   * The model of a file.
   *
   * @throws IllegalStateException the first time, if there is none; then it is an empty one, so
   *     that the other rules do not fail of the same
   */
  static LoweredFile of(ASTCompilationUnit root) {
    LoweredFile known = root.getUserMap().get(KEY);
    if (known != null) {
      return known;
    }
    OwnClasses.demand(root);
    SourceInput input = input(root.getTextDocument());
    int release = release(root.getTextDocument().getLanguageVersion());
    try {
      SourceFile[] lowered = new SourceFile[1];
      BigStack.run(
          PmdFrontend.STACK_BYTES, () -> lowered[0] = PmdLowering.lower(root, input, release));
      root.getUserMap().set(KEY, new LoweredFile(lowered[0]));
      lowered[0].notifications().forEach(LoweredFile::log);
      return new LoweredFile(lowered[0]);
    } catch (RuntimeException | VirtualMachineError | LinkageError | AssertionError e) {
      Notification why = new Notification(input.path(), Span.NONE, Notification.Kind.FILE, "" + e);
      root.getUserMap().set(KEY, new LoweredFile(PmdLowering.unread(input, release, why)));
      throw new IllegalStateException("Zonegate cannot read this file", e);
    }
  }

  private static SourceInput input(TextDocument document) {
    String text = document.sliceOriginalText(document.getEntireRegion()).toString();
    String path = document.getFileId().getAbsolutePath().replace('\\', '/');
    return new SourceInput(path, SourceText.of(text), SourceFile.Role.of(path));
  }

  /** The release that the project says; 0 if PMD takes its default. */
  private static int release(LanguageVersion version) {
    if (version.equals(version.getLanguage().getDefaultVersion())) {
      return 0;
    }
    String number = version.getVersion().replaceFirst("^1\\.", "").replaceFirst("\\D.*", "");
    return Integer.parseInt(number);
  }

  private static void log(Notification notification) {
    LOG.warn(
        "Zonegate: {}:{}: {}",
        notification.path(),
        notification.at().startLine(),
        notification.message());
  }
}
