package dev.zonegate.rules.architecturedrift;

import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.ResourceReporter;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import dev.zonegate.rule.Settler;

/** Flags code that does not do as the rest of its project does. */
public final class ArchitectureDriftRule implements Rule {
  static final RulePattern LAYER_SKIP =
      RulePattern.warning("layerSkip", "%s, %s", "keep to the layers of the others");
  static final RulePattern BYPASS_SANCTIONED =
      RulePattern.warning("bypassSanctioned", "`%s` %s", "use the project's own way");
  static final RulePattern FIELD_INJECTION =
      RulePattern.warning(
          "fieldInjection", "`%s` is injected past the constructor, while %s", "pass it there");
  static final RulePattern SELF_INVOCATION =
      RulePattern.warning(
          "selfInvocation", "`%s` has no effect on %s", "put it on a bean that others call");
  static final RulePattern OBSOLETE_API =
      RulePattern.warning(
          "obsoleteApi", "`%s` is of an older generation than `%s`", "use the newer one");
  static final RulePattern CLONE =
      RulePattern.note("clone", "`%s` is `%s` once more under other names", "keep one of them")
          .with(Confidence.MEDIUM)
          .preview()
          .ofChanges();
  static final RulePattern REINVENTED =
      RulePattern.warning("reinvented", "`%s` does by hand what %s does", "call that instead")
          .with(Confidence.MEDIUM);
  static final RulePattern NEW_DEPENDENCY =
      RulePattern.warning("newDependency", "`%s` %s", "agree on it or leave it out");
  static final RulePattern OVERSIZED_UNIT =
      RulePattern.note("oversizedUnit", "`%s` has %s", "split it into steps with names")
          .preview()
          .ofChanges();
  static final RulePattern LEAKY_LAYER_TYPES =
      RulePattern.warning(
          "leakyLayerTypes", "`%s` %s", "keep such types in the layer they belong to");
  static final RulePattern UNTYPED_PAYLOAD =
      RulePattern.warning(
              "untypedPayload", "`%s` passes `%s` instead of a type, and %s", "give it a type")
          .preview();

  private static final RuleInfo INFO =
      RuleInfo.named("AI18", "ArchitectureDrift")
          .summary("Do things the way the rest of the project does them")
          .cwe(1061, 1076, 1041, 1093, 477, 1104)
          .patterns(
              LAYER_SKIP,
              BYPASS_SANCTIONED,
              FIELD_INJECTION,
              SELF_INVOCATION,
              OBSOLETE_API,
              CLONE,
              REINVENTED,
              NEW_DEPENDENCY,
              OVERSIZED_UNIT,
              LEAKY_LAYER_TYPES,
              UNTYPED_PAYLOAD);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SourceFile file, Reporter report) {
    ObsoleteApi.find(file, report);
    if (file.role() != SourceFile.Role.MAIN) {
      return;
    }
    if (StatedLayers.areThere(report)) {
      StatedLayers.find(file, report);
    } else {
      LayerSkip.find(file, report);
      LayerDirection.find(file, report);
    }
    Sanctioned.find(file, report);
    BypassSanctioned.find(file, report);
    FieldInjection.find(file, report);
    SelfInvocation.find(file, report);
    Duplicate.find(file, report);
    Reinvented.find(file, report);
    OversizedUnit.find(file, report);
    LeakyLayerTypes.find(file, report);
    UntypedPayload.find(file, report);
  }

  @Override
  public void check(ResourceFile file, ResourceReporter report) {
    NewDependency.find(file, report);
  }

  @Override
  public void settle(Candidate candidate, Settler settler) {
    Evidence evidence = candidate.evidence();
    if (evidence instanceof LayerSkip.Skip skip) {
      LayerSkip.settle(candidate, skip, settler);
    } else if (evidence instanceof LayerDirection.Use use) {
      LayerDirection.settle(candidate, use, settler);
    } else if (evidence instanceof BypassSanctioned.Bypass bypass) {
      BypassSanctioned.settle(candidate, bypass, settler);
    } else if (evidence instanceof FieldInjection.Filled filled) {
      FieldInjection.settle(candidate, filled, settler);
    } else if (evidence instanceof SelfInvocation.Unproxied unproxied) {
      SelfInvocation.settle(candidate, unproxied, settler);
    } else {
      settleShape(candidate, evidence, settler);
    }
  }

  private static void settleShape(Candidate candidate, Evidence evidence, Settler settler) {
    if (evidence instanceof ObsoleteApi.Older older) {
      ObsoleteApi.settle(candidate, older, settler);
    } else if (evidence instanceof OldClasses.Old old) {
      OldClasses.settle(candidate, old, settler);
    } else if (evidence instanceof Duplicate.Copy copy) {
      Duplicate.settle(candidate, copy, settler);
    } else if (evidence instanceof Duplicate.Holder holder) {
      Duplicate.settle(candidate, holder, settler);
    } else if (evidence instanceof Reinvented.Home home) {
      Reinvented.settle(candidate, home, settler);
    } else if (evidence instanceof LeakyLayerTypes.Leak leak) {
      LeakyLayerTypes.settle(candidate, leak, settler);
    } else if (evidence instanceof LeakyLayerTypes.Static service) {
      LeakyLayerTypes.settle(candidate, service, settler);
    } else if (evidence instanceof UntypedPayload.Untyped untyped) {
      UntypedPayload.settle(candidate, untyped, settler);
    }
  }
}
