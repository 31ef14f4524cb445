import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').getText('UTF-8')
def shown = { String line -> assert log.contains(line) : "the log lacks: ${line}" }

def run = new JsonSlurper().parse(new File(basedir, 'out/zonegate.sarif')).runs[0]
def places = run.results.collect {
  def at = it.locations[0].physicalLocation
  "${at.artifactLocation.uri}:${at.region.startLine} ${it.ruleId}".toString()
}
['Broken.java:5 TimeZone.implicitNow', 'one/Main.java:8 TimeZone.implicitNow',
 'two/Main.java:8 TimeZone.implicitNow', 'Report.java:6 TimeZone.badPattern'].each {
  assert places.contains(it) : "${places} lacks ${it}"
}
def broken = run.invocations[0].toolExecutionNotifications.find { it.descriptor.id == 'syntax' }
assert broken.locations[0].physicalLocation.artifactLocation.uri == 'Broken.java'

shown 'Broken.java:8:'

// what is found is said, and not the secret itself: neither in the log nor in a file
shown 'Vault.java:2:'
assert !log.contains('plum93')
def kept = []
new File(basedir, 'out').eachFileRecurse { if (it.file) kept << it }
assert !kept.empty
kept.each { assert !it.getText('ISO-8859-1').contains('plum93') : it }

shown 'zonegate.dir: '
shown ' is not there; name a folder or a .java file'
shown 'Zonegate blocks Report.java; see above'

assert log.readLines().any { it.contains('zonegate.yml. Read it') && it.endsWith(':scan`') }
shown 'Zones of ' + new File(basedir, 'zonegate.yml').canonicalPath
shown 'Zonegate blocks scan; see above'
assert log.count('BUILD SUCCESS') == 2 && log.count('BUILD FAILURE') == 3
return true
