package dev.zonegate.gate;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which files are in which zone.
 *
 * @param byZone paths, sorted, by zone in the order of the policy
 * @param unnamed paths that no zone names, so that the last one has them
 */
public record ZoneFiles(Map<Zone, List<String>> byZone, List<String> unnamed) {
  /** Puts files into zones. */
  public static ZoneFiles of(
      Policy policy, String prefix, SourceListing listing, Charset encoding) {
    Map<Zone, List<String>> byZone = new LinkedHashMap<>();
    policy.zones().forEach(each -> byZone.put(each, new ArrayList<>()));
    List<String> unnamed = new ArrayList<>();
    for (SourceEntry each : listing.entries()) {
      String packageName = SourceHead.of(each, encoding).packageName();
      Zone zone = policy.zoneOf(prefix + each.path(), packageName);
      byZone.get(zone).add(each.path());
      if (!zone.names(prefix + each.path(), packageName)) {
        unnamed.add(each.path());
      }
    }
    return new ZoneFiles(byZone, unnamed);
  }
}
