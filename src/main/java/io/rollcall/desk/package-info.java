/**
 * What people do on pages, without the pages: answers that become inputs of the next run.
 * Knows the database, runs and cases; knows nothing of the web.
 */
package io.rollcall.desk;
