// The gate blocks, and the three hosts say the same: rule, file, line and column.
import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper

def source = ~/.*src\/main\/java\//

def gate = new JsonSlurper().parse(new File(basedir, 'target/zonegate/zonegate.sarif')).runs[0].results
    .collect { result ->
      def at = result.locations[0].physicalLocation
      [result.ruleId.tokenize('.')[0], at.artifactLocation.uri - source, at.region.startLine, at.region.startColumn]
    }.sort()

def log = new File(basedir, 'build.log').getText('UTF-8')
def errorProne = (log =~ /(?m)^\[(?:WARNING|INFO)\] (\S+\.java):\[(\d+),(\d+)\] \[(TimeZone|SwallowedError|RawSql)\]/)
    .collect { [it[4], it[1].replace('\\', '/') - source, it[2] as int, it[3] as int] }.toSet().sort()

def pmd = new XmlSlurper().parse(new File(basedir, 'target/pmd.xml')).file.collectMany { file ->
  file.violation.collect {
    [it.@rule.text(), file.@name.text().replace('\\', '/') - source, it.@beginline.text() as int, it.@begincolumn.text() as int]
  }
}.sort()

assert gate.size() >= 12 : "the gate found only ${gate}"
assert gate.toSet().sort() == errorProne.toSet().sort() : "Error Prone differs"
assert gate.toSet().sort() == pmd.toSet().sort() : "PMD differs"

def blocked = log.readLines().findAll { it =~ /BLOCKED|blocks/ }
assert log.contains('ledger') && log.contains('BUILD FAILURE')
assert !blocked.empty : 'the log does not say what blocks'
return true
