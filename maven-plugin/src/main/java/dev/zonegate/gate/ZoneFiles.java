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
    Map<SourceEntry, SourceHead> heads = new LinkedHashMap<>();
    listing.entries().forEach(each -> heads.put(each, SourceHead.of(each, encoding)));
    Placement placement = Placement.ofHeads(policy, prefix, heads);
    heads.forEach(
        (each, head) -> {
          byZone.get(placement.of(each.path(), head)).add(each.path());
          if (placement.naming(each.path(), head).isEmpty()) {
            unnamed.add(each.path());
          }
        });
    return new ZoneFiles(byZone, unnamed);
  }
}
