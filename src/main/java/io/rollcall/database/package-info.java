/**
 * The PostgreSQL that Rollcall works on: an embedded server of its own by default, or any
 * server from version 15 by its URL; the lock that keeps two runs of one campaign apart;
 * and the migration of the whole schema, Spring Batch's tables included.
 */
package io.rollcall.database;
