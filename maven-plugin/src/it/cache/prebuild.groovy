import com.sun.net.httpserver.HttpServer

// a store that keeps what is put there
def stored = new java.util.concurrent.ConcurrentHashMap<String, byte[]>()
def server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0)
server.createContext('/') { exchange ->
  def path = exchange.requestURI.path
  def body = new byte[0]
  def status = 201
  if (exchange.requestMethod == 'PUT') {
    stored[path] = exchange.requestBody.bytes
  } else {
    body = stored.getOrDefault(path, body)
    status = stored.containsKey(path) ? 200 : 404
  }
  boolean hasBody = body.length > 0 && exchange.requestMethod == 'GET'
  exchange.sendResponseHeaders(status, hasBody ? body.length : -1)
  if (hasBody) {
    exchange.responseBody.write(body)
  }
  exchange.close()
}
server.start()
context['server'] = server
context['stored'] = stored

def settings = new File(basedir, '../../../../examples/build-cache/maven-build-cache-config.xml').getText('UTF-8')
def here = settings.replace('https://cache.example/maven', "http://127.0.0.1:${server.address.port}/maven")
assert here != settings
['first', 'second'].each { clone ->
  basedir.eachFileRecurse(groovy.io.FileType.FILES) { file ->
    def path = basedir.toPath().relativize(file.toPath()).toString().replace('\\', '/')
    if (path ==~ /pom.xml|(ledger|orders)\/.*/) {
      def copy = new File(basedir, "${clone}/${path}")
      copy.parentFile.mkdirs()
      copy.bytes = file.bytes
    }
  }
  new File(basedir, "${clone}/.mvn").mkdirs()
  new File(basedir, "${clone}/.mvn/extensions.xml").bytes = new File(basedir, 'extensions.xml').bytes
  new File(basedir, "${clone}/.mvn/maven-build-cache-config.xml").setText(here, 'UTF-8')
}
new File(basedir, 'second/zonegate.yml').text = '''version: 1
zones:
  - { name: ledger, tier: human-only, packages: ["com.acme.ledger.."] }
  - { name: rest, tier: ai-friendly }
'''
return true
