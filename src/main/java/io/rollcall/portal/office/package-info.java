/** Accounts and the audit log, as pages. */
package io.rollcall.portal.office;
