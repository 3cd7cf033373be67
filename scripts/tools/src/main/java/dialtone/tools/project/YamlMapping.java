package dialtone.tools.project;

import dialtone.tools.command.UserMistake;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** One mapping of a YAML document, which says of every mistake at which key and line it is. */
final class YamlMapping {
  private final String file;
  private final MappingNode node;
  private final Map<String, Node> members = new LinkedHashMap<>();

  private YamlMapping(String file, MappingNode node) {
    this.file = file;
    this.node = node;
    for (NodeTuple tuple : node.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (key.isEmpty()) {
        throw mistake(file, tuple.getKeyNode(), "a key must be a text");
      }
      if (members.put(key, tuple.getValueNode()) != null) {
        throw mistake(file, tuple.getKeyNode(), key + " is there twice");
      }
    }
  }

  static YamlMapping of(String file, Node node, String what) {
    if (node instanceof MappingNode mapping) {
      return new YamlMapping(file, mapping);
    }
    throw mistake(file, node, what + " must hold keys and values");
  }

  /** Refuses every key but these: the deployer does, too. */
  YamlMapping only(Set<String> known) {
    for (NodeTuple tuple : node.getValue()) {
      String key = ((ScalarNode) tuple.getKeyNode()).getValue();
      if (!known.contains(key)) {
        throw mistake(
            file, tuple.getKeyNode(), "unknown key " + key + ": known here are " + sorted(known));
      }
    }
    return this;
  }

  boolean has(String key) {
    return members.containsKey(key);
  }

  Set<String> keys() {
    return members.keySet();
  }

  Optional<String> text(String key) {
    Node value = members.get(key);
    if (value == null || value.getTag().equals(Tag.NULL)) {
      return Optional.empty();
    }
    if (value instanceof ScalarNode scalar) {
      return Optional.of(scalar.getValue());
    }
    throw mistake(key, "must be one value");
  }

  String requiredText(String key) {
    return text(key)
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> mistake(file, node, key + " is missing"));
  }

  int wholeNumber(String key, int otherwise) {
    return text(key)
        .map(
            text -> {
              try {
                return Integer.parseInt(text);
              } catch (NumberFormatException e) {
                throw mistake(key, "is \"" + text + "\": expected a whole number");
              }
            })
        .orElse(otherwise);
  }

  boolean truth(String key) {
    String text = text(key).orElse("false");
    if (!Set.of("true", "false").contains(text)) {
      throw mistake(key, "is \"" + text + "\": expected true or false");
    }
    return text.equals("true");
  }

  /** The mapping at a key; an empty one if the key is not there. */
  YamlMapping mapping(String key) {
    Node value = members.get(key);
    boolean none = value == null || value.getTag().equals(Tag.NULL);
    return none
        ? new YamlMapping(file, new MappingNode(Tag.MAP, List.of(), node.getFlowStyle()))
        : of(file, value, key);
  }

  /** The mappings listed at a key; none if the key is not there. */
  List<YamlMapping> mappings(String key) {
    Node value = members.get(key);
    List<YamlMapping> list = new ArrayList<>();
    if (value instanceof SequenceNode sequence) {
      sequence.getValue().forEach(each -> list.add(of(file, each, "an entry of " + key)));
    } else if (value != null && !value.getTag().equals(Tag.NULL)) {
      throw mistake(key, "must be a list");
    }
    return list;
  }

  UserMistake mistake(String key, String problem) {
    return mistake(file, members.getOrDefault(key, node), key + " " + problem);
  }

  private static UserMistake mistake(String file, Node at, String problem) {
    String line = at.getStartMark() == null ? "" : ", line " + (at.getStartMark().getLine() + 1);
    return new UserMistake(file + line + ": " + problem + ".");
  }

  private static String sorted(Set<String> keys) {
    return String.join(", ", keys.stream().sorted().toList());
  }
}
