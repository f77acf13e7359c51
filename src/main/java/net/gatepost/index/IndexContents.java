package net.gatepost.index;

/**
 * What the database says is to be in one index. Its module knows, and offers it as a bean.
 *
 * @param entity as the index knows it
 * @param table whose rows are in it, by their column {@code id}
 * @param shouldBe as a condition in SQL, with {@code :now}: these are found
 * @param mayBe as a condition in SQL: these need not be taken out. More than should be, where a search leaves out by the clock
 *     what has ended
 */
public record IndexContents(String entity, String table, String shouldBe, String mayBe) {}
