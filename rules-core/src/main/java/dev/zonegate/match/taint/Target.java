package dev.zonegate.match.taint;

import java.util.Set;

/** A loop, switch or labelled statement that {@code break} and {@code continue} can mean. */
final class Target {
  final Set<String> labels;
  final boolean isLoop;
  final boolean takesBreak;
  State breaks;
  State continues;

  Target(Set<String> labels, boolean isLoop, boolean takesBreak) {
    this.labels = labels;
    this.isLoop = isLoop;
    this.takesBreak = takesBreak;
  }
}
