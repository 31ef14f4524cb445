// the same fifty modules twice; each uses the one with half its number
def write = { String path, String text ->
  def file = new File(basedir, path)
  file.parentFile.mkdirs()
  file.setText(text, 'UTF-8')
}
def start = '<project xmlns="http://maven.apache.org/POM/4.0.0">\n  <modelVersion>4.0.0</modelVersion>\n'
['one', 'four'].each { build ->
  new File(basedir, "${build}/.mvn").mkdirs()
  def modules = (1..50).collect { "    <module>m${it}</module>\n" }.join()
  write("${build}/pom.xml", """${start}  <groupId>com.acme</groupId>
  <artifactId>shop</artifactId>
  <version>1.0.0</version>
  <packaging>pom</packaging>
  <modules>
${modules}  </modules>
  <properties>
    <maven.compiler.release>17</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <build>
    <plugins>
      <plugin>
        <artifactId>maven-compiler-plugin</artifactId>
        <version>\${compiler.version}</version>
      </plugin>
      <plugin>
        <artifactId>maven-resources-plugin</artifactId>
        <version>\${resources.version}</version>
      </plugin>
    </plugins>
  </build>
</project>
""")
  (1..50).each { number ->
    def used = number.intdiv(2)
    def dependency = used == 0 ? '' : """  <dependencies>
    <dependency>
      <groupId>com.acme</groupId>
      <artifactId>m${used}</artifactId>
      <version>1.0.0</version>
    </dependency>
  </dependencies>
"""
    write("${build}/m${number}/pom.xml", """${start}  <parent>
    <groupId>com.acme</groupId>
    <artifactId>shop</artifactId>
    <version>1.0.0</version>
  </parent>
  <artifactId>m${number}</artifactId>
${dependency}</project>
""")
    def field = used == 0 ? '' : "  private final com.acme.m${used}.Invoice${used} first = new com.acme.m${used}.Invoice${used}();\n"
    write("${build}/m${number}/src/main/java/com/acme/m${number}/Invoice${number}.java", """package com.acme.m${number};

import java.time.LocalDate;

/** An invoice. */
public class Invoice${number} {
${field}
  /** When it is due. */
  public LocalDate due() {
    return LocalDate.now().plusDays(${number});
  }
}
""")
  }
}
return true
