package dialtone.telephone.web;

/** What answers below one function's URL. */
@FunctionalInterface
interface Resource {

  /** Answers a request that has been let in. */
  Answer answer(ApiRequest request);
}
