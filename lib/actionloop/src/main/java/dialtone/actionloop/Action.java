package dialtone.actionloop;

import com.google.gson.JsonObject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/** An action: a class with {@code public static JsonObject main(JsonObject)}. */
@FunctionalInterface
interface Action {

  /**
   * Answers an event.
   *
   * @return null if the action gave no answer
   * @throws Exception whatever the action throws
   */
  JsonObject main(JsonObject event) throws Exception;

  /**
   * The action of a class, which is initialised by this: what the class sets up when it is loaded
   * is then ready for the first event.
   *
   * @throws IllegalArgumentException if there is no such class, or no such method in it
   */
  static Action of(String className) {
    Method main;
    try {
      main = Class.forName(className).getMethod("main", JsonObject.class);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("there is no class " + className, e);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(className + " has no main(JsonObject)", e);
    }
    if (!Modifier.isStatic(main.getModifiers()) || main.getReturnType() != JsonObject.class) {
      throw new IllegalArgumentException(main + " is not static and answering a JsonObject");
    }
    return event -> call(main, event);
  }

  private static JsonObject call(Method main, JsonObject event) throws Exception {
    try {
      return (JsonObject) main.invoke(null, event);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (Exception) e.getCause();
    }
  }
}
