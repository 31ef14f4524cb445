context['server'].stop(0)
assert context['stored'].keySet().any { it.contains('/ledger/') }

def log = new File(basedir, 'build.log').getText('UTF-8')
def shown = { String line -> assert log.contains(line) : "the log lacks: ${line}" }
shown 'Found cached build, restoring com.acme:ledger from cache'
shown 'Skipping plugin execution (cached): zonegate:analyze'
shown 'Blocked in zone `all`: 1 TimeZone.implicitNow (ai-assisted: warnings and errors block)'
// what was found is not looked for again, and judged by the policy of today
shown 'Blocked in zone `ledger`: 1 TimeZone.implicitNow (human-only: every finding blocks)'
['ledger', 'orders'].each { module ->
  def results = { String clone -> new File(basedir, "${clone}/${module}/target/zonegate/results.bin").text }
  assert results('first') == results('second')
}
return true
