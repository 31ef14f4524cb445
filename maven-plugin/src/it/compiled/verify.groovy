def log = new File(basedir, 'build.log').getText('UTF-8')
def shown = { String line -> assert log.contains(line) : "the log lacks: ${line}" }

shown 'Judged 1 of 4 files again; 3 with the compile'
assert log.count('Judged ') == 1
assert log.count('src/main/java/com/acme/Invoice.java:7:22 AI11/implicitNow [all warning]') == 2
shown 'Zonegate blocks compiled; see above'
assert !log.contains('cannot follow')
assert new File(basedir, 'target/zonegate/compiled-main.bin').text.contains('src/main/java/com/acme/Invoice.java')
return true
