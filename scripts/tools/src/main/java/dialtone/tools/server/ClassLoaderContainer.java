package dialtone.tools.server;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A function in a class loader of its own, called as OpenWhisk's Java runtime calls it. */
final class ClassLoaderContainer implements Container {
  private static final String HOST_ENVIRONMENT = "dialtone.core.host.HostEnvironment";

  private final URLClassLoader loader;
  private final Method main;
  private final Method bring;
  private final Map<String, String> settings;

  private ClassLoaderContainer(
      URLClassLoader loader, Method main, Method bring, Map<String, String> settings) {
    this.loader = loader;
    this.main = main;
    this.bring = bring;
    this.settings = settings;
  }

  static ClassLoaderContainer load(
      String actionClass, List<Path> classPath, Map<String, String> settings)
      throws ContainerException {
    URL[] urls = classPath.stream().map(ClassLoaderContainer::url).toArray(URL[]::new);
    URLClassLoader loader =
        new URLClassLoader(
            actionClass, urls, new GsonOnly(ClassLoaderContainer.class.getClassLoader()));
    try {
      // Not initialised yet: an action reads its settings when it is.
      Method main = Class.forName(actionClass, false, loader).getMethod("main", JsonObject.class);
      Method bring = loader.loadClass(HOST_ENVIRONMENT).getMethod("bring", Map.class);
      return new ClassLoaderContainer(loader, main, bring, Map.copyOf(settings));
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new ContainerException(
          actionClass
              + " has no public static JsonObject main(JsonObject) that can be loaded: "
              + e,
          e);
    }
  }

  @Override
  public JsonElement invoke(JsonObject event, Map<String, String> call) throws ContainerException {
    Map<String, String> variables = new HashMap<>(settings);
    variables.putAll(call);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      bring.invoke(null, variables);
      Object result = main.invoke(null, event);
      return result == null ? JsonNull.INSTANCE : (JsonElement) result;
    } catch (InvocationTargetException e) {
      throw new ContainerException("The function failed: " + e.getCause(), e.getCause());
    } catch (IllegalAccessException | LinkageError e) {
      throw new ContainerException("The function cannot be called: " + e, e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  public void close() {
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
