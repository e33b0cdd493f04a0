/** What people do at their desks, and what they read there: services without web. */
package io.rollcall.desk;
