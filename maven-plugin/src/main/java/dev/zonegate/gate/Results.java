package dev.zonegate.gate;

import dev.zonegate.model.Notification;
import java.util.List;

/**
 * What an analysis found: a function of the sources, the class path and the rules, without policy,
 * clock or folder of the machine.
 *
 * @param key digest of what besides the sources went in
 * @param files sorted by path
 * @param notifications about what is no file; sorted
 */
public record Results(String key, List<FileRecord> files, List<Notification> notifications) {
  public Results {
    files = List.copyOf(files);
    notifications = List.copyOf(notifications);
  }
}
