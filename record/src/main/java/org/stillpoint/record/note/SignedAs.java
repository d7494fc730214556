package org.stillpoint.record.note;

import java.time.Instant;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.SignInName;

/**
 * Whose account something was signed with, and when.
 *
 * @param name what the account was called then
 */
public record SignedAs(Id<Account> account, SignInName name, Instant at) {}
