package org.stillpoint.cohort;

import java.io.Serializable;

/** Something of one practice, by its index. */
record OfPractice<T>(int practice, T item) implements Serializable {}
