package dev.zonegate.provenance;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * The system as JGit may see it: without the settings of machine and user, which would make results
 * differ and which JGit starts a {@code git} to find.
 */
final class GitSilence extends SystemReader.Delegate {
  private GitSilence(SystemReader real) {
    super(real);
  }

  /** Makes JGit, of which the plugin has a copy of its own, see only the repository. */
  static void keep() {
    synchronized (GitSilence.class) {
      if (!(SystemReader.getInstance() instanceof GitSilence)) {
        SystemReader.setInstance(new GitSilence(SystemReader.getInstance()));
      }
    }
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS fs) {
    return new Empty(parent, fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    return new Empty(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new Empty(parent, fs);
  }

  /** Settings that nobody reads or writes. */
  private static final class Empty extends FileBasedConfig {
    Empty(Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public void load() {
      // there is nothing
    }

    @Override
    public void save() {
      // and nothing is kept
    }

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
