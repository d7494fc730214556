package org.stillpoint.words;

/** A practice in which nobody is yet. */
public enum FirstWords implements Label {
    TITLE,
    NOBODY_YET,
    YOUR_PRACTICE,
    WHY_CONTACTS,
    CONTACTS_DONE,
    NAME_ZONE_LANGUAGE,
    CONSENT_OWN,
    CONSENT_STANDARD,
    FIRST_CLIENT,
    NAME_IS_ENOUGH,
    TRY_IT,
    ADD_MADE_UP
}
