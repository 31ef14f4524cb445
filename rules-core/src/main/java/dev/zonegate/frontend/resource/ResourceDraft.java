package dev.zonegate.frontend.resource;

import dev.zonegate.frontend.SourceInput;
import dev.zonegate.model.Comment;
import dev.zonegate.model.Notification;
import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.ResourceFile.Format;
import dev.zonegate.model.Setting;
import dev.zonegate.model.SourceText;
import dev.zonegate.model.Span;
import dev.zonegate.model.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A resource file while it is read. */
final class ResourceDraft {
  private static final Pattern INDEX = Pattern.compile("\\[\\d+]$");
  private static final List<String> PROFILE_KEYS =
      List.of(
          "spring.config.activate.on-profile",
          "spring.config.activate.onProfile",
          "spring.profiles");
  private static final Pattern KEY_PROFILE = Pattern.compile("%\\{?([\\w,-]+)}?\\.");

  private final SourceInput input;
  private final List<Setting> settings = new ArrayList<>();
  private final List<Comment> comments = new ArrayList<>();
  private final List<Notification> notifications = new ArrayList<>();
  private int documentStart;
  private XmlElement root;

  ResourceDraft(SourceInput input) {
    this.input = input;
  }

  SourceText text() {
    return input.text();
  }

  /** Adds a setting; offsets, ends exclusive. */
  void setting(String key, String value, int keyStart, int keyEnd, int start, int end) {
    Span keySpan = text().span(keyStart, keyEnd);
    settings.add(new Setting(key, value, keySpan, text().span(start, end), ""));
  }

  void comment(int start, int end, Comment.Kind kind) {
    String content = text().content().substring(start, end);
    comments.add(new Comment(text().span(start, end), kind, content));
  }

  void notify(Notification.Kind kind, Span at, String message) {
    notifications.add(new Notification(input.path(), at, kind, message));
  }

  void root(XmlElement element) {
    root = element;
  }

  /** Ends a document: the profile that it names is that of all its settings. */
  void endDocument() {
    List<Setting> document = settings.subList(documentStart, settings.size());
    String profile =
        document.stream()
            .filter(each -> PROFILE_KEYS.contains(INDEX.matcher(each.key()).replaceFirst("")))
            .map(Setting::value)
            .collect(Collectors.joining(","));
    String shown = profile.isEmpty() ? ResourceNames.profile(input.path()) : profile;
    document.replaceAll(each -> each.in(keyProfile(each.key()).orElse(shown)));
    documentStart = settings.size();
  }

  /** The profile that Quarkus and MicroProfile write before a key: {@code %dev.} */
  private static Optional<String> keyProfile(String key) {
    Matcher profile = KEY_PROFILE.matcher(key);
    return profile.lookingAt() ? Optional.of(profile.group(1)) : Optional.empty();
  }

  ResourceFile file(Format format) {
    endDocument();
    return new ResourceFile(
        input.path(), input.role(), format, text(), settings, root, comments, notifications);
  }
}
