import groovy.json.JsonSlurper

def bytes = { String build ->
  def reports = [:]
  def folder = new File(basedir, build)
  folder.eachFileRecurse(groovy.io.FileType.FILES) { file ->
    def path = folder.toPath().relativize(file.toPath()).toString().replace('\\', '/')
    // what is kept for the next build holds the times of this one, what a process is told its folder
    def isReport = !path.endsWith('.bin') && !(file.name in ['worker.args', 'worker.log'])
    if (path.contains('target/zonegate/') && isReport) {
      reports[path] = file.text
    }
  }
  return reports
}
def one = bytes('one')
def four = bytes('four')
assert one.keySet() == four.keySet() : "other files by four threads"
assert one.keySet().count { it.endsWith('zonegate.sarif') } == 51
one.each { path, text ->
  def isSame = four[path] == text
  // the texts themselves would fill the log
  assert isSame : "${path} differs between one thread and four"
}

def whole = new JsonSlurper().parseText(four['target/zonegate/zonegate.sarif']).runs
assert whole.size() == 1 && whole[0].results.count { it.ruleId.endsWith('implicitNow') } == 50
def log = new File(basedir, 'build.log').getText('UTF-8')
assert !log.contains('not thread-safe')
// the third build says it all again
assert log.count('m50/src/main/java/com/acme/m50/Invoice50.java:11:22 AI11/implicitNow [all warning]') == 3
return true
