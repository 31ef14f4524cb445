def log = new File(basedir, 'build.log').getText('UTF-8')
def shown = { String line -> assert log.contains(line) : "the log lacks: ${line}" }

shown 'Part 1 of 2: '
shown 'Part 2 of 2: '
['one', 'two'].each { module ->
  def folder = new File(basedir, "${module}/target/zonegate")
  assert new File(folder, 'shard-1-of-2.bin').exists() && new File(folder, 'shard-2-of-2.bin').exists()
  assert new File(folder, 'results.bin').exists()
}

shown 'one/src/main/java/com/acme/one/Ledger.java:8:22 AI11/implicitNow [regulated warning]'
shown 'one/src/main/java/com/acme/one/Ledger.java:12:5 AI19/debugLeftover [regulated warning] Usage of System.out (PMD SystemPrintln)'
shown 'two/pom.xml no report of PMD (pmd.xml); let its plug-in run before'
shown 'one/pom.xml Checkstyle cannot be had: '
shown 'Blocked in zone `regulated`: '
shown 'Zonegate blocks one, two; see above'
shown 'the baseline is written with the last module of the build, and this is not the last; run `baseline` and `check` one after the other'
assert !new File(basedir, '.zonegate/baseline.json').exists()
return true
