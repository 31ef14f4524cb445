package dev.zonegate.increment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;

/** Reads what a class file shows: all but the code of its methods. */
final class ClassShown extends ClassVisitor {
  /** Called by the language itself where the source names no member. */
  private static final Set<String> UNNAMED_CALLS = Set.of("iterator", "close");

  private static final int API = Opcodes.ASM9;

  private final StringBuilder shape = new StringBuilder();
  private final Map<String, Set<String>> members = new TreeMap<>();
  private final Set<String> inner = new TreeSet<>();
  private String name = "";
  private boolean isInterface;
  private boolean isEnclosed;

  private ClassShown() {
    super(API);
  }

  /**
   * Reads a class file; null if no other file can see it, as of an anonymous class. What cannot be
   * read counts with all it holds.
   *
   * @param fileName with which it ends
   */
  static Shown read(String fileName, byte[] bytes) {
    String simple = fileName.replaceFirst("\\.class$", "");
    boolean isForAll = simple.equals("package-info") || simple.equals("module-info");
    try {
      ClassShown read = new ClassShown();
      new ClassReader(bytes)
          .accept(read, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      return read.isEnclosed ? null : read.shown(isForAll);
    } catch (RuntimeException e) {
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      return new Shown(isForAll, names(simple), Digest.of(bytes), Map.of(), Words.in(text));
    }
  }

  private static Words names(String simple) {
    Set<Integer> names = new TreeSet<>();
    names.add(simple.hashCode());
    names.add(last(simple).hashCode());
    return Words.of(names);
  }

  private static String last(String simple) {
    return simple.substring(simple.lastIndexOf('$') + 1);
  }

  private String simpleName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private Shown shown(boolean isForAll) {
    StringBuilder all = new StringBuilder(shape).append(inner);
    long digest = Digest.of(all);
    Map<Integer, Long> digests = new TreeMap<>();
    members.forEach(
        (member, texts) -> {
          all.append(texts);
          // two names of one number change together
          digests.merge(member.hashCode(), Digest.of(texts.toString()), (a, b) -> 31 * a + b);
        });
    return new Shown(isForAll, names(simpleName()), digest, digests, Words.in(all));
  }

  @Override
  public void visit(
      int version, int access, String type, String signature, String parent, String[] interfaces) {
    name = type;
    isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
    add(shape, access, type, signature, parent, List.of(interfaces));
  }

  @Override
  public void visitOuterClass(String owner, String method, String descriptor) {
    isEnclosed = true;
  }

  @Override
  public void visitInnerClass(String type, String outer, String simple, int access) {
    if (type.equals(name) || name.equals(outer)) {
      inner.add(type + " " + outer + " " + simple + " " + access);
      isEnclosed |= type.equals(name) && outer == null;
    }
  }

  @Override
  public void visitPermittedSubclass(String type) {
    add(shape, type);
  }

  @Override
  public AnnotationVisitor visitAnnotation(String type, boolean isVisible) {
    return annotation(shape, type);
  }

  @Override
  public AnnotationVisitor visitTypeAnnotation(
      int reference, TypePath path, String type, boolean isVisible) {
    return annotation(shape, reference + " " + path + " " + type);
  }

  @Override
  public RecordComponentVisitor visitRecordComponent(
      String component, String descriptor, String signature) {
    add(shape, component, descriptor, signature);
    return new RecordComponentVisitor(API) {
      @Override
      public AnnotationVisitor visitAnnotation(String type, boolean isVisible) {
        return annotation(shape, type);
      }
    };
  }

  @Override
  public FieldVisitor visitField(
      int access, String field, String descriptor, String signature, Object value) {
    StringBuilder text = new StringBuilder();
    add(text, access, field, descriptor, signature, value);
    if ((access & Opcodes.ACC_ENUM) != 0) {
      add(shape, field);
    }
    return new FieldVisitor(API) {
      @Override
      public AnnotationVisitor visitAnnotation(String type, boolean isVisible) {
        return annotation(text, type);
      }

      @Override
      public AnnotationVisitor visitTypeAnnotation(
          int reference, TypePath path, String type, boolean isVisible) {
        return annotation(text, reference + " " + path + " " + type);
      }

      @Override
      public void visitEnd() {
        addMember(field, access, text);
      }
    };
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String method, String descriptor, String signature, String[] exceptions) {
    StringBuilder text = new StringBuilder();
    List<String> thrown = exceptions == null ? List.of() : List.of(exceptions);
    add(text, access, method, descriptor, signature, thrown);
    boolean isAsked = isInterface && (access & Opcodes.ACC_ABSTRACT) != 0;
    return new MethodText(
        text,
        () -> {
          if (isAsked || UNNAMED_CALLS.contains(method)) {
            add(shape, text);
          }
          addMember(method.startsWith("<") ? last(simpleName()) : method, access, text);
        });
  }

  private void addMember(String member, int access, StringBuilder text) {
    if ((access & Opcodes.ACC_SYNTHETIC) == 0) {
      members.computeIfAbsent(member, key -> new TreeSet<>()).add(text.toString());
    }
  }

  private static void add(StringBuilder text, Object... parts) {
    for (Object each : parts) {
      text.append(each).append('\n');
    }
  }

  private static AnnotationVisitor annotation(StringBuilder text, String type) {
    text.append('@').append(type).append('(');
    return new AnnotationText(text);
  }

  /** Writes down what stands in front of a method's code. */
  private static final class MethodText extends MethodVisitor {
    private final StringBuilder text;
    private final Runnable end;

    MethodText(StringBuilder text, Runnable end) {
      super(API);
      this.text = text;
      this.end = end;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String type, boolean isVisible) {
      return annotation(text, type);
    }

    @Override
    public AnnotationVisitor visitParameterAnnotation(
        int parameter, String type, boolean isVisible) {
      return annotation(text, parameter + " " + type);
    }

    @Override
    public AnnotationVisitor visitTypeAnnotation(
        int reference, TypePath path, String type, boolean isVisible) {
      return annotation(text, reference + " " + path + " " + type);
    }

    @Override
    public AnnotationVisitor visitAnnotationDefault() {
      return annotation(text, "default");
    }

    @Override
    public void visitEnd() {
      end.run();
    }
  }

  /** Writes down the values of an annotation. */
  private static final class AnnotationText extends AnnotationVisitor {
    private final StringBuilder text;

    AnnotationText(StringBuilder text) {
      super(API);
      this.text = text;
    }

    @Override
    public void visit(String element, Object value) {
      String written = value instanceof Type type ? type.getDescriptor() : Objects.toString(value);
      boolean isArray = value.getClass().isArray();
      add(text, element, isArray ? Arrays.deepToString(new Object[] {value}) : written);
    }

    @Override
    public void visitEnum(String element, String type, String value) {
      add(text, element, type, value);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String element, String type) {
      add(text, element, type, "(");
      return this;
    }

    @Override
    public AnnotationVisitor visitArray(String element) {
      add(text, element, "{");
      return this;
    }

    @Override
    public void visitEnd() {
      text.append(')');
    }
  }
}
