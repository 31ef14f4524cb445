import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').getText('UTF-8')
def builds = log.split('BUILD (FAILURE|SUCCESS)')
def shown = { int build, String line -> assert builds[build].contains(line) : "build ${build + 1} lacks: ${line}" }
def entry = 'ledger/src/main/java/com/acme/ledger/Entry.java'
def hours = 'web/src/main/java/com/acme/web/Hours.java'

// 8 of the 12 lines of the change, though none in the other module
shown 0, "${entry}:12:1 [ledger blocked] machine-written (ai, commit "
shown 0, 'and so are 67% of the change: one of sen@acme.example has to review it'
shown 0, "${entry}:14:22 AI11/implicitNow [ledger warning]"
shown 0, 'Findings outside the lines changed since main: 1; they do not block'
assert log.contains('Zonegate blocks ledger; see above')
def audits = ['ledger', 'web'].collect { module ->
  new File(basedir, "${module}/target/zonegate/audit.jsonl").readLines().collect { new JsonSlurper().parseText(it) }
}
assert audits[0].find { it.file == entry }.provenance.find { it.authorship == 'ai' }.lines == '12-19'
assert audits[1].find { it.file == hours }.provenance*.authorship == ['unknown']

shown 1, 'Wrote .zonegate/baseline.json: 4 known, 0 gone, 4 added'
assert builds[1].count('.zonegate/baseline.json') == 1
shown 2, 'The baseline knows '

shown 3, 'Repairs: 2, files: 2 in '
def patch = new File(basedir, 'target/zonegate/fixes.patch').getText('UTF-8')
[entry, hours].each { assert patch.contains("--- a/${it}\n+++ b/${it}\n@@ ") }
[entry, hours].each { shown 4, "Repaired ${it}: 1" }
[entry, hours].each { assert !new File(basedir, it).text.contains('YYYY') }

shown 5, 'Wrote .zonegate/baseline.json: 2 known, 2 gone, 0 added'
def known = new File(basedir, '.zonegate/baseline.json').readLines('UTF-8')
assert known.findAll { it.contains('"rule":"TimeZone.implicitNow"') }.size() == 2
return true
