package shop.encoding;

class Astral {
  String smile = "😀", after = "x"; // 😀 smile
  int 𠀀 = 1, café = 𠀀 + 1;
  char combining = 'é';
}
