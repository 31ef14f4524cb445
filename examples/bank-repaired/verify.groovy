// Nothing is left to find, in any host.
import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper

def results = new JsonSlurper().parse(new File(basedir, 'target/zonegate/zonegate.sarif')).runs[0].results
assert results.empty : results.collect { it.ruleId + ' ' + it.message.text }

def log = new File(basedir, 'build.log').getText('UTF-8')
assert !(log =~ /\[[A-Za-z]+\] .*\([a-z][A-Za-z]+\)$/).find()
assert new XmlSlurper().parse(new File(basedir, 'target/pmd.xml')).file.violation.isEmpty()
return true
