def log = new File(basedir, 'build.log').getText('UTF-8')
def shown = { String line -> assert log.contains(line) : "the log lacks: ${line}" }
def statement = 'src/main/java/com/acme/payments/Statement.java'

shown 'Zonegate blocks baseline; see above'
shown 'Wrote .zonegate/baseline.json: 2 known, 0 gone, 2 added'
shown 'The baseline knows 2 more; they do not block'
shown 'Repairs: 1, files: 1 in '
shown "Repaired ${statement}: 1"
shown 'The baseline lists 1 that are gone; run '
shown 'Wrote .zonegate/baseline.json: 1 known, 1 gone, 0 added'

def patch = new File(basedir, 'target/zonegate/fixes.patch').getText('UTF-8')
assert patch.startsWith("--- a/${statement}\n+++ b/${statement}\n@@ ")
assert patch.contains('-  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("YYYY-MM-dd");')
assert !new File(basedir, statement).text.contains('YYYY')

def known = new File(basedir, '.zonegate/baseline.json').readLines('UTF-8')
assert known.findAll { it.contains('"path"') }.size() == 1
assert known.any { it.contains('"rule":"TimeZone.implicitNow"') }

def policy = new File(basedir, 'zonegate.yml').getText('UTF-8')
assert policy.contains('# moves money: package com.acme.payments')
shown 'payment (human-only): 1 file'
shown 'baseline: its build does not run the gate; add the goals `analyze` and `check`'
return true
