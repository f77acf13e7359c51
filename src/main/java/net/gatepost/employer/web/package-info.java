/** The pages about employers: registering, the hiring desk, the administrator's queue, the public list. */
@NullMarked
package net.gatepost.employer.web;

import org.jspecify.annotations.NullMarked;
