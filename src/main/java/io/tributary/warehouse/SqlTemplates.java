package io.tributary.warehouse;

import io.quarkus.qute.Engine;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The SQL files on the class path beside the capability that owns them, read once. A placeholder
 * stands for a name from validated configuration, already quoted; values are bound as parameters.
 * Safe for use by several threads.
 */
public final class SqlTemplates {
  private static final String ROOT = "/io/tributary/";

  private final Engine engine =
      Engine.builder()
          .addDefaults()
          .addValueResolver(new ReflectionValueResolver())
          .strictRendering(true)
          .removeStandaloneLines(true)
          .build();
  private final Map<String, Template> templates = new ConcurrentHashMap<>();

  /**
   * The statement with its names filled in.
   *
   * @param file the file below {@code io/tributary}, such as {@code journeys/stg_sessions.sql}
   */
  public String render(String file, Map<String, ?> names) {
    return templates.computeIfAbsent(file, name -> engine.parse(text(name))).render(names).strip();
  }

  /** The file as it is written, with its placeholders. */
  public String text(String file) {
    try (InputStream in = SqlTemplates.class.getResourceAsStream(ROOT + file)) {
      if (in == null) {
        throw new IllegalArgumentException("There is no SQL file " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
