import dev.zonegate.provenance.GitSandbox

// both modules have old findings; the branch adds a machine's code to one of them and a person's to the other
def git = GitSandbox.in(basedir.toPath())
git.write('.gitignore', 'target/\n*.log\n')
git.commit('Start')
git.branch('work')
def adding = { String path, String text ->
  def file = new File(basedir, path)
  file.text = file.text.replaceFirst(/\}\s*$/, text + '}\n')
}
adding 'ledger/src/main/java/com/acme/ledger/Entry.java', '''
  public LocalDate today() {
    return LocalDate.now();
  }

  public int size() {
    return 1;
  }
'''
git.commit('Add a day' + GitSandbox.CLAUDE)
adding 'web/src/main/java/com/acme/web/Hours.java', '''
  public int hours() {
    return 9;
  }
'''
git.commit('Add hours')
git.close()
return true
