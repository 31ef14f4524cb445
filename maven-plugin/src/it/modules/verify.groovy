import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').getText('UTF-8')
def shown = { String line -> assert log.contains(line) : "the log lacks: ${line}" }

shown 'ledger/src/main/java/com/acme/ledger/Entry.java:7:48 AI11/implicitNow [ledger warning] `LocalDate.now()` reads'
shown 'orders/src/main/java/com/acme/orders/Orders.java:19:23 AI03/jdbcConcat [orders '
shown 'edge/src/main/java/com/acme/edge/OpeningHours.java:7:22 AI11/implicitNow [edge warning]'
shown 'Blocked in zone `ledger`: 1 TimeZone.implicitNow (human-only: every finding blocks)'
shown 'Zonegate blocks ledger; see above'
assert !log.contains('Blocked in zone `edge`')
assert !log.contains('No compiled classes')
assert !log.contains('not marked as thread-safe') && !log.contains('not thread-safe')

def modules = ['ledger', 'orders', 'edge']
modules.each { module ->
  def run = new JsonSlurper().parse(new File(basedir, "${module}/target/zonegate/zonegate.sarif")).runs[0]
  assert run.results.size() == 1 : "${module} has ${run.results.size()} results"
  def uri = run.results[0].locations[0].physicalLocation.artifactLocation.uri
  assert uri.startsWith("${module}/src/main/java/") : uri
}
assert !new File(basedir, 'empty/target/zonegate').exists()

// one report of all modules, in each format
def whole = new File(basedir, 'target/zonegate')
['zonegate.sarif', 'zonegate.html', 'zonegate.json', 'zonegate-junit.xml', 'zonegate-checkstyle.xml', 'zonegate-gitlab.json'].each {
  assert new File(whole, it).length() > 0 : "${it} of the build is missing"
  modules.each { module -> assert new File(basedir, "${module}/target/zonegate/${it}").length() > 0 }
}
def runs = new JsonSlurper().parse(new File(whole, 'zonegate.sarif')).runs
assert runs.size() == 1 && runs[0].results.size() == 3
assert runs[0].results.every { it.partialFingerprints.primaryLocationLineHash }
assert runs[0].automationDetails.id == 'zonegate/shop/'
def places = { File file -> new JsonSlurper().parse(file).findings.collect { it.zone + ' ' + it.path } }
def expected = ['ledger ledger/src/main/java/com/acme/ledger/Entry.java',
                'orders orders/src/main/java/com/acme/orders/Orders.java',
                'edge edge/src/main/java/com/acme/edge/OpeningHours.java']
assert places(new File(whole, 'zonegate.json')) == expected
assert new File(basedir, 'late/zonegate.json').text == new File(whole, 'zonegate.json').text
assert new JsonSlurper().parse(new File(whole, 'zonegate-gitlab.json')).size() == 3

def lines = log.readLines()
assert lines.any { it.startsWith('::error file=ledger/src/main/java/com/acme/ledger/Entry.java,line=7,') }
assert lines.any { it.replace('\u001b[0m', '').startsWith('ledger/src/main/java/com/acme/ledger/Entry.java:7:48 AI11/implicitNow [ledger warning]') }
assert new File(basedir, 'summary.md').text.contains('### Zonegate blocks ledger')
shown 'zonegate.formats: `sarfi` is no format; did you mean `sarif`?'

shown 'Zonegate blocks ledger, orders; see above'
shown 'Zonegate blocks ledger; see above; modules after it are not judged yet, -Dzonegate.failAtEnd judges all'
assert log.count('not judged yet') == 1
assert log.count('BUILD SUCCESS') == 1 && log.count('BUILD FAILURE') == 4
return true
