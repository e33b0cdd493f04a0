package io.rollcall.portal.runs;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.rollcall.access.AuditLog;
import io.rollcall.access.Role;
import io.rollcall.pipeline.RunFolder;
import io.rollcall.portal.CampaignPlace;
import io.rollcall.portal.PortalFailure;
import io.rollcall.portal.Visitor;
import io.rollcall.run.Run;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The files of runs. What is asked for is looked up among what the run wrote, so that no
 * path leads out of its folder.
 */
@Controller
class RunFiles {

	private static final Map<String, String> TYPES = Map.of("xlsx",
			"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "csv", "text/csv;charset=UTF-8",
			"json", "application/json", "txt", "text/plain;charset=UTF-8");

	private final FoundRuns found;

	private final RunFolder folder;

	private final AuditLog audit;

	RunFiles(FoundRuns found, RunFolder folder, AuditLog audit) {
		this.found = found;
		this.folder = folder;
		this.audit = audit;
	}

	@GetMapping("/campaigns/{campaign}/runs/{run}/files/{*path}")
	ResponseEntity<Resource> file(Visitor visitor, CampaignPlace place, @PathVariable String run,
			@PathVariable String path) {
		String below = path.substring(1);
		boolean college = visitor.is(Role.COLLEGE);
		Optional<Run> asked = this.found.look(place, run)
			.filter((one) -> !college || isOwn(visitor, place, one, below));
		Path file = asked.flatMap((one) -> this.folder.file(one, below))
			.orElseThrow(() -> college ? PortalFailure.foreign("file") : PortalFailure.missing());
		this.audit.write(visitor.actor(), "download", place.campaign(), asked.get().name(), below, "done");
		ContentDisposition name = ContentDisposition.attachment()
			.filename(file.getFileName().toString(), StandardCharsets.UTF_8)
			.build();
		return ResponseEntity.ok()
			.contentType(type(below))
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
			.body(new FileSystemResource(file));
	}

	/**
	 * Whether a file is the workbook of one of the visitor's colleges, in a run that was
	 * published. A college that was renamed since has its workbooks of before too.
	 */
	private boolean isOwn(Visitor visitor, CampaignPlace place, Run run, String path) {
		Optional<String> owner = this.folder.owner(run, path);
		return run.status() == Run.Status.PUBLISHED && owner
			.filter((college) -> visitor.sees(college)
					|| place.job().colleges().resolve(college).college().filter(visitor::sees).isPresent())
			.isPresent();
	}

	private static MediaType type(String path) {
		String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		return Optional.ofNullable(TYPES.get(ending))
			.map(MediaType::parseMediaType)
			.orElse(MediaType.APPLICATION_OCTET_STREAM);
	}

}
