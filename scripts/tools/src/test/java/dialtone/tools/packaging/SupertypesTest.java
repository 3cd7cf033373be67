package dialtone.tools.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** On the class files of the JDK that these tests run with. */
class SupertypesTest {
  private static final String OBJECT = "/java.base/java/lang/Object.class";
  private static final String RANDOM = "/java.base/java/util/Random.class";
  private static final String RANDOM_GENERATOR =
      "/java.base/java/util/random/RandomGenerator.class";
  private static final String COLLECTIONS = "/java.base/java/util/Collections.class";
  private static final String EMPTY_LIST = "/java.base/java/util/Collections$EmptyList.class";
  private static final String RESOURCE = "/java.base/java/util/currency.properties";

  private final Supertypes supertypes =
      new Supertypes(
          Stream.of(OBJECT, RANDOM, RANDOM_GENERATOR, COLLECTIONS, EMPTY_LIST)
              .collect(Collectors.toMap(Function.identity(), SupertypesTest::classFile)));

  @Test
  void aClassNeedsItsSuperclassAndItsInterfacesAndWhatTheyNeed() {
    assertThat(supertypes.with(Set.of(RANDOM)))
        .containsExactlyInAnyOrder(OBJECT, RANDOM, RANDOM_GENERATOR);
  }

  @Test
  void aNestedClassNeedsItsNestHost() {
    assertThat(supertypes.with(Set.of(EMPTY_LIST))).contains(COLLECTIONS, EMPTY_LIST);
  }

  @Test
  void aFileThatIsNoClassNeedsNothing() {
    assertThat(supertypes.with(Set.of(RESOURCE))).containsExactly(RESOURCE);
  }

  private static Path classFile(String file) {
    return FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules" + file);
  }
}
