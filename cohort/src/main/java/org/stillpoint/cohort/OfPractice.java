package org.stillpoint.cohort;

import java.io.Serializable;
import java.util.Iterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Something of one practice, by its index. */
record OfPractice<T>(int practice, T item) implements Serializable {

    /** What is made of each, one after the other as it is asked for: they are never held together. */
    static <T, R> Iterator<R> each(Iterator<OfPractice<T>> some, Function<OfPractice<T>, R> made) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(some, 0), false)
                .map(made)
                .iterator();
    }
}
