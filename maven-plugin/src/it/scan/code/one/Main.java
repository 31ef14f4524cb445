import com.missing.Thing;
import java.time.LocalDate;

public class Main {
  private Thing thing;

  LocalDate due() {
    return LocalDate.now().plusDays(thing.days());
  }
}
