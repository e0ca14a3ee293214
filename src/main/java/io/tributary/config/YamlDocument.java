package io.tributary.config;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads YAML text that holds exactly one mapping. */
final class YamlDocument {
  private static final int MOST_CHARACTERS = 1_000_000;
  private static final int MOST_ALIASES = 20;
  private static final int DEEPEST = 20;

  private final String file;
  private final String text;
  private final Form form;
  private int line;

  private YamlDocument(String file, String text, Form form) {
    this.file = file;
    this.text = text;
    this.form = form;
  }

  /**
   * What a file holds, for the mend of one that holds nothing or no mapping, and how many values it
   * may have once its aliases are unfolded.
   */
  enum Form {
    PROJECT("write at least `project` and `sources` into it", "project: shop", 10_000),
    FEATURES("write a list `features` into it, or remove it", "features: [...]", 10_000),
    CORRECTIONS("write `same` or `different` into it, or remove it", "same: [...]", 1_000_000);

    private final String mend;
    private final String example;
    private final int mostValues;

    Form(String mend, String example, int mostValues) {
      this.mend = mend;
      this.example = example;
      this.mostValues = mostValues;
    }
  }

  /** The mapping of a project file as plain values; anything else is a problem, no exception. */
  static YamlTree.Plain read(String file, String text) {
    return read(file, text, Form.PROJECT);
  }

  /** The same of a file of this form. */
  static YamlTree.Plain read(String file, String text, Form form) {
    return new YamlDocument(file, text, form).read();
  }

  private YamlTree.Plain read() {
    if (text.length() > MOST_CHARACTERS) {
      return unreadable(
          0, "The file is larger than 1 MB, which no project file is; name the right file.");
    }
    try {
      return compose();
    } catch (MarkedYAMLException e) {
      return unreadable(YamlSentences.line(e), YamlSentences.syntax(e, text));
    } catch (ReaderException e) {
      return unreadable(lineAt(e.getPosition()), YamlSentences.unprintable(e.getCodePoint()));
    } catch (YAMLException e) {
      return unreadable(line, YamlSentences.refused(e, MOST_ALIASES, DEEPEST));
    }
  }

  private YamlTree.Plain compose() {
    Composer composer = new Composer(parser(), new CoreSchemaResolver(), limits());
    if (!composer.checkNode()) {
      return unreadable(0, "The file is empty; " + form.mend + ".");
    }
    Node first = composer.getNode();
    if (composer.checkNode()) {
      return unreadable(
          composer.getNode().getStartMark().getLine() + 1,
          "A second document begins here; keep one and remove the `---` between them.");
    }
    if (!(first instanceof MappingNode)) {
      return unreadable(
          first.getStartMark().getLine() + 1,
          "The file has to be a mapping of keys to values, such as `" + form.example + "`.");
    }
    return YamlTree.of(file, first, form.mostValues);
  }

  /** Remembers how far it came, because a limit that is passed does not say where. */
  private ParserImpl parser() {
    return new ParserImpl(new StreamReader(text), limits()) {
      @Override
      public Event getEvent() {
        Event event = super.getEvent();
        line = event.getStartMark().getLine() + 1;
        return event;
      }
    };
  }

  private static LoaderOptions limits() {
    LoaderOptions limits = new LoaderOptions();
    limits.setMaxAliasesForCollections(MOST_ALIASES);
    limits.setNestingDepthLimit(DEEPEST);
    return limits;
  }

  private YamlTree.Plain unreadable(int line, String sentence) {
    return YamlTree.Plain.unreadable(new Problem(file, line, sentence));
  }

  private int lineAt(int codePoint) {
    return 1 + (int) text.codePoints().limit(codePoint).filter(c -> c == '\n').count();
  }
}
