/** The record read by programs of others, by FHIR: who may, until when, and what of it they are shown. */
@NullMarked
package org.stillpoint.practice.api;

import org.jspecify.annotations.NullMarked;
