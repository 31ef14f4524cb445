package dev.zonegate.report;

import dev.zonegate.gate.LineShare;
import dev.zonegate.gate.Zone;
import dev.zonegate.gate.ZoneFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The zones of a build with their files. */
public final class ZoneTable {
  private ZoneTable() {}

  /**
   * The lines about each zone, then those about what no zone names.
   *
   * @param most how many files to list of each
   * @param whole where all are listed
   */
  public static List<Line> lines(ZoneFiles files, int most, String whole) {
    return lines(files, Map.of(), most, whole);
  }

  /**
   * As above.
   *
   * @param shares who wrote the code, by the name of the zone; may lack any
   */
  public static List<Line> lines(
      ZoneFiles files, Map<String, LineShare> shares, int most, String whole) {
    List<Line> lines = new ArrayList<>();
    for (Zone zone : files.byZone().keySet()) {
      List<String> paths = files.byZone().get(zone);
      lines.add(
          Line.info(
              heading(zone, paths.size())
                  + share(shares.getOrDefault(zone.name(), LineShare.NONE))));
      list(paths, most, whole, lines);
    }
    if (!files.unnamed().isEmpty()) {
      boolean isListed = files.byZone().containsValue(files.unnamed());
      lines.add(
          Line.warning(
              "Named by no zone, so that the last one has them: "
                  + files.unnamed().size()
                  + (isListed ? ", all that it has" : "")));
      list(isListed ? List.of() : files.unnamed(), most, whole, lines);
    }
    return lines;
  }

  private static String heading(Zone zone, int size) {
    return zone.name() + " (" + zone.tier().id() + "): " + size + (size == 1 ? " file" : " files");
  }

  private static String share(LineShare share) {
    if (share.all() == 0) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        "; %d%% machine-written (%s of %d lines)",
        share.machinePercent(),
        share.lines().entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey().id())
            .collect(Collectors.joining(", ")),
        share.all());
  }

  private static void list(List<String> paths, int most, String whole, List<Line> lines) {
    paths.stream().limit(most).forEach(each -> lines.add(Line.info("  " + each)));
    if (paths.size() > most) {
      lines.add(Line.info("  and " + (paths.size() - most) + " more in " + whole));
    }
  }
}
