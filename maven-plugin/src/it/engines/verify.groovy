import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').getText('UTF-8')
def times = { String line -> log.count(line) }

// ours and SpotBugs' in one finding, in the two builds that run it
assert times('src/main/java/com/acme/Table.java:11:12 AI12/defaultCharset') == 3
assert times('(SpotBugs DM_DEFAULT_ENCODING too)') == 2
assert times('AI16/closeNotInFinally [all warning]') == 2
assert times('src/main/java/com/acme/Refunds.java:13:') == 3
assert times('Checkstyle EmptyCatchBlock') == 2
assert times('PMD EmptyCatchBlock') == 2
assert times('pom.xml no report of SpotBugs (spotbugsXml.xml); let its plug-in run before, or the gate by `spotbugs: run`') == 1
assert times('pom.xml no report of Error Prone (errorprone.log); write the log of the compile there') == 1

def folder = new File(basedir, 'target/zonegate/engines')
['spotbugs', 'pmd', 'checkstyle'].each { engine ->
  assert new File(folder, "${engine}.key").readLines().size() == 2
  // it ran once
  def asked = new File(folder, "${engine}.args").lastModified()
  assert asked < new File(basedir, 'target/zonegate/zonegate.sarif').lastModified()
}
return true
