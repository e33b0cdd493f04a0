package io.rollcall.nightly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import io.rollcall.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which of several job files hold beside one another. */
class JobFolderTest {

	private static final Messages ENGLISH = Messages.of("en");

	@TempDir
	private Path folder;

	private void job(String file, String school, String more) throws IOException {
		Files.writeString(this.folder.resolve(file + ".yml"), """
				school: {code: "%s", name: 某大学}
				cohort: 2020
				start: 2020-11-04
				deadline: 2020-11-20
				colleges: [{name: 理学院}]
				%s
				""".formatted(school, more));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			''                                     | ''                                      | true
			'input: a'                             | 'input: a/'                             | true
			'input: a'                             | 'input: a/b'                            | true
			'input: a'                             | 'input: b'                              | false
			''                                     | 'input: b'                              | false
			''                                     | 'input: roster/b'                       | true
			'input: a'                             | 'sources: {roster: {folder: a}}'        | true
			'sources: {roster: {folder: .}}'       | 'input: b'                              | true
			'sources: {roster: {folder: ., files: a.csv}}' | 'input: b'                      | false
			'sources: {roster: {folder: ., files: a.csv}}' | 'sources: {roster: {folder: .}}' | true
			'input: a'                             | 'input: ab'                             | false
			""")
	void ofTwoSchoolsThatShareAFolderTheLaterByNameIsKeptOut(String one, String other, boolean shared)
			throws IOException {
		// By the campaigns' names and not by the files'.
		job("z", "10001", "campaign: first\n" + one);
		job("y", "10002", "campaign: second\n" + other);
		JobFolder folder = new JobFolder(this.folder);
		JobFolder.Content content = folder.read();
		assertThat(content.jobs()).containsKey("first");
		assertThat(content.jobs().containsKey("second")).isNotEqualTo(shared);
		Path later = this.folder.resolve("y.yml").toAbsolutePath();
		assertThat(folder.sharedWith(later).map((job) -> job.campaign().name()).orElse(""))
			.isEqualTo(shared ? "first" : "");
		assertThat(folder.sharedWith(this.folder.resolve("z.yml").toAbsolutePath())).isEmpty();
		if (shared) {
			assertThat(content.wrong().get("y.yml").school()).isEqualTo("10002");
			assertThat(content.wrong().get("y.yml").sentence().apply(ENGLISH)).contains("second", "another school")
				.doesNotContain("first", "z.yml");
		}
	}

	@Test
	void campaignsOfOneSchoolMayShareAFolder() throws IOException {
		job("a", "10001", "");
		job("b", "10001", "");
		assertThat(new JobFolder(this.folder).read().jobs()).containsKeys("a", "b");
	}

	@Test
	void whoIsKeptOutKeepsNobodyOut() throws IOException {
		job("a", "10001", "input: a");
		job("b", "10002", "input: a/b");
		job("c", "10003", "input: b");
		job("d", "10004", "input: b/d");
		assertThat(new JobFolder(this.folder).read().jobs()).containsOnlyKeys("a", "c");
	}

	@Test
	void aNameIsTakenOnceAndAnotherSchoolLearnsNotByWhom() throws IOException {
		job("a", "10001", "campaign: one\ninput: a");
		job("b", "10002", "campaign: one\ninput: b");
		job("c", "10001", "campaign: one\ninput: a");
		JobFolder.Content content = new JobFolder(this.folder).read();
		assertThat(content.job("one").orElseThrow().campaign().school().code()).isEqualTo("10001");
		assertThat(content.wrong().get("b.yml").sentence().apply(ENGLISH)).contains("another school")
			.doesNotContain("a.yml");
		assertThat(content.wrong().get("c.yml").sentence().apply(ENGLISH)).contains("a.yml");
	}

	@Test
	void whatChangesIsSeenAtTheNextLook() throws IOException {
		job("a", "10001", "input: a");
		Files.setLastModifiedTime(this.folder.resolve("a.yml"), FileTime.from(Instant.parse("2020-11-04T00:00:00Z")));
		JobFolder folder = new JobFolder(this.folder);
		JobFolder.Content first = folder.read();
		assertThat(first.jobs()).containsOnlyKeys("a");
		assertThat(folder.read()).isSameAs(first);
		job("b", "10002", "input: a/b");
		assertThat(folder.read().wrong()).containsOnlyKeys("b.yml");
		Files.delete(this.folder.resolve("a.yml"));
		assertThat(folder.read().jobs()).containsOnlyKeys("b");
		job("b", "10002", "nonsense: 1");
		assertThat(folder.read().jobs()).isEmpty();
		assertThat(folder.read().wrong()).containsOnlyKeys("b.yml");
	}

	@Test
	void aWrongFileTellsItsSchoolAsFarAsItCanBeRead() throws IOException {
		job("a", "10001", "nonsense: 1");
		Files.writeString(this.folder.resolve("b.yml"), "nothing: here");
		JobFolder.Content content = new JobFolder(this.folder).read();
		assertThat(content.wrong().get("a.yml").school()).isEqualTo("10001");
		assertThat(content.wrong().get("b.yml").school()).isEmpty();
	}

}
