package net.gatepost.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Why a program did not get what it asked for.
 *
 * @param name under which the documentation explains it, and which its words have in the messages
 * @param detail of this case, where there is more to say than of all its kind
 * @param errors each thing that is wrong with what was sent
 */
public record Problem(
        HttpStatus status, String name, @Nullable String detail, List<Wrong> errors) {

    /**
     * One thing that is wrong.
     *
     * @param pointer where in the body, as RFC 6901 writes it; null for what is wrong elsewhere
     * @param parameter or header that it is in; null for what is wrong in the body
     */
    @JsonInclude(Include.NON_NULL)
    public record Wrong(@Nullable String pointer, @Nullable String parameter, String detail) {

        public static Wrong at(String pointer, String detail) {
            return new Wrong(pointer, null, detail);
        }

        public static Wrong in(String parameter, String detail) {
            return new Wrong(null, parameter, detail);
        }
    }

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(HttpStatus status, String name) {
        return new Problem(status, name, null, List.of());
    }

    public Problem saying(String words) {
        return new Problem(status, name, words, errors);
    }

    public Problem with(List<Wrong> wrong) {
        return new Problem(status, name, detail, wrong);
    }

    public Problem with(Wrong wrong) {
        return with(List.of(wrong));
    }
}
