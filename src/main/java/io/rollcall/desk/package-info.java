/** What people see and do at their desks, without the web that shows it. */
package io.rollcall.desk;
