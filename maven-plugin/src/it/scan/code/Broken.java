import java.time.LocalDate;

class Broken {
  LocalDate due() {
    return LocalDate.now();
  }

  void half( { int x = ; }
}
