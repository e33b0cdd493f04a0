package io.rollcall.intake;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.rollcall.campaign.JobFiles;
import io.rollcall.text.Messages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Folders as people and archives leave them. */
class InputFolderTest {

	/** 新生名单 in GBK. */
	private static final String GBK = "%D0%C2%C9%FA%C3%FB%B5%A5";

	@TempDir
	private Path folder;

	private Path roster;

	@BeforeEach
	void makeRoster() throws Exception {
		this.roster = Files.createDirectories(this.folder.resolve("roster"));
		Files.writeString(this.roster.resolve("a.csv"), "a");
	}

	@Test
	void namesAndFoldersInGbkAreShownAndFoundAgain() throws Exception {
		Path inside = Files.createDirectories(raw(this.roster, GBK));
		Files.writeString(raw(inside, GBK + ".csv"), "b");
		assertThat(listed()).containsExactly("RECORDS a.csv", "RECORDS 新生名单/新生名单.csv");
		assertThat(InputPaths.resolve(this.roster, "新生名单/新生名单.csv")).hasContent("b");
	}

	@Test
	void ofTwoNamesThatReadAlikeOneIsShownInBytes() throws Exception {
		Files.writeString(raw(this.roster, GBK + ".csv"), "gbk");
		Files.writeString(this.roster.resolve("新生名单.csv"), "utf-8");
		String bytes = "\\xD0\\xC2\\xC9\\xFA\\xC3\\xFB\\xB5\\xA5.csv";
		assertThat(listed()).containsExactly("RECORDS " + bytes, "RECORDS a.csv", "RECORDS 新生名单.csv");
		assertThat(InputPaths.resolve(this.roster, bytes)).hasContent("gbk");
		assertThat(InputPaths.resolve(this.roster, "新生名单.csv")).hasContent("utf-8");
	}

	@Test
	void bytesOfNoEncodingAndControlCharactersAreNumbers() throws Exception {
		Files.writeString(raw(this.roster, "%FF%FF.csv"), "b");
		Files.writeString(raw(this.roster, "x%0A%1B[31m.csv"), "c");
		assertThat(listed()).containsExactly("RECORDS \\xFF\\xFF.csv", "RECORDS a.csv", "RECORDS x\\x0A\\x1B[31m.csv");
		assertThat(InputPaths.resolve(this.roster, "\\xFF\\xFF.csv")).hasContent("b");
		assertThat(InputPaths.resolve(this.roster, "x\\x0A\\x1B[31m.csv")).hasContent("c");
	}

	@Test
	void whatTheNameDecidesHoldsInEveryEncoding() throws Exception {
		Files.writeString(raw(this.roster, "~$" + GBK + ".csv"), "b");
		Files.writeString(raw(this.roster, GBK + ".pdf"), "c");
		assertThat(listed()).containsExactly("RECORDS a.csv", "PASSED_OVER ~$新生名单.csv",
				"REFUSED FILE_NOT_A_TABLE 新生名单.pdf");
	}

	@Test
	void loopsAreRefusedByNameAndNotEntered() throws Exception {
		Files.createSymbolicLink(this.roster.resolve("up"), Path.of(".."));
		Files.createDirectories(this.roster.resolve("b"));
		Files.createSymbolicLink(this.roster.resolve("b/back"), Path.of("../../roster"));
		Files.createSymbolicLink(this.roster.resolve("self"), Path.of("self"));
		assertThat(listed()).containsExactly("RECORDS a.csv", "REFUSED FILE_UNREADABLE b/back",
				"REFUSED FILE_UNREADABLE self", "REFUSED FILE_UNREADABLE up");
	}

	@Test
	void aLinkToAnotherFolderIsEntered() throws Exception {
		Path elsewhere = Files.createDirectories(this.folder.resolve("elsewhere"));
		Files.writeString(elsewhere.resolve("b.csv"), "b");
		Files.createSymbolicLink(this.roster.resolve("link"), elsewhere);
		assertThat(listed()).containsExactly("RECORDS a.csv", "RECORDS link/b.csv");
	}

	@Test
	void aLinkToNothingIsRefusedByName() throws Exception {
		Files.createSymbolicLink(this.roster.resolve("gone.csv"), Path.of("nowhere.csv"));
		assertThat(listed()).containsExactly("RECORDS a.csv", "REFUSED FILE_UNREADABLE gone.csv");
	}

	@Test
	void whatIsNoFileIsNotOpened() throws Exception {
		Files.createSymbolicLink(this.roster.resolve("endless.csv"), Path.of("/dev/zero"));
		assertThat(listed()).containsExactly("RECORDS a.csv", "REFUSED FILE_UNREADABLE endless.csv");
	}

	@Test
	void aFileInPlaceOfTheRolesFolderIsRefused() throws Exception {
		Files.writeString(this.folder.resolve("platform"), "x");
		assertThat(listed()).containsExactly("RECORDS a.csv", "REFUSED FILE_UNREADABLE .");
	}

	private List<String> listed() throws Exception {
		return new InputFolder(this.folder, JobFiles.load(Path.of("jobs/freshman-2020.yml")), Messages.of("zh")).list()
			.stream()
			.map((one) -> String.join(" ", one.use().name(),
					(one.use() == InputFolder.Use.REFUSED) ? one.reason() + " " + one.file().path()
							: one.file().path()))
			.toList();
	}

	private static Path raw(Path folder, String name) {
		String address = folder.toUri().toString();
		return Path.of(URI.create((address.endsWith("/") ? address : address + "/") + name.replace("[", "%5B")));
	}

}
