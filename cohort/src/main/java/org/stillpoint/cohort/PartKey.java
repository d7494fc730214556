package org.stillpoint.cohort;

import java.io.Serializable;

/** Which part of which practice's table. */
record PartKey(int practice, int part) implements Serializable {}
