package io.tributary.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns YAML's nodes into plain values and keeps the line of every key. */
final class YamlTree {
  private static final String REMOVE_TAG = " has no meaning here; remove it.";
  private static final Set<Tag> KNOWN_TAGS =
      Set.of(Tag.MAP, Tag.SEQ, Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL);
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String file;
  private final int mostValues;
  private final Map<String, Integer> lines = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private int values;
  private boolean unfolds = true;

  private YamlTree(String file, int mostValues) {
    this.file = file;
    this.mostValues = mostValues;
  }

  /** The plain value of a document, where its keys stand, and what cannot be a plain value. */
  record Plain(JsonNode value, Lines lines, List<Problem> problems) {
    /** Nothing can be said about the values. */
    static Plain unreadable(Problem problem) {
      return new Plain(MissingNode.getInstance(), new Lines(Map.of()), List.of(problem));
    }
  }

  static Plain of(String file, Node document, int mostValues) {
    YamlTree tree = new YamlTree(file, mostValues);
    JsonNode value = tree.value(document, "");
    return new Plain(
        tree.unfolds ? value : MissingNode.getInstance(),
        new Lines(tree.lines),
        List.copyOf(tree.problems));
  }

  private JsonNode value(Node node, String path) {
    values++;
    if (values == mostValues) {
      problem(node, "The aliases unfold to more than " + mostValues + " values; write fewer.");
      unfolds = false;
    }
    if (values >= mostValues) {
      return JSON.nullNode();
    }
    if (!KNOWN_TAGS.contains(node.getTag())) {
      problem(node, "The tag " + Values.quoted(node.getTag().getValue()) + REMOVE_TAG);
    }
    return node instanceof ScalarNode scalar ? Scalars.plain(scalar) : collection(node, path);
  }

  private JsonNode collection(Node node, String path) {
    if (!open.add(node)) {
      problem(node, "The anchor here holds an alias of itself; write the value out.");
      unfolds = false;
      return JSON.nullNode();
    }
    JsonNode plain =
        node instanceof MappingNode mapping
            ? object(mapping, path)
            : array((SequenceNode) node, path);
    open.remove(node);
    return plain;
  }

  private JsonNode object(MappingNode mapping, String path) {
    ObjectNode object = JSON.objectNode();
    for (NodeTuple entry : mapping.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        problem(entry.getKeyNode(), "A key has to be a single word; write it without brackets.");
        continue;
      }
      String below = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
      if (object.has(key.getValue())) {
        problem(key, duplicate(below));
        continue;
      }
      lines.putIfAbsent(below, line(key));
      object.set(key.getValue(), value(entry.getValueNode(), below));
    }
    return object;
  }

  private JsonNode array(SequenceNode sequence, String path) {
    ArrayNode array = JSON.arrayNode();
    for (Node entry : sequence.getValue()) {
      String below = path + "." + array.size();
      lines.putIfAbsent(below, line(entry));
      array.add(value(entry, below));
    }
    return array;
  }

  private String duplicate(String path) {
    return "`%s` is given twice, first in line %d; keep one.".formatted(path, lines.get(path));
  }

  private void problem(Node node, String sentence) {
    problems.add(new Problem(file, line(node), sentence));
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
