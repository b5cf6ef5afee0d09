package com.ones1ght.adapters.rest.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Reads an array of objects within a body. */
public final class ObjectArray {

    private ObjectArray() {}

    /**
     * The elements of an optional array.
     *
     * @param max elements; more are an error of the field
     * @param element reads one, with a reader whose errors count for the whole body
     * @return in order; what is no object is left out, after its error is noted
     */
    public static <T> List<T> read(
            FieldReader fields, String name, int max, BiFunction<FieldReader, JsonObject, T> element) {
        String array = fields.optionalArray(name);
        List<String> texts = array == null ? List.of() : JsonCuts.elements(array);
        List<T> elements = new ArrayList<>();
        if (texts.size() > max) {
            fields.wrong(name, "must have at most " + max + " elements");
            return elements;
        }
        for (int i = 0; i < texts.size(); i++) {
            String place = name + "[" + i + "]";
            if (texts.get(i).startsWith("{")) {
                JsonObject object = JsonObject.within(texts.get(i));
                elements.add(element.apply(fields.within(object, place), object));
            } else {
                fields.wrong(place, "must be an object");
            }
        }
        return elements;
    }
}
