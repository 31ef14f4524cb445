// what PMD left behind
def ledger = new File(basedir, 'one/src/main/java/com/acme/one/Ledger.java')
def report = new File(basedir, 'one/target/pmd.xml')
report.parentFile.mkdirs()
report.text = """<pmd version="7.17.0"><file name="${ledger}">
<violation beginline="12" begincolumn="5" rule="SystemPrintln" priority="2">Usage of System.out</violation>
</file></pmd>"""
return true
