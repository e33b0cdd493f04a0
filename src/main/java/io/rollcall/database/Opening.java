package io.rollcall.database;

/** What there is to wait for while a database opens. */
public enum Opening {

	/** The embedded server's programs are being unpacked: once in a home. */
	UNPACKING,
	/** Its data directory is being made: once in a home. */
	CREATING,
	/** It is being started, or asked what it is. */
	STARTING

}
