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
assert log.count('BUILD SUCCESS') == 1 && log.count('BUILD FAILURE') == 1
return true
