import dev.zonegate.provenance.GitSandbox

// main has code that nobody knows the author of, and a machine's; the branch has more of a machine
def git = GitSandbox.in(basedir.toPath())
git.write('.gitignore', 'target/\n*.log\n')
git.commit('Start')
def entry = new File(basedir, 'src/main/java/com/acme/ledger/Entry.java')
entry.text = entry.text.replace('return cents;', 'return Math.max(0, cents);')
git.commit('Never negative' + GitSandbox.CLAUDE)
git.branch('work')
def orders = new File(basedir, 'src/main/java/com/acme/orders/Orders.java')
orders.text = orders.text.replaceFirst(/\}\s*$/, '\n  public int size() {\n    return 1;\n  }\n}\n')
git.commit('Add a size' + GitSandbox.CLAUDE)
git.close()
return true
