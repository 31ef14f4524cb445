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
  '      method  path          handler                  guard  from  zone',
  '?     GET     /orders/{id}  OrderController.read                  edge',
  '?     POST    /orders       OrderController.place                 edge',
  'open  PUT     /orders/{id}  OrderController.change                edge',
  'open  DELETE  /orders/{id}  OrderController.delete                edge',
  'open  GET     /status       StatusController.status               edge',
  '5 endpoints: 3 open, 2 not known',
]
assert new File(basedir, 'web/part/endpoints.txt').readLines('UTF-8') == part
shown 'Only a part of the modules is in this build'
shown 'Dependencies of web that are not there: 1; annotations they declare are known by name only'
return true
