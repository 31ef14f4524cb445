/* first */ // second
package shop.comments; // after

/** Javadoc of the type. */
/* not Javadoc */ @Deprecated /** late */ class /* between */ Comments /**/ {
  /***/
  String url = "http://a//b/*c*/"; /** trailing */
  char slash = '/'; // one

  String text = """
      // not a comment
      /* nor this */
      """; /* two */ int x = /* three */ 1 /* four */ + /* five */ 2; // six

  // seven
  void f(/* none */) { /* empty */ }
  // eight: the last line has no end */
}
// nine
