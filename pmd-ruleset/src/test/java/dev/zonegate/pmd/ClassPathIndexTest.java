package dev.zonegate.pmd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClassPathIndexTest {
  @TempDir Path folder;

  @Test
  void theFirstOnTheClassPathIsTaken() throws IOException {
    Path jar = jar("x.jar", "shop/Order.class", "jar", "shop/Bill.class", "jar");
    Path classes = folder.resolve("classes");
    Files.createDirectories(classes.resolve("shop"));
    Files.writeString(classes.resolve("shop/Order.class"), "folder");

    try (ClassPathIndex index = new ClassPathIndex(List.of(classes, jar))) {
      assertThat(text(index, "shop/Order.class")).isEqualTo("folder");
      assertThat(text(index, "shop/Bill.class")).isEqualTo("jar");
    }
    try (ClassPathIndex index = new ClassPathIndex(List.of(jar, classes))) {
      assertThat(text(index, "shop/Order.class")).isEqualTo("jar");
    }
  }

  @Test
  void whatIsNotThereIsNull() throws IOException {
    Path jar = jar("x.jar", "shop/Order.class", "jar");
    try (ClassPathIndex index = new ClassPathIndex(List.of(jar, folder.resolve("gone.jar")))) {
      assertThat(index.open("shop/Gone.class")).isNull();
      assertThat(index.open("shop/Order/Line.class")).isNull();
      assertThat(index.open("Order.class")).isNull();
    }
  }

  @Test
  void theVersionForTheRunningJavaIsTaken() throws IOException {
    Path jar =
        jar("x.jar", "shop/Order.class", "old", "META-INF/versions/11/shop/Order.class", "new");
    try (ClassPathIndex index = new ClassPathIndex(List.of(jar))) {
      assertThat(text(index, "shop/Order.class")).isEqualTo("new");
    }
  }

  @Test
  void aDamagedJarHasNoFiles() throws IOException {
    Path damaged = Files.writeString(folder.resolve("damaged.jar"), "no archive");
    Path jar = jar("x.jar", "shop/Order.class", "jar");
    try (ClassPathIndex index = new ClassPathIndex(List.of(damaged, jar))) {
      assertThat(text(index, "shop/Order.class")).isEqualTo("jar");
    }
  }

  private Path jar(String name, String... namesAndTexts) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Multi-Release", "true");
    Path file = folder.resolve(name);
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        jar.putNextEntry(new ZipEntry(namesAndTexts[i]));
        jar.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  private static String text(ClassPathIndex index, String name) throws IOException {
    try (InputStream in = index.open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
