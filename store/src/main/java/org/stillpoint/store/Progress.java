package org.stillpoint.store;

/** Told how far something that takes time has come. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress UNSEEN = (done, all) -> {};

    /**
     * @param done how many are done
     * @param all of how many
     */
    void done(int done, int all);
}
