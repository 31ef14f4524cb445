import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').getText('UTF-8')
def shown = { String line -> assert log.contains(line) : "the log lacks: ${line}" }

def table = new File(basedir, 'target/zonegate/endpoints.txt').readLines('UTF-8')
assert table == [
  '      method  path          handler                  guard             from                   zone',
  '      GET     /orders/{id}  OrderController.read     @ClerkOnly        OrderController.read   edge',
  '      POST    /orders       OrderController.place    @ClerkOnly        OrderController.place  edge',
  '      PUT     /orders/{id}  OrderController.change   authenticated()   Security.shop          edge',
  '      DELETE  /orders/{id}  OrderController.delete   hasRole("ADMIN")  Security.shop          edge',
  'open  GET     /status       StatusController.status  permitAll()       Security.shop          edge',
  '5 endpoints: 1 open, 0 not known',
]
shown '[INFO] open  GET     /status       StatusController.status  permitAll()       Security.shop          edge'

// of the other module nothing is known there: neither its annotation nor its chain
def part = new File(basedir, 'out/endpoints.txt').readLines('UTF-8')
assert part == [
  '      method  path          handler                  guard        from                   zone',
  '?     GET     /orders/{id}  OrderController.read     @ClerkOnly?  OrderController.read   edge',
  '?     POST    /orders       OrderController.place    @ClerkOnly?  OrderController.place  edge',
  'open  PUT     /orders/{id}  OrderController.change                                       edge',
  'open  DELETE  /orders/{id}  OrderController.delete                                       edge',
  'open  GET     /status       StatusController.status                                      edge',
  '5 endpoints: 3 open, 2 not known',
]
assert new File(basedir, 'web/part/endpoints.txt').readLines('UTF-8') == part
shown 'Only a part of the modules is in this build'
shown 'Dependencies of web that are not there: 1; annotations they declare are known by name only'

shown 'Not compiled yet: core; their types are unknown here. Run `mvn test-compile zonegate:check`'
assert log.count('Not compiled yet: ') == 1
['baseline', 'fix'].each { shown "core of this build: not compiled yet; run `mvn test-compile zonegate:${it}`" }
assert !new File(basedir, '.zonegate/baseline.json').exists()

// whether `@Secured` in core is enforced is said in web, and what guards a handler of web in core
shown 'Places that hang on other modules: '
shown 'Decided with all modules of the build known: 2 findings'
shown 'core/src/main/java/com/acme/shop/core/Prices.java:6:3 AI01/deadAnnotation [core '
shown 'web/src/main/java/com/acme/shop/web/OrderController.java:26:8 AI01/missingAuthz [edge '
shown 'Zonegate blocks core; see above'
assert !log.contains('StatusController.java:') : 'the chain in core opens just this path'
assert !log.contains('OrderController.java:29:') : 'the chain in core guards `delete`'
['core': 'AuthBypass.deadAnnotation', 'web': 'AuthBypass.missingAuthz'].each { module, rule ->
  def run = new JsonSlurper().parse(new File(basedir, "${module}/target/zonegate/zonegate.sarif")).runs[0]
  assert run.invocations.size() == 1
  if (module == 'web') {
    assert run.results*.ruleId == [rule]
    assert run.invocations[0].toolExecutionNotifications == null
  } else {
    // the last build saw core only, and says so
    assert run.results == null || run.results.isEmpty()
    assert run.invocations[0].toolExecutionNotifications*.descriptor*.id == ['project']
  }
}
shown 'core/pom.xml only a part of the project is known (core)'
assert log.count('only a part of the project is known') == 1
return true
