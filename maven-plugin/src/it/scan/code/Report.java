import java.text.SimpleDateFormat;
import java.util.Date;

class Report {
  String day(Date date) {
    return new SimpleDateFormat("YYYY-MM-dd").format(date);
  }
}
