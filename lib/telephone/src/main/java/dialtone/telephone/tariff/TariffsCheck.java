package dialtone.telephone.tariff;

/** Run by the build: a tariffs document with mistakes never gets into a function. */
public final class TariffsCheck {
  private TariffsCheck() {}

  /** Throws a {@link TariffsException}, which stops the build, if the bundled document has any. */
  public static void main(String[] arguments) {
    Tariffs.bundled();
  }
}
