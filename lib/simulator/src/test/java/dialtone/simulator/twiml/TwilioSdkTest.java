package dialtone.simulator.twiml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import com.twilio.http.HttpMethod;
import com.twilio.twiml.TwiML;
import com.twilio.twiml.voice.Client;
import com.twilio.twiml.voice.Conference;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Enqueue;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Leave;
import com.twilio.twiml.voice.Number;
import com.twilio.twiml.voice.Pause;
import com.twilio.twiml.voice.Play;
import com.twilio.twiml.voice.Queue;
import com.twilio.twiml.voice.Record;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Reject;
import com.twilio.twiml.voice.Say;
import com.twilio.twiml.voice.Sip;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever Twilio's own library can write into a verb is known here, each of its values too. */
class TwilioSdkTest {
  private static final Set<Class<?>> NOUNS =
      Set.of(Number.class, Sip.class, Client.class, Queue.class, Conference.class);

  static Stream<Class<?>> elements() {
    return Stream.concat(
        NOUNS.stream(),
        Stream.of(
            Say.class,
            Play.class,
            Pause.class,
            Gather.class,
            Dial.class,
            Redirect.class,
            Reject.class,
            Hangup.class,
            Record.class,
            Enqueue.class,
            Leave.class));
  }

  @ParameterizedTest
  @MethodSource("elements")
  void everyAttributeThatItWritesIsKnown(Class<?> element) throws ReflectiveOperationException {
    List<String> written = attributes(element).map(TwilioSdkTest::name).distinct().toList();
    assertThat(unknown(element, written)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("elements")
  void everyValueThatItHasANameForIsTaken(Class<?> element) throws ReflectiveOperationException {
    List<String> refused = new ArrayList<>();
    for (Method setter : attributes(element).toList()) {
      for (Object value : named(setter.getParameterTypes()[0])) {
        Object builder = builder(element);
        setter.invoke(builder, value);
        String xml = inResponse(element, xml(builder));
        Document.read(xml).flaws().stream()
            .filter(flaw -> flaw.detail().contains(name(setter) + "="))
            .forEach(flaw -> refused.add(flaw.toString()));
      }
    }
    assertThat(refused).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("elements")
  void everyElementThatItNestsIsKnown(Class<?> element) {
    String nested =
        setters(element)
            .filter(each -> !each.getAnnotation(JacksonXmlProperty.class).isAttribute())
            .map(each -> "<" + name(each) + "/>")
            .distinct()
            .collect(Collectors.joining());
    String name = element.getSimpleName();
    String xml = inResponse(element, "<" + name + ">" + nested + "</" + name + ">");
    assertThat(Document.read(xml).flaws().stream().map(Flaw::detail))
        .noneMatch(detail -> detail.contains("is not allowed in <" + name + ">"));
  }

  private static List<String> unknown(Class<?> element, List<String> attributes) {
    String name = element.getSimpleName();
    String written =
        attributes.stream().map(each -> each + "=\"1\"").collect(Collectors.joining(" "));
    return Document.read(inResponse(element, "<" + name + " " + written + "/>")).flaws().stream()
        .map(Flaw::detail)
        .filter(detail -> detail.contains("is not allowed in"))
        .toList();
  }

  private static String inResponse(Class<?> element, String xml) {
    return NOUNS.contains(element)
        ? "<Response><Dial>" + xml + "</Dial></Response>"
        : "<Response>" + xml + "</Response>";
  }

  /** What sets an attribute; some that are annotated as one are written as the element's text. */
  private static Stream<Method> attributes(Class<?> element) {
    return setters(element)
        .filter(each -> each.getAnnotation(JacksonXmlProperty.class).isAttribute())
        .filter(each -> isWritten(element, each));
  }

  private static boolean isWritten(Class<?> element, Method setter) {
    if (setter.getParameterTypes()[0] != String.class) {
      return setter.getParameterTypes()[0] != URI.class;
    }
    try {
      Object builder = builder(element);
      setter.invoke(builder, "/written");
      return xml(builder).contains(name(setter) + "=");
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(setter.toString(), e);
    }
  }

  private static Stream<Method> setters(Class<?> element) {
    return Arrays.stream(builderOf(element).getMethods())
        .filter(each -> each.isAnnotationPresent(JacksonXmlProperty.class))
        .filter(each -> each.getParameterCount() == 1);
  }

  private static String name(Method setter) {
    return setter.getAnnotation(JacksonXmlProperty.class).localName();
  }

  private static List<Object> named(Class<?> type) {
    if (type == HttpMethod.class) {
      return List.of(HttpMethod.GET, HttpMethod.POST);
    }
    if (type == Boolean.class) {
      return List.of(true, false);
    }
    return type.isEnum() ? Arrays.asList(type.getEnumConstants()) : List.of();
  }

  private static Class<?> builderOf(Class<?> element) {
    return Arrays.stream(element.getClasses())
        .filter(each -> each.getSimpleName().equals("Builder"))
        .findFirst()
        .orElseThrow();
  }

  private static Object builder(Class<?> element) throws ReflectiveOperationException {
    Class<?> type = builderOf(element);
    boolean bare =
        Arrays.stream(type.getConstructors()).anyMatch(each -> each.getParameterCount() == 0);
    return bare
        ? type.getConstructor().newInstance()
        : type.getConstructor(String.class).newInstance("text");
  }

  private static String xml(Object builder) throws ReflectiveOperationException {
    TwiML element = (TwiML) builder.getClass().getMethod("build").invoke(builder);
    return element.toXml().replaceFirst("^<\\?xml[^>]*\\?>", "");
  }
}
