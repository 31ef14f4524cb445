// The gate blocks, and the three hosts say the same: rule, file, line and column.
import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper

def source = ~/.*src\/main\/java\//

def run = new JsonSlurper().parse(new File(basedir, 'target/zonegate/zonegate.sarif')).runs[0]
def rules = run.tool.driver.rules.collect { it.id.tokenize('.')[0] }.toSet().join('|')
def gate = run.results
    .collect { result ->
      def at = result.locations[0].physicalLocation
      [result.ruleId.tokenize('.')[0], at.artifactLocation.uri - source, at.region.startLine, at.region.startColumn]
    }.sort()

def log = new File(basedir, 'build.log').getText('UTF-8')
def errorProne = (log =~ /(?m)^\[(?:WARNING|INFO)\] (\S+\.java):\[(\d+),(\d+)\] \[($rules)\]/)
    .collect { [it[4], it[1].replace('\\', '/') - source, it[2] as int, it[3] as int] }.toSet().sort()

def pmd = new XmlSlurper().parse(new File(basedir, 'target/pmd.xml')).file.collectMany { file ->
  file.violation.collect {
    [it.@rule.text(), file.@name.text().replace('\\', '/') - source, it.@beginline.text() as int, it.@begincolumn.text() as int]
  }
}.sort()

// what takes two files to see, the compiler and PMD report only with the facts file that the gate writes
def acrossFiles = [
    ['SensitiveDataExposure', 'com/acme/bank/payments/PaymentController.java', 36, 30],
    ['UntrustedInput', 'com/acme/bank/payments/Payment.java', 5, 83],
    ['UntrustedInput', 'com/acme/bank/payments/ReceiptSender.java', 29, 19],
]
assert gate.size() >= 12 : "the gate found only ${gate}"
assert gate.containsAll(acrossFiles) : "the gate does not see across files: ${gate}"
def ofOneFile = gate.toSet() - acrossFiles
assert ofOneFile == errorProne.toSet() : "Error Prone differs: ${ofOneFile - errorProne} and ${errorProne - ofOneFile}"
assert ofOneFile == pmd.toSet() : "PMD differs: ${ofOneFile - pmd} and ${pmd - ofOneFile}"

def blocked = log.readLines().findAll { it =~ /BLOCKED|blocks/ }
assert log.contains('ledger') && log.contains('BUILD FAILURE')
assert !blocked.empty : 'the log does not say what blocks'
return true
