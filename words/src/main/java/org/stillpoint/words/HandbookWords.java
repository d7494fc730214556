package org.stillpoint.words;

/** The handbook: its parts, and what stands around them. Its own text is Markdown (docs/handbook). */
public enum HandbookWords implements Label {
    TITLE,
    HINT,
    PARTS,
    CONTENTS,
    FOR_THERAPISTS,
    FOR_CLIENTS,
    FOR_RESEARCHERS,
    FOR_OPERATORS,
    THERAPISTS_HINT,
    CLIENTS_HINT,
    RESEARCHERS_HINT,
    OPERATORS_HINT,
    ENGLISH_ONLY,
    OTHER_LANGUAGES,
    IN_HANDBOOK
}
