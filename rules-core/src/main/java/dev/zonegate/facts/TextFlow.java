package dev.zonegate.facts;

import dev.zonegate.match.taint.Origin;
import dev.zonegate.match.taint.Outcome;
import dev.zonegate.match.taint.Passed;
import dev.zonegate.match.taint.Piece;
import dev.zonegate.match.taint.Taint;
import dev.zonegate.match.taint.Trace;
import dev.zonegate.model.Decl;
import dev.zonegate.model.MethodRef;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Where a method gets the text from that it returns and that it hands to methods of other files.
 *
 * @param at its name
 * @param method what it is called
 * @param returned where what it returns comes from
 * @param passed what it hands over
 */
public record TextFlow(
    String path, Span at, MethodKey method, List<Feed> returned, List<Handed> passed)
    implements Fact {
  /**
   * A method as a call and its declaration name it alike.
   *
   * @param owner the declaring type, qualified
   */
  public record MethodKey(String owner, String name, int parameters) {
    /** The key of a method. */
    public static MethodKey of(MethodRef method) {
      return new MethodKey(method.owner().name(), method.name(), method.parameters().size());
    }

    // written out: what a record has by itself is slow while the virtual machine compiles little
    @Override
    public boolean equals(Object other) {
      return other instanceof MethodKey key
          && parameters == key.parameters
          && name.equals(key.name)
          && owner.equals(key.owner);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * owner.hashCode() + name.hashCode()) + parameters;
    }
  }

  /** What a text comes from. */
  public enum From {
    REQUEST,
    PARAMETER,
    RESULT
  }

  /**
   * One origin of a text.
   *
   * @param number of the parameter, or of the call whose result it is
   * @param accessor what reads it there, with its type; empty if it is all of it
   * @param into the property that then holds it; empty if that is all of it, or any
   * @param clean the kinds of sink that it cannot harm, as bits
   * @param text what it is called there, short
   */
  public record Feed(
      From from, int number, String accessor, String into, int clean, Span at, String text) {
    /** The origin of a trace in a method. */
    public static Feed of(Trace trace, Outcome outcome) {
      return of(new Piece("", trace), outcome);
    }

    private static Feed of(Piece piece, Outcome outcome) {
      Trace trace = piece.trace();
      if (trace.origin() instanceof Origin.Source source) {
        Span at = source.at().anchor();
        return new Feed(From.REQUEST, 0, "", piece.into(), trace.clean(), at, source.text());
      }
      boolean isPart = trace.origin() instanceof Origin.Part;
      String accessor = isPart ? ((Origin.Part) trace.origin()).accessor() : "";
      Origin origin = isPart ? trace.origin().whole() : trace.origin();
      if (origin instanceof Origin.Parameter parameter) {
        Decl.Param param = outcome.method().params().get(parameter.index());
        return new Feed(
            From.PARAMETER,
            parameter.index(),
            accessor,
            piece.into(),
            trace.clean(),
            param.nameSpan(),
            param.name());
      }
      Passed call = call(((Origin.Result) origin).call(), outcome);
      return new Feed(
          From.RESULT,
          call.number(),
          accessor,
          piece.into(),
          trace.clean(),
          call.call().anchor(),
          call.call().shortName());
    }

    private static Passed call(int number, Outcome outcome) {
      for (Passed each : outcome.passed()) {
        if (each.number() == number) {
          return each;
        }
      }
      throw new IllegalStateException("no call " + number);
    }
  }

  /**
   * A call of a method of another file.
   *
   * @param number counts the calls of its method
   */
  public record Handed(int number, MethodKey to, Span at, List<Argument> arguments) {}

  /** What is passed for one parameter. */
  public record Argument(int index, List<Feed> feeds) {}

  static void collect(SourceFile file, Consumer<Fact> facts) {
    for (Outcome outcome : Taint.of(file).outcomes()) {
      MethodRef method = outcome.method().method();
      TextFlow flow = method == null ? null : of(file.path(), MethodKey.of(method), outcome);
      if (flow != null && !(flow.returned.isEmpty() && flow.passed.isEmpty())) {
        facts.accept(flow);
      }
    }
  }

  private static TextFlow of(String path, MethodKey key, Outcome outcome) {
    List<Feed> returned = feeds(outcome.returned(), outcome);
    Set<Integer> used = usedResults(outcome);
    List<Handed> passed = new ArrayList<>();
    for (Passed each : outcome.passed()) {
      List<Argument> arguments = new ArrayList<>();
      for (int i = 0; i < each.arguments().size(); i++) {
        List<Feed> feeds = feeds(each.arguments().get(i), outcome);
        if (!feeds.isEmpty()) {
          arguments.add(new Argument(i, feeds));
        }
      }
      if (!arguments.isEmpty() || used.contains(each.number())) {
        passed.add(
            new Handed(
                each.number(), MethodKey.of(each.method()), each.call().anchor(), arguments));
      }
    }
    return new TextFlow(path, outcome.method().nameSpan(), key, returned, passed);
  }

  /** The calls whose results matter: they are returned, handed on, or reach a sink. */
  private static Set<Integer> usedResults(Outcome outcome) {
    List<Trace> traces = new ArrayList<>();
    outcome.returned().forEach(each -> traces.add(each.trace()));
    outcome.hits().forEach(each -> traces.addAll(each.traces()));
    for (Passed passed : outcome.passed()) {
      passed.arguments().forEach(all -> all.forEach(each -> traces.add(each.trace())));
    }
    Set<Integer> used = new HashSet<>();
    for (Trace each : traces) {
      Origin origin = each.origin() instanceof Origin.Part part ? part.whole() : each.origin();
      if (origin instanceof Origin.Result result) {
        used.add(result.call());
      }
    }
    return used;
  }

  private static List<Feed> feeds(List<Piece> pieces, Outcome outcome) {
    return pieces.stream().map(each -> Feed.of(each, outcome)).toList();
  }
}
