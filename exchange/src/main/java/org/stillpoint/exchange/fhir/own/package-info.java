/** What is published with the program for whoever receives its FHIR: our own code systems, value sets, extensions, questionnaires and the map of regions. */
@NullMarked
package org.stillpoint.exchange.fhir.own;

import org.jspecify.annotations.NullMarked;
