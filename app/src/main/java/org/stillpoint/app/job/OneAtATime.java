package org.stillpoint.app.job;

/** By what of several servers one does a job, and the others leave it. */
@FunctionalInterface
public interface OneAtATime {

    /**
     * Does it if no other server does the same at this moment.
     *
     * @return whether it was done
     */
    boolean run(String job, Runnable work);
}
