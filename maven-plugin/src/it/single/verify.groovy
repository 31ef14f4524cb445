def log = new File(basedir, 'build.log').getText('UTF-8')
def shown = { String line -> assert log.contains(line) : "the log lacks: ${line}" }

shown 'No zonegate.yml in '
shown 'everything is one zone of tier ai-assisted'
shown 'No compiled classes in target/classes: reading the sources with javac, which knows less; run after `compile`'
shown 'Zonegate blocks single; see above'
assert log.count('src/main/java/com/acme/Invoice.java:7:22 AI11/implicitNow [all warning]') == 3
assert log.count('No compiled classes') == 1
assert new File(basedir, 'target/zonegate/results.bin').text.contains('implicitNow')

['zonegate:analyze', 'zonegate:check', 'zonegate:endpoints', 'zonegate:explain', 'zonegate:help', 'zonegate:hook', 'zonegate:mcp', 'zonegate:report', 'zonegate:rules', 'zonegate:scan'].each { shown it }
shown 'AI11 TimeZone.implicitNow\n'
shown '`TimeZon` is no rule or pattern; did you mean `TimeZone`?'

def loaded = new File(basedir, 'loaded.log').readLines().collect { it.replaceFirst(/.*\] /, '').replaceFirst(/ source:.*/, '') }
assert loaded.contains('dev.zonegate.maven.CheckMojo')
def needless = loaded.findAll {
  it =~ /^(com\.fasterxml|com\.github|org\.eclipse\.jgit|net\.sourceforge\.pmd|org\.snakeyaml|org\.commonmark|com\.samskivert|com\.sun\.tools\.javac)\./ ||
      it =~ /^dev\.zonegate\.(rules|match|facts|frontend|pmd)\./
}
assert needless.isEmpty()
def own = loaded.findAll { it.startsWith('dev.zonegate.') && !it.contains('$$Lambda') }
assert own.size() < 110
return true
