package dialtone.telephone.record;

/**
 * What is wrong with a field of a request.
 *
 * @param field a JSON pointer into the body ({@code /3/timestamp}), or a parameter's name
 * @param detail what was expected of it
 */
public record FieldProblem(String field, String detail) {}
