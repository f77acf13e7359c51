package net.gatepost.job.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The description of the interface as a page shows it: {@link ApiPages} makes it of the document. */
record ApiPage(String description, List<Group> groups, List<Schema> schemas, List<Kind> problems) {

    record Group(String name, String description, List<Operation> operations) {}

    /**
     * @param scope that a token needs for it; null where it needs none
     * @param body the schema of what is sent; null where nothing is
     * @param curl a command that does it
     */
    record Operation(
            String id,
            String method,
            String path,
            String summary,
            @Nullable String description,
            @Nullable String scope,
            List<Row> parameters,
            @Nullable Type body,
            List<Answer> answers,
            String curl) {}

    record Answer(
            String status, String description, @Nullable Type type) {}

    /** @param fields empty for one that is a choice of words, which then are its type */
    record Schema(
            String name,
            @Nullable String description,
            @Nullable Type type,
            List<Row> fields) {}

    record Row(
            String name,
            Type type,
            boolean required,
            String where,
            @Nullable String description) {}

    /** @param schema the one that it names; null for a plain one */
    record Type(String words, @Nullable String schema) {}

    /** A kind of problem. */
    record Kind(String name, int status, String title, String detail) {}
}
