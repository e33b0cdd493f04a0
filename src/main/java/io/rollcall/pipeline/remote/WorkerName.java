package io.rollcall.pipeline.remote;

import java.util.UUID;

/**
 * What a worker calls itself.
 *
 * @param id tells it from all others
 * @param name the number of its process and its machine
 * @param session the application name of its sessions
 * @param version its version
 */
record WorkerName(UUID id, String name, String session, String version) {
}
