package net.gatepost.job.web;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Two versions of one listing, field by field: what is stored by now, and what somebody typed on top of an older one. */
record ListingConflict(List<Difference> differences) {

    /** What says which listing and which version a form is about, and nothing about the job. */
    private static final Set<String> NOT_CONTENT = Set.of("employer", "submission", "version");

    private static final RecordComponent[] FIELDS = ListingForm.class.getRecordComponents();

    /** One field in which the two differ, each side in words. */
    record Difference(String field, String saved, String yours) {}

    static ListingConflict between(ListingForm saved, ListingForm yours, ListingChoices choices) {
        var differences = new ArrayList<Difference>();
        for (var field : FIELDS) {
            var one = value(field, saved);
            var other = value(field, yours);
            if (isContent(field) && !Objects.equals(one, other)) {
                differences.add(new Difference(
                        field.getName(), choices.label(field.getName(), one), choices.label(field.getName(), other)));
            }
        }
        return new ListingConflict(List.copyOf(differences));
    }

    /** The form with some of its fields as they are stored. */
    static ListingForm taking(Collection<String> fields, ListingForm saved, ListingForm yours) {
        return copy(field -> value(field, fields.contains(field.getName()) && isContent(field) ? saved : yours));
    }

    /** The form as if it had been filled from that version. */
    static ListingForm onTopOf(ListingForm saved, ListingForm yours) {
        return copy(field -> value(field, isContent(field) ? yours : saved));
    }

    /** The form with another last day, as typed. */
    static ListingForm ending(String day, ListingForm form) {
        return copy(field -> field.getName().equals("ends") ? day : value(field, form));
    }

    private static boolean isContent(RecordComponent field) {
        return !NOT_CONTENT.contains(field.getName());
    }

    private static ListingForm copy(Function<RecordComponent, Object> valueOf) {
        try {
            var types = Arrays.stream(FIELDS).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var values = Arrays.stream(FIELDS).map(valueOf).toArray();
            return ListingForm.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a record has a constructor of its components", impossible);
        }
    }

    /** A box that is not ticked is not sent: absent and false are the same. */
    private static Object value(RecordComponent field, ListingForm form) {
        try {
            @Nullable Object value = field.getAccessor().invoke(form);
            return value == null ? Boolean.FALSE : value;
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException("a record can be read", impossible);
        }
    }
}
