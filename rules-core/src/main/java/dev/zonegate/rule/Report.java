package dev.zonegate.rule;

/** A finding in the making. Every method returns this report. */
public interface Report {
  Report confidence(Confidence confidence);

  /** Overrides the pattern's severity for this occurrence. */
  Report severity(Severity severity);

  /** This occurrence never blocks: of its kind fewer are worth a change than of the pattern. */
  Report preview();

  /** Adds another place that explains the finding, such as where a value comes from; in order. */
  Report related(Related place);

  /** Offers a repair that is safe to apply without looking. */
  Report fix(Fix fix);
}
