/** The pages of accounts: joining, signing in, the forgotten passphrase, a member's security. */
@NullMarked
package net.gatepost.account.web;

import org.jspecify.annotations.NullMarked;
