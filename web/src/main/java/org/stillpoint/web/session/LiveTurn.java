package org.stillpoint.web.session;

/**
 * How a session stands, as its page asks.
 *
 * @param stoppedAt when it was stopped, by the session's clock; empty where it goes on
 * @param grounded whether the client is grounded since
 * @param withdrawn whether the client has taken their consent back: it does not go on
 * @param ended whether it has ended
 */
public record LiveTurn(String stoppedAt, boolean grounded, boolean withdrawn, boolean ended) {}
