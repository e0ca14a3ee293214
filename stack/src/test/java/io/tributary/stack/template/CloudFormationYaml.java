package io.tributary.stack.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** A template's YAML as a tree, its short-form tags written out: {@code !Ref X} as {Ref: X}. */
final class CloudFormationYaml {
  private CloudFormationYaml() {}

  /** Reads a template. A key that stands twice is refused. */
  static JsonNode read(String text) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    var yaml =
        new Yaml(
            new ShortForms(options),
            new Representer(new DumperOptions()),
            new DumperOptions(),
            options,
            new DatesAreText());
    return new ObjectMapper().valueToTree(yaml.load(text));
  }

  /** {@code 2012-10-17} is a policy's version, not a day. */
  private static final class DatesAreText extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.BOOL, BOOL, "yYnNtTfFoO");
      addImplicitResolver(Tag.INT, INT, "-+0123456789");
      addImplicitResolver(Tag.FLOAT, FLOAT, "-+0123456789.");
      addImplicitResolver(Tag.NULL, NULL, "~nN\0");
      addImplicitResolver(Tag.NULL, EMPTY, null);
    }
  }

  private static final class ShortForms extends SafeConstructor {
    ShortForms(LoaderOptions options) {
      super(options);
      yamlMultiConstructors.put(
          "!",
          new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
              return longForm(node.getTag().getValue().substring(1), node);
            }
          });
    }

    private Map<String, Object> longForm(String function, Node node) {
      return switch (function) {
        case "Ref", "Condition" -> Map.of(function, value(node));
        case "GetAtt" -> Map.of("Fn::GetAtt", attribute(value(node)));
        default -> Map.of("Fn::" + function, value(node));
      };
    }

    private static Object attribute(Object written) {
      return written instanceof String text ? List.of(text.split("[.]", 2)) : written;
    }

    private Object value(Node node) {
      if (node instanceof ScalarNode scalar) {
        return scalar.getValue();
      }
      return node instanceof SequenceNode sequence
          ? constructSequence(sequence)
          : constructMapping((MappingNode) node);
    }
  }
}
