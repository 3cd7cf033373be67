package dialtone.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dialtone.core.number.E164;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExtensionDirectoryTest {
  private static final String ALICE =
      "'caller_id': '+15035550101', 'number': '101', 'enable_emergency': true, 'outgoing': 'menu'";

  private final ExtensionDirectory bundled = new BundledDirectory().directory();

  @Test
  void anExtensionIsFoundByNameInAnyCase() {
    assertThat(bundled.named("Alice")).map(Extension::name).contains("alice");
    assertThat(bundled.named("101")).isEmpty();
    assertThat(bundled.named("")).isEmpty();
  }

  @Test
  void anExtensionIsDialledByNumberOrName() {
    assertThat(bundled.dialledBy("102")).map(Extension::name).contains("bob");
    assertThat(bundled.dialledBy("bob")).map(Extension::name).contains("bob");
    assertThat(bundled.dialledBy("199")).isEmpty();
  }

  @Test
  void extensionsThatShareANumberAreCalledTogetherInOrder() {
    assertThat(bundled.calledAt(new E164("+15035550101")))
        .extracting(Extension::name)
        .containsExactly("alice", "lobby");
    assertThat(bundled.calledAt(new E164("+15035550199"))).isEmpty();
  }

  @Test
  void aServiceCodeLeadsToItsNumber() {
    assertThat(bundled.serviceNumber("211")).contains(new E164("+18666986155"));
    assertThat(bundled.serviceNumber("411")).isEmpty();
  }

  @Test
  void aNumberMayBeLeftOut() {
    ExtensionDirectory directory = parse(extension(ALICE.replace("'number': '101', ", "")));

    assertThat(directory.named("alice").orElseThrow().number()).isEmpty();
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource
  void aDocumentWithAMistakeIsRefusedAndTheMistakeNamed(String json, String message) {
    assertThatThrownBy(() -> parse(json))
        .isInstanceOf(DirectoryException.class)
        .hasMessageContaining(message.replace('\'', '"'));
  }

  static Stream<Arguments> aDocumentWithAMistakeIsRefusedAndTheMistakeNamed() {
    return Stream.of(
        mistake("", "not a JSON document"),
        mistake("[]", "not a JSON document"),
        mistake("{'extensions': {", "not a JSON document: End of input at line 1 column 17"),
        mistake("{'extensions': {}}", "it has no extension"),
        mistake("{'service_codes': {}}", "it has no extension"),
        mistake("{'extensions': []}", "'extensions' is []: expected an object"),
        mistake("{'extensions': {'alice': 7}}", "extension 'alice' is 7: expected an object"),
        mistake("{'extension': {}}", "unknown key 'extension'"),
        mistake(extension(ALICE) + "x", "not a JSON document: malformed at line 1 column"),
        mistake(extension(ALICE + ", 'colour': 1"), "extension 'alice': unknown key 'colour'"),
        mistake(
            extension(ALICE.replace("+15035550101", "5035550101")),
            "extension 'alice': caller_id is '5035550101': expected an E.164 number"),
        mistake(
            extension(ALICE.replace("'+15035550101'", "15035550101")),
            "extension 'alice': caller_id is 15035550101"),
        mistake(
            extension(ALICE.replace("'caller_id'", "'callerid'")),
            "extension 'alice': caller_id is missing"),
        mistake(
            extension(ALICE.replace("true", "'yes'")),
            "extension 'alice': enable_emergency is 'yes': expected true or false"),
        mistake(
            extension(ALICE.replace("'101'", "'1'")),
            "extension 'alice': number is '1': expected 2 to 6 digits"),
        mistake(extension(ALICE.replace("'101'", "101")), "extension 'alice': number is 101"),
        mistake(
            extension(ALICE.replace("'menu'", "'a@b'")), "extension 'alice': outgoing is 'a@b'"),
        mistake(
            extension(ALICE.replace("'101'", "'911'")),
            "extension 'alice': 911 is an emergency number or a service code"),
        mistake(extension(ALICE.replace("'101'", "'112'")), "112 is an emergency number"),
        mistake(extension(ALICE.replace("'101'", "'933'")), "933 is an emergency number"),
        mistake(extension(ALICE.replace("'101'", "'988'")), "988 is an emergency number"),
        mistake(extension(ALICE.replace("'101'", "'211'")), "211 is an emergency number"),
        mistake(
            "{'extensions': {'Alice': {" + ALICE + "}}}", "extension 'Alice': a name is 1 to 32"),
        mistake("{'extensions': {'a@b': {" + ALICE + "}}}", "extension 'a@b': a name is 1 to 32"),
        mistake(
            "{'extensions': {'a': {" + ALICE + "}, 'a': {" + ALICE + "}}}", "'a' is there twice"),
        mistake(
            "{'extensions': {'a': {" + ALICE + "}, 'b': {" + ALICE + "}}}",
            "extension 'b': 101 already reaches extension 'a'"),
        mistake(
            "{'extensions': {'101': {"
                + ALICE.replace("'101'", "'102'")
                + "}, 'b': {"
                + ALICE
                + "}}}",
            "extension 'b': 101 already reaches extension '101'"),
        mistake(sharing(11), "caller_id +15035550101 is shared by more than 10 extensions"),
        mistake(serviceCode("'912': '+18666986155'"), "service code '912': expected 211, 311"),
        mistake(serviceCode("'911': '+18666986155'"), "service code '911': expected 211, 311"),
        mistake(serviceCode("'211': '211'"), "service code '211' is '211': expected an E.164"));
  }

  @Test
  void everyMistakeIsListed() {
    assertThatThrownBy(() -> parse("{'extensions': {'a': {'number': 'x'}}, 'y': 1}"))
        .hasMessageContainingAll("caller_id", "number", "enable_emergency", "outgoing", "\"y\"");
  }

  @Test
  void tenExtensionsMayShareANumber() {
    assertThat(parse(sharing(10)).calledAt(new E164("+15035550101"))).hasSize(10);
  }

  private static Arguments mistake(String json, String message) {
    return Arguments.of(json, message);
  }

  private static String extension(String members) {
    return "{'extensions': {'alice': {" + members + "}}}";
  }

  private static String serviceCode(String member) {
    return "{'extensions': {'alice': {" + ALICE + "}}, 'service_codes': {" + member + "}}";
  }

  private static String sharing(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "'x" + i + "': {" + ALICE.replace("'101'", "'" + (200 + i * 2) + "'") + "}")
        .collect(Collectors.joining(", ", "{'extensions': {", "}}"));
  }

  private static ExtensionDirectory parse(String json) {
    return ExtensionDirectory.parse(json.replace('\'', '"'));
  }
}
