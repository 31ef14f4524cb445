import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').getText('UTF-8')
def builds = log.split('BUILD FAILURE')
def shown = { int build, String line -> assert builds[build].contains(line) : "build ${build + 1} lacks: ${line}" }

shown 0, 'src/main/java/com/acme/ledger/Entry.java:11:1 [ledger blocked] 1 line is machine-written (ai, commit '
shown 0, 'trailer `co-authored-by: Claude Opus 4.8 <noreply@anthropic.com>`), which `ledger` does not allow; let a person write this'
shown 0, 'Blocked in zone `ledger`: 1 machine-written (human-only: machine-written code blocks)'
shown 0, 'Blocked in zone `orders`: 1 TimeZone.implicitNow'
shown 0, "git fetch origin '+refs/notes/*:refs/notes/*'"

assert !builds[1].contains('[ledger blocked]')
shown 1, 'Authors of 4 changed lines: 4 ai'
shown 1, 'src/main/java/com/acme/orders/Orders.java:9:1 [orders blocked] machine-written (ai, commit '
shown 1, 'and so are 100% of the change: one of sen@acme.example has to review it'
shown 1, 'Findings outside the lines changed since main: 1; they do not block'
shown 1, 'Blocked in zone `orders`: 1 not reviewed (ai-assisted: machine-written code needs a review)'

shown 1, 'See more: target/zonegate/audit.jsonl'
def audit = new File(basedir, 'target/zonegate/audit.jsonl').readLines().collect { new JsonSlurper().parseText(it) }
assert audit*.file == ['pom.xml', 'src/main/java/com/acme/ledger/Entry.java', 'src/main/java/com/acme/orders/Orders.java']
assert audit*.verdict == ['pass', 'pass', 'block']
assert audit[2].provenance[0].lines == '9-12'
shown 2, 'ledger (human-only): 1 file; 8% machine-written (1 ai, 12 unknown of 13 lines)'
return true
