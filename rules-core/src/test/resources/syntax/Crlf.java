package shop.encoding;

class Crlf {
	String tab = "a	b",	other = "c";	// tab
	int f(int x) {
		return x	+ 1;
	}

  /* two
     lines */ String text = """
      one
        two
      """; int after = 1;
}
