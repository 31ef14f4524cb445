def log = new File(basedir, 'build.log').getText('UTF-8')
def line = 'zonegate.yml:3:13: zone `ledger` holds no file; no package is `com.acme.leger..`, did you mean `com.acme.ledger`?'
assert log.contains(line) : "the log lacks: ${line}"
assert log.count('Passed: 2 files, nothing blocks') == 2
return true
