package net.gatepost.candidate.resume.reader;

import java.io.IOException;
import java.io.Writer;

/** Collects the words of a file, and stops when they are more than any résumé has. */
final class Words extends Writer {

    /** Carries the refusal through code that knows only failures of input and output. */
    static final class TooMany extends IOException {
        TooMany() {
            super("too many words");
        }
    }

    private final StringBuilder words = new StringBuilder();

    void line(CharSequence text) throws TooMany {
        add(text);
        add("\n");
    }

    void add(CharSequence text) throws TooMany {
        if (words.length() + text.length() > Limits.MOST_CHARACTERS) {
            throw new TooMany();
        }
        words.append(text);
    }

    @Override
    public void write(char[] characters, int from, int length) throws TooMany {
        add(new String(characters, from, length));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return words.toString();
    }
}
